import type { ProblemCode } from './problem-catalogue';

/** Seconds after which to ask again for what an operator has to repair. */
export const RETRY_AFTER_REPAIR_S = 60;

/**
 * What is wrong with a row of many, by its place; the text follows from the code. Without a place: what is wrong is
 * that a row is missing.
 */
export interface RowProblem {
  readonly row?: number;
  readonly projectId: string;
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
}
/** What is wrong with a field, by JSON pointer. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** Something a client can act on, named by its code. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: Readonly<Record<string, string | number>> = {},
    readonly errors?: readonly FieldProblem[] | readonly RowProblem[],
  ) {
    super(code);
  }
}
