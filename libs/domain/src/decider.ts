import type { Actor } from '@minsheng/contracts';
import type { WorkingCalendar } from './indicator/working-days';

/** A pure decision machine: no clock, no database, no ids of its own making. */
export interface Decider<Id, State, Command, Event> {
  readonly initialState: State;
  readonly evolve: (state: State, event: Event) => State;
  /** @throws Refusal when the domain says no */
  readonly decide: (command: Command, state: State, context: DecisionContext<Id>) => readonly Event[];
}

/** What a decision knows of the world around it. */
export interface DecisionContext<Id> {
  readonly id: Id;
  readonly by: Actor;
  /** Business date in Asia/Shanghai, `2019-03-28`. */
  readonly today: string;
  /** Working days by the notices adopted so far. */
  readonly calendar: WorkingCalendar;
}

/** The domain says no. Carries a code from a closed list; knows nothing of HTTP. */
export class Refusal<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    /** What the message needs: names and figures, never personal data. */ readonly facts: Readonly<
      Record<string, string | number>
    > = {},
  ) {
    super(code);
  }
}

export const unreachable = (value: never): never => {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
};
