import { count, time } from '../figures/compared';
import type { Result } from '../figures/figure';
import { emptyDatabase, withClient, type Bench } from '../harness/bench';
import { withHired } from '../harness/hire';
import type { Delivery } from '../loads/reading';

const EVENTS = 20;
const PLACES = { none: undefined, 'the same database': 'same', 'another database': 'other' } as const;

export async function openTransaction({ server, quick, say }: Bench): Promise<Result> {
  const rounds = quick ? 1 : 3;
  const other = await emptyDatabase(server, 'bench_open_elsewhere');
  const contestants = { ours: 'loads/reading', emmett: 'loads/reading-emmett' } as const;
  const held: Record<string, number> = {};
  const times: Record<string, number[]> = {};
  for (const [name, module] of Object.entries(contestants)) {
    const url = await emptyDatabase(server, `bench_open_${name}`);
    for (let round = 1; round <= rounds; round += 1) {
      say(`${name}: 第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`);
      for (const [where, place] of Object.entries(PLACES)) {
        const { delivered, milliseconds } = await withHired(module, { url }, async (helper) => {
          const deliver = (events: number) => helper.ask<Delivery>('deliver', { events, timeoutMs: 3_000 });
          if (name === 'ours') await deliver(1); // warm-up; Emmett's times are not shown
          return place ? whileWriting(place === 'same' ? url : other, () => deliver(EVENTS)) : deliver(EVENTS);
        });
        const key = `${name} ${where}`;
        held[key] = (held[key] ?? 0) + EVENTS - delivered;
        times[key] = [...(times[key] ?? []), milliseconds];
      }
    }
  }
  return {
    part: 'open-transaction',
    title: `旁边的事务 · ${EVENTS} events delivered beside an unrelated open transaction`,
    drawn: 'ms',
    method: [
      'The transaction has inserted a row into an unrelated table and stays open until all events are delivered or ' +
        'three seconds have passed; what was not delivered by then was held back.',
      'Positions here are given in the order of the commits, so no reader needs to know of other transactions. The ' +
        'control is a consumer that must wait for all of them, Emmett’s: it has to stall, or this would measure ' +
        'nothing.',
    ],
    figures: [
      count('events held back, transaction in the same database', held['ours the same database'], { atMost: 0 }),
      count('events held back, transaction in another database', held['ours another database'], { atMost: 0 }),
      time('none open, all delivered after', times['ours none']),
      time('one open in the same database', times['ours the same database']),
      time('one open in another database', times['ours another database']),
      count('Emmett without one: held back', held['emmett none']),
      count('control, Emmett: held back, the same database', held['emmett the same database'], { atLeast: 1 }),
      count('control, Emmett: held back, another database', held['emmett another database'], { atLeast: 1 }),
    ],
  };
}

/** Does the work while a transaction that has written a row is open. */
const whileWriting = <Result>(url: string, work: () => Promise<Result>): Promise<Result> =>
  withClient(url, async (client) => {
    await client.query('create table if not exists of_nobody (at timestamptz)');
    await client.query('begin');
    await client.query('insert into of_nobody values (now())');
    try {
      return await work();
    } finally {
      await client.query('rollback');
    }
  });
