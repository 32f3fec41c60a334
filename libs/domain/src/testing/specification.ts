import type { Actor } from '@minsheng/contracts';
import { Refusal, type Decider } from '../decider';

/** Tests as sentences: given these events, when this is asked, then these follow, or it is refused. */
export const specificationOf = <Id, State, Command, Event>(
  decider: Decider<Id, State, Command, Event>,
  defaults: { readonly id: Id; readonly by: Actor; readonly today: string },
) => ({
  given: (...past: readonly Event[]) => ({
    when: (command: Command, context: Partial<typeof defaults> = {}) => {
      const decide = () =>
        decider.decide(command, past.reduce(decider.evolve, decider.initialState), { ...defaults, ...context });
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
