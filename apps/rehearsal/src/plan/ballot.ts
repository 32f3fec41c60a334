export interface Tally {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly notVoted: number;
}
export interface Ballot {
  readonly deputies: number;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly tallies: readonly Tally[];
}

/**
 * A ballot that elects the first `seats` candidates in the order given: distinct tallies, all with a majority of all
 * deputies, each adding up to the valid ballots.
 */
export const ballotOf = (candidates: number): Ballot => {
  const deputies = Math.max(231, 5 * candidates + 60);
  const [issued, returned] = [deputies - 4, deputies - 6];
  const valid = returned;
  const tallies = Array.from({ length: candidates }, (_, index) => {
    const inFavour = valid - 3 - index * 2;
    const rest = valid - inFavour;
    const against = Math.floor(rest / 2);
    const abstained = Math.floor((rest - against) / 2);
    return { inFavour, against, abstained, notVoted: rest - against - abstained };
  });
  return { deputies, issued, returned, valid, tallies };
};
