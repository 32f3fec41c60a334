import type { EventCatalogue, Metadata } from '@minsheng/contracts';
import { Refusal, type Decider, type DecisionContext } from '../decider';
import { calendar } from './fixtures';

const metadata: Metadata = {
  actor: { id: 'test', role: 'timer' },
  on: '2019-12-31',
  commandId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  correlationId: 'test',
};

/**
 * A stream that lives: what a command decides is stored and read back before the next one, as in the running system.
 */
export const aggregate = <Id, State, Command, Event extends { readonly type: string; readonly data: unknown }>(
  decider: Decider<Id, State, Command, Event>,
  catalogue: EventCatalogue<Event>,
  defaults: Omit<DecisionContext<Id>, 'calendar'>,
) => {
  const log: Event[] = [];
  let current = decider.initialState;
  const ask = (command: Command, context: Partial<DecisionContext<Id>> = {}): readonly Event[] => {
    const events = decider
      .decide(command, current, { calendar, ...defaults, ...context })
      .map((event) => catalogue.decode(catalogue.encode(event, metadata)));
    log.push(...events);
    current = events.reduce(decider.evolve, current);
    return events;
  };
  /** The code of the refusal; undefined when the command went through. */
  const refusal = (command: Command, context: Partial<DecisionContext<Id>> = {}): string | undefined => {
    try {
      ask(command, context);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };
  return { log: log as readonly Event[], state: () => current, ask, refusal };
};
