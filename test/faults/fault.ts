import type { Random } from '@minsheng/rehearsal';
import type { Violations } from '../support/check-invariants';
import type { Stage } from './stage';

/** How often a fault strikes: in the everyday suite if it is part of it, in `npm run faults`, and with `--long`. */
export interface Rounds {
  readonly everyday?: number;
  readonly short: number;
  readonly long: number;
}

/**
 * Result of a fault. It is withstood when nothing is violated, nothing is breached and every control was seen to fail.
 */
export interface Outcome {
  /** Commands that a client has a receipt for. */
  readonly acknowledged: number;
  readonly violations: Violations;
  /** Other failed expectations: a time limit, an exit code, a projection that should have halted. */
  readonly breaches: readonly string[];
  /** Each protection removed on purpose, and how often its absence was detected. */
  readonly controls: Readonly<Record<string, number>>;
  /** Figures to print. */
  readonly measured: readonly string[];
}

/** This machine does not allow the fault: it is reported, and does not count as withstood. */
export interface NotPlayed {
  readonly notPlayed: string;
}

export interface Fault {
  /** F1, F2 … as in the catalogue of faults. */
  readonly id: string;
  /** Chinese · English */
  readonly title: string;
  readonly rounds: Rounds;
  /** Runs its rounds and its controls. The same seed strikes at the same places; timing on the machine still varies. */
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
