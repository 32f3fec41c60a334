import type { Violations } from '../support/check-invariants';
import type { Random } from '../year/plan/random';
import type { Stage } from './stage';

/**
 * How often a fault strikes: in the everyday suite where it has a part there, by `npm run faults`, and with `--long`.
 */
export interface Rounds {
  readonly everyday?: number;
  readonly short: number;
  readonly long: number;
}

/**
 * What a fault came to. It is withstood when nothing is violated, nothing is breached and every control was seen to
 * fail.
 */
export interface Outcome {
  /** Commands whose effect a client was told of. */
  readonly acknowledged: number;
  readonly violations: Violations;
  /** What else was not as it has to be: a bar in time, an exit code, a projection that should stand still. */
  readonly breaches: readonly string[];
  /** Each protection that was taken away on purpose, and how often its absence was seen. */
  readonly controls: Readonly<Record<string, number>>;
  /** Figures worth a line. */
  readonly measured: readonly string[];
}

/** Where this machine does not allow a fault: it is said, and not counted as withstood. */
export interface NotPlayed {
  readonly notPlayed: string;
}

export interface Fault {
  /** As in the catalogue of faults: F1, F2 … */
  readonly id: string;
  /** Chinese · English */
  readonly title: string;
  readonly rounds: Rounds;
  /**
   * Plays its rounds and its controls. The same seed strikes at the same places; what the machine does meanwhile is its
   * own.
   */
  play(stage: Stage, rounds: number, random: Random): Promise<Outcome | NotPlayed>;
}

export const nothingViolated: Violations = {
  lost: [],
  doubled: [],
  disordered: [],
  skipped: [],
  differing: [],
  setAside: [],
  unresolved: [],
};
