import { createHash } from 'node:crypto';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Fault } from './clock/faults';
import { simulate, type Simulated } from './simulate';
import { findingsOf } from './printed';

/** Every so many seeds one is run a second time: it must be the same history (I13). */
const TWICE = 40;

/** A history allocates much and keeps little: a large young generation halves the time of garbage collection. */
const YOUNG_MB = 64;

/** Every `step`-th seed from `from`, below `to`. */
interface Share {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** The result of one seed; `findings` is empty when nothing was found. */
export interface Played extends Pick<Simulated, 'seed' | 'hash' | 'acknowledged' | 'events' | 'setAside'> {
  readonly faults: readonly (readonly [Fault, number])[];
  readonly findings: string;
  readonly twice: boolean;
}

const play = async (seed: number): Promise<Played> => {
  const twice = seed % TWICE === 0;
  const first = await simulate(seed);
  const second = twice ? await simulate(seed) : first;
  const violations =
    first.hash === second.hash
      ? first.violations
      : [...first.violations, 'I13: played twice, and it was another history'];
  const { hash, acknowledged, events, setAside, faults } = first;
  return {
    seed,
    hash,
    acknowledged,
    events,
    setAside,
    faults: [...faults],
    twice,
    findings: violations.length === 0 ? '' : findingsOf({ ...first, violations }),
  };
};

/**
 * Runs seeds on several threads; `program` is what each thread runs, and must call `playShare`. Returns them in order
 * of seed.
 */
export const playMany = async (
  { from, seeds, workers }: { readonly from: number; readonly seeds: number; readonly workers: number },
  program: string,
  onPlayed: (played: Played, count: number) => void,
): Promise<Played[]> => {
  const all: Played[] = [];
  await Promise.all(
    Array.from(
      { length: Math.min(workers, seeds) },
      (_, index) =>
        new Promise<void>((resolve, reject) => {
          const share: Share = { from: from + index, to: from + seeds, step: Math.min(workers, seeds) };
          new Worker(program, { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
            .on('message', (played: Played) => {
              all.push(played);
              onPlayed(played, all.length);
            })
            .once('error', reject)
            .once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with ${code}`))));
        }),
    ),
  );
  return all.sort((a, b) => a.seed - b.seed);
};

/** What a thread runs. */
export const playShare = async (): Promise<void> => {
  const { from, to, step } = workerData as Share;
  for (let seed = from; seed < to; seed += step) parentPort!.postMessage(await play(seed));
};

/** One hash for many histories: two runs over the same seeds print the same. */
export const digestOf = (all: readonly Played[]): string =>
  createHash('sha256')
    .update(all.map(({ hash }) => hash).join('\n'))
    .digest('hex');

export const isThread = !isMainThread;
