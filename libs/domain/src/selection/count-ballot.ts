import type { AnnualListEvent, ProjectId } from '@minsheng/contracts';

type Ballot = Extract<AnnualListEvent, { type: 'BallotRecorded' }>['data'];

/** What the ballot says: who is in, who is out, and who stands tied across the cut-off. */
export interface Count {
  readonly elected: readonly ProjectId[];
  readonly tied: readonly ProjectId[];
  readonly seatsLeft: number;
}

/**
 * Elected: a majority of **all** deputies, most votes first, up to the seats
 * (乡镇人代会选举办法(范本), handbook domain.md 4.3). A tie across the cut-off elects nobody of the tied: they vote again.
 */
export const countBallot = ({ deputies, tallies }: Ballot, seats: number): Count => {
  const ranked = tallies.filter(({ inFavour }) => inFavour * 2 > deputies).sort((a, b) => b.inFavour - a.inFavour);
  if (ranked.length <= seats) return { elected: ranked.map(({ projectId }) => projectId), tied: [], seatsLeft: 0 };
  const cutOff = ranked[seats - 1].inFavour;
  if (ranked[seats].inFavour < cutOff)
    return { elected: ranked.slice(0, seats).map(({ projectId }) => projectId), tied: [], seatsLeft: 0 };
  const above = ranked.filter(({ inFavour }) => inFavour > cutOff);
  return {
    elected: above.map(({ projectId }) => projectId),
    tied: ranked.filter(({ inFavour }) => inFavour === cutOff).map(({ projectId }) => projectId),
    seatsLeft: seats - above.length,
  };
};
