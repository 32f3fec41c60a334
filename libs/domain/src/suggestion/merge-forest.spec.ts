import fc from 'fast-check';
import type { LedgerEvent, SuggestionCommand, SuggestionId } from '@minsheng/contracts';
import { commandsOf, type PolicyCommand } from '../policy';
import { suggestion } from '../testing/fixtures';
import { receive, register, suggestionAggregate, unmerge } from './suggestion.fixtures';
import * as policies from './suggestion.policies';

const claimNo = (number: number) => `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`;
const SIZE = 5;

/** Some suggestions, all registered, and the commands that wait to be carried out. */
const forest = () => {
  const streams = Array.from({ length: SIZE }, (_, index) => {
    const stream = suggestionAggregate(suggestion(index + 1));
    stream.ask(receive);
    stream.ask(register);
    return stream;
  });
  const waiting: { id: SuggestionId; command: SuggestionCommand }[] = [];
  const at = (id: SuggestionId) => streams[Array.from(streams, (_, index) => suggestion(index + 1)).indexOf(id)];
  /** What the policies send upon what it came to; a refusal sends nothing. */
  const send = (id: SuggestionId, command: SuggestionCommand): boolean => {
    const stream = at(id);
    const before = stream.log.length;
    if (stream.refusal(command)) return false;
    for (const event of stream.log.slice(before))
      for (const policy of Object.values(policies))
        waiting.push(...(commandsOf(policy, event as LedgerEvent, { on: '2018-11-20' }) as (PolicyCommand & never)[]));
    return true;
  };
  /** As a request does: it asks for the answer itself, and the policy asks once more. */
  const claim = (member: SuggestionId, into: SuggestionId, number: string) => {
    if (send(into, { type: 'ClaimMember', data: { member, claim: number } }))
      waiting.push({ id: member, command: { type: 'AnswerClaim', data: { into, claim: number } } });
  };
  /** Carries out a waiting command, whichever: nothing is promised about their order. */
  const carryOut = (which: number) => {
    const [next] = waiting.splice(which % waiting.length, 1);
    send(next.id, next.command);
  };
  const settle = () => {
    while (waiting.length > 0) carryOut(0);
  };
  const intoOf = (id: SuggestionId) => {
    const state = at(id).state();
    return state.status === 'merged' ? state.into : undefined;
  };
  /** Undefined in a circle. */
  const mainOf = (id: SuggestionId): SuggestionId | undefined => {
    let current = id;
    for (let step = 0; step <= SIZE; step += 1) {
      const into = intoOf(current);
      if (!into) return current;
      current = into;
    }
    return undefined;
  };
  return { at, send, claim, carryOut, settle, intoOf, mainOf, waiting };
};
const ids = Array.from({ length: SIZE }, (_, index) => suggestion(index + 1));
const moves = fc.array(fc.record({ member: fc.nat(SIZE - 1), into: fc.nat(SIZE - 1), kind: fc.nat(9) }), {
  maxLength: 40,
});
const membersHeld = (state: ReturnType<ReturnType<typeof forest>['at']>['state']) =>
  [...state().members.values()].map(({ member }) => member).sort();

describe('merges whose two sides are written at once', () => {
  it('carry every member to the final main, and an unmerge gives back what was', () =>
    fc.assert(
      fc.property(moves, (drawn) => {
        const { at, send, mainOf, intoOf } = forest();
        for (const [number, { member, into, kind }] of drawn.entries()) {
          const [id, main] = [ids[member], mainOf(ids[into])!];
          const withIt = ids.filter((each) => mainOf(each) === id);
          if (kind < 3) {
            if (!intoOf(id)) continue;
            send(id, unmerge);
            expect(mainOf(id)).toBe(id);
            continue;
          }
          const alone = !intoOf(id) && main !== id;
          if (!alone) continue; // the handler refuses: a member of itself, or merged
          const claim = claimNo(number);
          expect(at(main).refusal({ type: 'TakeMember', data: { member: id, claim } })).toBeUndefined();
          expect(send(id, { type: 'JoinMain', data: { into: main, claim } })).toBe(true);
          for (const each of withIt) expect(mainOf(each)).toBe(main);
          if (kind < 5) {
            send(id, unmerge);
            expect(ids.filter((each) => mainOf(each) === id)).toEqual(withIt);
          }
        }
      }),
      { numRuns: 120 },
    ));
});

describe('merges that claim their members, in any order of their steps', () => {
  it('never close a circle, and in the end every main suggestion holds exactly what is merged into it', () =>
    fc.assert(
      fc.property(moves, fc.array(fc.nat(1000), { maxLength: 60 }), (drawn, order) => {
        const { at, send, claim, carryOut, settle, mainOf, intoOf, waiting } = forest();
        for (const [number, { member, into, kind }] of drawn.entries()) {
          if (kind < 2) send(ids[member], unmerge);
          else claim(ids[member], mainOf(ids[into])!, claimNo(number));
          for (const which of order.slice(number, number + (kind % 3))) if (waiting.length > 0) carryOut(which);
          for (const id of ids) expect(mainOf(id)).toBeDefined();
        }
        settle();
        for (const id of ids) {
          expect(mainOf(id)).toBeDefined();
          expect(membersHeld(at(id).state)).toEqual(ids.filter((each) => intoOf(each) === id).sort());
        }
      }),
      { numRuns: 250 },
    ));
  it('of two that are merged into each other at once, exactly one is', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 20 }), (order) => {
        const { claim, carryOut, settle, intoOf, waiting } = forest();
        const [x, y] = ids;
        claim(x, y, claimNo(1));
        claim(y, x, claimNo(2));
        for (const which of order) if (waiting.length > 0) carryOut(which);
        settle();
        expect([intoOf(x), intoOf(y)].filter(Boolean)).toHaveLength(1);
      }),
      { numRuns: 60 },
    ));
});
