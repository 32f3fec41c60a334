import fc from 'fast-check';
import type { SuggestionCommand } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { suggestion } from '../testing/fixtures';
import { assertMergeTarget } from './suggestion.decider';
import { assign, suggestionAggregate, mergeInto, receive, register, screen, unmerge } from './suggestion.fixtures';
import type { Suggestion } from './suggestion.state';

const codeOf = (target: Suggestion): string | undefined => {
  try {
    assertMergeTarget(target);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('what others may be merged into', () => {
  it('is nothing unknown', () => expect(codeOf({ status: 'unknown' })).toBe('MERGE_TARGET_UNKNOWN'));
  it('is nothing that is itself merged', () =>
    expect(codeOf({ status: 'merged', into: suggestion(3), before: { status: 'registered' } })).toBe(
      'MERGE_TARGET_IS_MERGED',
    ));
  it.each<Suggestion>([
    { status: 'received' },
    { status: 'registered' },
    { status: 'screened', outcome: 'candidate' },
    { status: 'answered' },
    { status: 'referred' },
  ])('may be $status', (target) => expect(codeOf(target)).toBeUndefined());
});

describe('any number of merges and their undoing', () => {
  /** The ways on which a suggestion may have come before it is merged. */
  const ways: SuggestionCommand[][] = [
    [receive, register],
    [receive, register, assign],
    [receive, register, screen('candidate')],
    [receive, register, screen('reserve pool', '资金未落实。')],
  ];
  const scene = fc.record({
    paths: fc.array(fc.constantFrom(...ways), { minLength: 2, maxLength: 5 }),
    moves: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.boolean()), { maxLength: 25 }),
  });

  it('leave every suggestion where it stood, once all are undone', () =>
    fc.assert(
      fc.property(scene, ({ paths, moves }) => {
        const streams = paths.map((path, index) => {
          const stream = suggestionAggregate(suggestion(index + 1));
          path.forEach((command) => stream.ask(command));
          return stream;
        });
        const before = streams.map((stream) => stream.state());
        for (const [a, b, merge] of moves.map(
          ([a, b, merge]) => [a % paths.length, b % paths.length, merge] as const,
        )) {
          const merged = streams[a].state().status === 'merged';
          if (merge) {
            // As the handler does: the target's stream is asked first.
            if (codeOf(streams[b].state()) === undefined)
              expect(streams[a].refusal(mergeInto(suggestion(b + 1)))).toBe(
                merged ? 'SUGGESTION_IS_MERGED' : a === b ? 'NOT_MERGED_INTO_ITSELF' : undefined,
              );
          } else {
            expect(streams[a].refusal(unmerge)).toBe(merged ? undefined : 'SUGGESTION_NOT_MERGED');
          }
        }
        for (const stream of streams) if (stream.state().status === 'merged') stream.ask(unmerge);
        expect(streams.map((stream) => stream.state())).toEqual(before);
        streams.forEach((stream, index) =>
          expect(stream.log.every(({ data }) => data.suggestionId === suggestion(index + 1))).toBe(true),
        );
      }),
      { numRuns: 150 },
    ));
});
