import { randomFor } from '@minsheng/rehearsal';
import { findings } from '../support/check-invariants';
import { nothingViolated, type Fault, type NotPlayed, type Outcome } from './fault';
import { Stage } from './stage';

/** A fault and its result. */
export interface Played {
  readonly fault: Fault;
  readonly rounds: number;
  readonly seconds: number;
  readonly outcome: Outcome | NotPlayed;
}

export type Length = keyof Fault['rounds'];

interface Wish {
  readonly seed: number;
  readonly length: Length;
  readonly onBegin?: (fault: Fault, rounds: number) => void;
  readonly onEnd?: (played: Played) => void;
  readonly signal?: AbortSignal;
}

/** Runs faults one after the other on one stage and removes the stage in any case. */
export const runFaults = async (
  faults: readonly Fault[],
  { seed, length, onBegin, onEnd, signal }: Wish,
): Promise<Played[]> => {
  const stage = await Stage.open(seed);
  const interrupt = () => {
    void stage.close().catch(() => undefined);
  }; // the running fault finds its system gone, and ends
  signal?.addEventListener('abort', interrupt, { once: true });
  const all: Played[] = [];
  try {
    for (const fault of faults) {
      signal?.throwIfAborted();
      const rounds = fault.rounds[length] ?? 0;
      onBegin?.(fault, rounds);
      const begin = performance.now();
      const outcome = await fault
        .play(stage, rounds, randomFor(seed, fault.id))
        .catch((error: Error) => (signal?.aborted ? Promise.reject(error) : stumbled(error)));
      const played: Played = { fault, rounds, seconds: (performance.now() - begin) / 1_000, outcome };
      all.push(played);
      onEnd?.(played);
    }
    return all;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    await stage.close();
  }
};

/** A fault that fails to run is not withstood; the others still run. */
const stumbled = (error: Error): Outcome => ({
  acknowledged: 0,
  violations: nothingViolated,
  controls: {},
  measured: [],
  breaches: [`it did not come to its end: ${error.stack ?? error.message}`],
});

export const wasPlayed = (outcome: Outcome | NotPlayed): outcome is Outcome => !('notPlayed' in outcome);

/** Every finding is 0, every limit is kept, and every control was seen to fail. */
export const isWithstood = ({ violations, breaches, controls }: Outcome): boolean =>
  findings(violations) === 0 &&
  breaches.length === 0 &&
  Object.keys(controls).length > 0 &&
  Object.values(controls).every((seen) => seen > 0);
