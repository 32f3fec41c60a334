import type { ProjectId } from '@minsheng/contracts';
import type { AnnualList } from './annual-list.state';
import { countBallot, type Count } from './count-ballot';

type KnownList = Exclude<AnnualList, { status: 'unknown' }>;

/** What the recorded votes come to. */
export interface VoteOutcome {
  /** Adopted, in printed order: by votes received, the second vote after the first. */
  readonly elected: readonly ProjectId[];
  /** The tie that waits for a further vote, if any. */
  readonly tie?: Pick<Count, 'tied' | 'seatsLeft'>;
  /** Seats that nobody has a majority for. */
  readonly seatsLeft: number;
}

/** @returns undefined before a vote is recorded */
export const voteOutcome = (list: KnownList): VoteOutcome | undefined => {
  const { ballot, secondBallot, seats, tieResolvedFor } = list;
  if (!ballot) return undefined;
  const first = countBallot(ballot, seats);
  const open = seats - first.elected.length;
  const second = secondBallot && countBallot(secondBallot, open);
  const elected = [...first.elected, ...(second?.elected ?? []), ...tieResolvedFor];
  const { tied, seatsLeft } = second ?? first;
  const tie = tied.length > 0 && tieResolvedFor.length === 0 ? { tied, seatsLeft } : undefined;
  return { elected, tie, seatsLeft: tie ? 0 : seats - elected.length };
};
