/** The year cannot go on. Codes that a program can read; the message is for a person, Chinese first. */
export type YearFault =
  | 'REFUSED'
  | 'NO_ANSWER'
  | 'POLICY_DID_NOT_ACT'
  | 'LIST_RUNS_ALREADY'
  | 'PERCENTAGE_NOT_REPRODUCED'
  | 'NUMBERS_DIFFER'
  | 'USAGE'
  | 'REGION_AMBIGUOUS'
  | 'STOPPED';

export class YearError extends Error {
  constructor(
    readonly code: YearFault,
    message: string,
  ) {
    super(`${code}  ${message}`);
    this.name = 'YearError';
  }
}
