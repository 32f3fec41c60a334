import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Figure, Result } from '../figures/figure';
import { median, percentile } from '../figures/statistics';
import { emptyLedger, withClient, type Bench } from '../harness/bench';
import { hire } from '../harness/hire';
import { flushTimes } from '../harness/machine';
import { environmentFor, inRepository } from '../harness/repository';
import { interleaved } from '../harness/rounds';
import { goRoundOnce, withServer } from '../harness/servers';
import type { SteadyInput, SteadyTimes } from '../loads/steady-suggestions';
import { suggestionId } from '../loads/suggestions';

const RATES = [200, 2_000] as const;
const TIMEOUT_MS = 30_000;

/** Suggestions from a number on. */
interface Sent extends SteadyTimes {
  readonly first: number;
}
interface Lags {
  readonly fromCall: readonly number[];
  readonly fromAnswer: readonly number[];
  readonly missing: number;
}

export async function lag({ folder, quick, say }: Bench): Promise<Result> {
  const [rounds, seconds] = quick ? [1, 1] : [3, 6];
  return withServer(folder, 'lag', { track_commit_timestamp: 'on' }, async (server) => {
    const { url, projector: projectorUrl } = await emptyLedger(server, 'bench_lag');
    const writer = await hire('loads/steady-suggestions', { url });
    const projector = spawn(process.execPath, [inRepository('apps/projector/dist/main.js')], {
      env: environmentFor(projectorUrl),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    try {
      return await withClient(url, async (client) => {
        let next = 0;
        const send = async (perSecond: number, count: number): Promise<Sent> => {
          const first = next;
          const times = await writer.ask<SteadyTimes>('send', { perSecond, first, count } satisfies SteadyInput);
          next += count;
          await untilArrived(client, next);
          return { first, ...times };
        };
        const lagsAt = async (rate: number): Promise<Lags> =>
          lagsOf(client, await send(rate, rate * seconds), flushTimes(folder).p50);
        await send(1, 1); // until the projector is subscribed
        await goRoundOnce(client);
        // warm-up: compilation takes time of the two cores
        for (const rate of [...RATES, ...RATES]) await lagsAt(rate);
        const lags = new Map<number, Lags[]>(RATES.map((rate) => [rate, []]));
        const bare: number[][] = [];
        await client.query('create table bare (n int)');
        await interleaved(
          rounds,
          {
            ...Object.fromEntries(
              RATES.map((rate) => [
                `at ${rate}`,
                async () => {
                  const measured = await lagsAt(rate);
                  lags.get(rate)!.push(measured);
                  return median(measured.fromCall);
                },
              ]),
            ),
            bare: async () => {
              bare.push(await insertsAtPace(client, RATES[0], seconds));
              return median(bare[bare.length - 1]);
            },
          },
          (round) => say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`),
        );
        return {
          part: 'lag',
          title: '滞后 · Lag from the append to the read models, the real projector in its own process',
          drawn: 'ms' as const,
          method: [
            'From the call of `append` until both the row of the suggestion and its line in the timeline are ' +
              'committed; the later of the two counts, and so does the append itself.',
            'A process of its own appends, as in the api. The server is not new: the files of its write-ahead log ' +
              'have been recycled once.',
            'There is no observer: the server notes when each transaction commits (`track_commit_timestamp`), and ' +
              'the rows say afterwards which transaction wrote them. It notes the time just before the flush, so ' +
              'one flush of this machine is added.',
            'For comparison, the time of a bare INSERT from call to answer at the same pace over one connection: ' +
              'between events a machine may go to sleep and wakes up slowly, and a lag is an INSERT, a ' +
              'notification, a read and a write.',
          ],
          figures: [...RATES.flatMap((rate) => figuresOf(rate, lags.get(rate)!)), ...bareFigures(bare)],
        };
      });
    } finally {
      projector.disconnect(); // it shuts down by itself
      if (projector.exitCode === null) await once(projector, 'exit');
      await writer.dismiss();
    }
  });
}

function figuresOf(rate: number, lags: readonly Lags[]): Figure[] {
  const over = (says: string, of: (lag: Lags) => number, bar?: Figure['bar']): Figure => {
    const rounds = lags.map(of);
    return {
      says: `${says} at ${rate.toLocaleString('en')}/s`,
      value: median(rounds),
      unit: 'ms',
      rounds,
      ...(bar && { bar }),
    };
  };
  return [
    over('lag p50', ({ fromCall }) => median(fromCall), { atMost: 3 }),
    over('lag p99', ({ fromCall }) => percentile(fromCall, 0.99), { atMost: 15 }),
    over('from the answer to the append, p50', ({ fromAnswer }) => median(fromAnswer)),
    {
      says: `events that never arrived at ${rate.toLocaleString('en')}/s`,
      value: lags.reduce((sum, { missing }) => sum + missing, 0),
      unit: '',
      bar: { atMost: 0 },
    },
  ];
}

const bareFigures = (rounds: readonly (readonly number[])[]): Figure[] =>
  (
    [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const
  ).map(([name, share]) => {
    const values = rounds.map((round) => percentile(round, share));
    return { says: `a bare INSERT at ${RATES[0]}/s, ${name}`, value: median(values), unit: 'ms', rounds: values };
  });

async function insertsAtPace(client: Client, perSecond: number, seconds: number): Promise<number[]> {
  const took: number[] = [];
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; await pause(1_000 / perSecond)) {
    const begin = performance.now();
    await client.query({ name: 'bare', text: 'insert into bare values (1)' });
    took.push(performance.now() - begin);
  }
  return took;
}

/** Only after everything was sent: polling costs server time. */
async function untilArrived(client: Client, count: number): Promise<void> {
  // Through XML, because a plain query names tables that may not be there yet.
  const fewest = 'select least((select count(*) from read.timeline), (select count(*) from read.suggestion)) as n';
  const sql = `
    select case
      when to_regclass('read.timeline') is null then 0
      else (xpath('//n/text()', query_to_xml('${fewest}', false, true, '')))[1]::text::int
    end as n`;
  const counted = async () => Number((await client.query<{ n: string }>(sql)).rows[0].n);
  for (const end = Date.now() + TIMEOUT_MS; Date.now() < end && (await counted()) < count;) await pause(100);
}

async function lagsOf(client: Client, { first, calledAt, answeredAt }: Sent, flush: number): Promise<Lags> {
  const placeOf = new Map(calledAt.map((_, place) => [suggestionId(first + place), place]));
  const { rows } = await client.query<{ id: string; committed: number }>(
    `
    select s.suggestion_id as id, (extract(epoch from greatest(pg_xact_commit_timestamp(s.xmin),
    pg_xact_commit_timestamp(t.xmin))) * 1000)::float8 as committed
      from read.suggestion s join read.timeline t using (suggestion_id) where s.suggestion_id = any($1)`,
    [[...placeOf.keys()]],
  );
  const arrived = rows.map(({ id, committed }) => ({ at: committed + flush, place: placeOf.get(id)! }));
  return {
    fromCall: arrived.map(({ at, place }) => at - calledAt[place]),
    fromAnswer: arrived.map(({ at, place }) => at - answeredAt[place]),
    missing: placeOf.size - arrived.length,
  };
}
