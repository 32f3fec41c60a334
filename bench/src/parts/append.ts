import { baseline, rate, ratio } from '../figures/compared';
import type { Result } from '../figures/figure';
import { median } from '../figures/statistics';
import type { Bench } from '../harness/bench';
import { race, type Times } from './race';

/**
 * More would only queue inside the server: 16 is about the best on few cores. The better of the two is the baseline.
 */
const POOLS = { small: 16, large: 32 };

export async function append({ server, rounds, milliseconds, say }: Bench): Promise<Result> {
  const ours = (concurrency: number) => ({ contestant: 'ours', concurrency });
  const raw = (concurrency: number, connections: number) => ({ contestant: 'single-insert', concurrency, connections });
  const times = await race(
    server,
    {
      'ours 1': ours(1),
      'raw 1': raw(1, POOLS.small),
      'ours 16': ours(16),
      'raw 16': raw(16, POOLS.small),
      'ours 64': ours(64),
      'raw 64': raw(64, POOLS.small),
      'raw 64 over more connections': raw(64, POOLS.large),
      'ours 1024': ours(1_024),
      'thousand-row insert': { contestant: 'thousand-row-insert', concurrency: 1 },
      copy: { contestant: 'copy', concurrency: 1 },
    },
    { rounds, milliseconds, onRound: (round) => say(`第 ${round}/${rounds} 轮 · round ${round} of ${rounds}`) },
  );

  const raw64 = better(times['raw 64'], times['raw 64 over more connections']);
  return {
    part: 'append',
    title: '追加 · Append: one event of about 330 bytes each, every append to a new stream',
    drawn: '/s',
    method: [
      'Ours is `PostgresEventStore.append` with the expectation that the stream is new; each append is answered on ' +
        'its own, after its commit is on disk.',
      `Raw is one prepared INSERT of one row per append into a table of the same columns and keys, over a pool ` +
        `of ${POOLS.small} connections; at 64 also over ${POOLS.large}, and the better of the two is the baseline.`,
      'Each lap begins with empty tables, so that all write to an index of the same size.',
      'The thousand-row insert and COPY write the same rows without checks and without an answer per row: the limit ' +
        'of the server.',
      'Processor time is that of the Node process and of all processes of the server, per append: the steadiest ' +
        'figure on a busy machine.',
    ],
    figures: [
      rate('ours, 1 at a time', times['ours 1'].rate),
      baseline('raw, 1', times['raw 1'].rate),
      rate('ours, 16 at a time', times['ours 16'].rate),
      baseline('raw, 16', times['raw 16'].rate),
      rate('ours, 64 at a time', times['ours 64'].rate),
      baseline('raw, 64', raw64.rate),
      rate('ours, 1,024 at a time', times['ours 1024'].rate),
      baseline('1,000-row insert', times['thousand-row insert'].rate),
      baseline('COPY', times.copy.rate),
      ratio('64 at a time, to raw', times['ours 64'].rate, raw64.rate, 2.3),
      ratio('16 at a time, to raw', times['ours 16'].rate, times['raw 16'].rate, 1.5),
      ratio('1 at a time, to raw', times['ours 1'].rate, times['raw 1'].rate, 0.65),
      ratio('1,024 at a time, to a 1,000-row insert', times['ours 1024'].rate, times['thousand-row insert'].rate, 0.78),
      ratio('1,024 at a time, to COPY', times['ours 1024'].rate, times.copy.rate, 0.52),
      {
        says: 'processor time per append at 64, ours',
        value: median(times['ours 64'].cpu),
        unit: 'µs',
        rounds: times['ours 64'].cpu,
      },
      { says: 'processor time per append at 64, raw', value: median(raw64.cpu), unit: 'µs', rounds: raw64.cpu },
    ],
  };
}

export const better = (times: Times, other: Times): Times => (median(times.rate) >= median(other.rate) ? times : other);
