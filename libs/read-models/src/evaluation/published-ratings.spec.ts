import type { LevelCounts } from '@minsheng/contracts';
import fc from 'fast-check';
import { publishedTally, publishingAt, unpublished, type Publishing, type Tally } from './published-ratings';

/** A rating of one person, or the change of one, on a day of the year. */
interface Act {
  readonly day: number;
  readonly level: number;
}
const dayOf = (day: number): string => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
const none: LevelCounts = [0, 0, 0, 0, 0];
const plus = ({ counts, changes }: Tally, level: number): Tally => ({
  counts: counts.map((count, index) => (index === level - 1 ? count + 1 : count)) as unknown as LevelCounts,
  changes,
});

/** Everything that the public sees of a round, day by day, until it is closed and the day after. */
const seenOf = (acts: readonly Act[], step?: number): (Tally | null)[] => {
  const seen: (Tally | null)[] = [];
  let tally: Tally = { counts: none, changes: 0 };
  let publishing: Publishing = unpublished;
  const lastDay = Math.max(...acts.map(({ day }) => day));
  for (let day = 0; day <= lastDay + 1; day += 1) {
    const frozen = day > lastDay;
    seen.push(publishedTally({ ...tally, frozen, publishing }, dayOf(day), step)); // in the morning
    for (const { level } of acts.filter((act) => act.day === day)) {
      publishing = publishingAt(dayOf(day), tally, publishing, step);
      tally = plus(tally, level);
      seen.push(publishedTally({ ...tally, frozen, publishing }, dayOf(day), step)); // after each rating
    }
  }
  return seen;
};

const answersIn = (tally: Tally | null) => (tally ? tally.counts.reduce<number>((sum, count) => sum + count, 0) : 0);
/** What came between two tallies that the public saw one after the other. */
const groupsIn = (seen: readonly (Tally | null)[]) =>
  seen.flatMap((after, index) => {
    const before = seen[index - 1] ?? null;
    if (after === null || answersIn(after) === answersIn(before)) return [];
    return [after.counts.map((count, level) => count - (before?.counts[level] ?? 0))];
  });
/**
 * Whoever knows when each person rated, and guesses for each the level that is most frequent in their group: how many
 * they get right for certain, because everybody of the group said the same.
 */
const certain = (groups: readonly number[][], smallest: number) =>
  groups.filter((group) => group.reduce((sum, count) => sum + count, 0) < smallest).flat();

const year = fc
  .array(fc.record({ day: fc.nat(60), level: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 150 })
  .map((acts) => [...acts].sort((a, b) => a.day - b.day));

describe('from all that the public sees of a round, somebody who knows when each person rated', () => {
  it('sees no group of fewer than ten, not even at the end', () =>
    fc.assert(
      fc.property(year, (acts) => {
        expect(certain(groupsIn(seenOf(acts)), 10)).toEqual([]);
      }),
    ));
  it('sees nothing change between the ratings of one day', () =>
    fc.assert(
      fc.property(year, (acts) => {
        const seen = seenOf(acts);
        let index = 0;
        for (let day = 0; day <= Math.max(...acts.map((act) => act.day)); day += 1) {
          const ofDay = acts.filter((act) => act.day === day).length;
          expect(new Set(seen.slice(index, index + ofDay + 1).map((tally) => JSON.stringify(tally))).size).toBe(1);
          index += ofDay + 1;
        }
      }),
    ));
  it('sees the whole round in the end, if there were ten', () =>
    fc.assert(
      fc.property(year, (acts) => {
        expect(answersIn(seenOf(acts).at(-1)!)).toBe(acts.length >= 10 ? acts.length : 0);
      }),
    ));
  it('would see single persons if the steps were of one', () => {
    const acts = Array.from({ length: 12 }, (_, day) => ({ day, level: (day % 5) + 1 }));
    expect(certain(groupsIn(seenOf(acts, 1)), 10).length).toBeGreaterThan(0);
    expect(certain(groupsIn(seenOf(acts)), 10)).toEqual([]);
  });
});

it('a rating that is changed counts as one more act', () => {
  const whole: Tally = { counts: [0, 0, 0, 0, 6], changes: 4 };
  expect(publishingAt('2020-01-02', whole, { day: '2020-01-01', published: null, pending: null })).toMatchObject({
    pending: whole,
  });
});
