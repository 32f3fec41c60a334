/** How a problem code reads; `{name}` is filled from the problem's facts. */
export interface ProblemText {
  /** HTTP status; 409 where none is given: the domain refused. */
  readonly status?: number;
  readonly zh: string;
  readonly en: string;
}
