import type { LevelCounts } from '@minsheng/contracts';

/** How many people rated at each level, and how often somebody changed theirs. */
export interface Tally {
  readonly counts: LevelCounts;
  readonly changes: number;
}

/** What of a round's tally the public may have seen by the day of its newest rating, that day not included. */
export interface Publishing {
  /** Business date of the newest rating; null before the first. */
  readonly day: string | null;
  readonly published: Tally | null;
  /** Next to be published, once enough has come after it that the rest of the round cannot be told apart either. */
  readonly pending: Tally | null;
}
export const unpublished: Publishing = { day: null, published: null, pending: null };

/** Ratings and changes between two published tallies: in a smaller group somebody's level could be guessed. */
const SMALLEST_STEP = 10;

const acts = (tally: Tally | null): number =>
  tally === null ? 0 : tally.counts.reduce<number>((sum, count) => sum + count, 0) + tally.changes;

/**
 * A rating comes: where it is the first of its day, the days before it are whole. `step` is given by tests alone.
 * @param before the tally without it
 */
export const publishingAt = (
  day: string,
  before: Tally,
  { day: last, published, pending }: Publishing,
  step = SMALLEST_STEP,
): Publishing => {
  if (last === null || day <= last) return { day: last ?? day, published, pending };
  const whole = { counts: before.counts, changes: before.changes };
  if (pending === null) return { day, published, pending: acts(whole) - acts(published) >= step ? whole : null };
  return acts(whole) - acts(pending) >= step
    ? { day, published: pending, pending: whole }
    : { day, published, pending };
};

/**
 * A round that is over is published whole, unless it is too small: whatever was published of it before, at least one
 * more step came after.
 */
export const publishedWhole = ({ counts, changes }: Tally, step = SMALLEST_STEP): Tally | null =>
  acts({ counts, changes }) >= step ? { counts, changes } : null;

/**
 * The tally that the public sees on a day: of whole past days, in steps of at least ten ratings and changes, so that
 * whoever knows when somebody rated does not learn how. Null while there are too few.
 */
export const publishedTally = (
  { counts, changes, frozen, publishing }: Tally & { readonly frozen: boolean; readonly publishing: Publishing },
  today: string,
  step = SMALLEST_STEP,
): Tally | null => {
  const whole = { counts, changes };
  if (frozen && publishing.day !== null && publishing.day < today) return publishedWhole(whole, step);
  return publishingAt(today, whole, publishing, step).published;
};
