import { Refusal, type Decider, type DecisionContext } from '../decider';
import { calendar } from './fixtures';

/** Tests as sentences: given these events, when this is asked, then these follow, or it is refused. */
export const specificationOf = <Id, State, Command, Event>(
  decider: Decider<Id, State, Command, Event>,
  defaults: Omit<DecisionContext<Id>, 'calendar'>,
) => ({
  given: (...past: readonly Event[]) => ({
    when: (command: Command, context: Partial<DecisionContext<Id>> = {}) => {
      const decide = () =>
        decider.decide(command, past.reduce(decider.evolve, decider.initialState), {
          calendar,
          ...defaults,
          ...context,
        });
      return {
        then: (...expected: readonly unknown[]) => expect(decide()).toEqual(expected),
        thenMatches: (...expected: readonly object[]) => expect(decide()).toMatchObject(expected),
        thenRefused: (code: string) => {
          let refusal: unknown;
          try {
            decide();
          } catch (error) {
            refusal = error;
          }
          expect(refusal).toBeInstanceOf(Refusal);
          expect((refusal as Refusal).code).toBe(code);
        },
      };
    },
  }),
});
