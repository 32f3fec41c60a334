import type { CommandData, ProjectId } from '@minsheng/contracts';
import { Refusal } from '../decider';

export type BallotRefusal =
  | 'BALLOT_MISSES_CANDIDATES'
  | 'MORE_BALLOTS_THAN_ISSUED'
  | 'BALLOT_SUM_MISMATCH'
  | 'EMPTY_BALLOT'
  | 'DECISION_IN_THE_FUTURE'
  | 'DECISION_BEFORE_ITS_TIME';
const refuse = (code: BallotRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Days a decision can be of: not after `today`, nor before what is decided was put, where that day is known. */
interface Days {
  readonly today: string;
  readonly since?: string;
}

/** A decision is recorded once it was made. @throws DECISION_IN_THE_FUTURE, DECISION_BEFORE_ITS_TIME */
export const assertDecided = (heldOn: string, { today, since }: Days): void => {
  if (heldOn > today) refuse('DECISION_IN_THE_FUTURE', { heldOn, today });
  if (since !== undefined && heldOn < since) refuse('DECISION_BEFORE_ITS_TIME', { heldOn, since });
};

/** Invariant 3: the ballots must add up before anything is counted. */
const assertAddsUp = ({ deputies, issued, returned, valid, tallies }: CommandData<'RecordBallot'>) => {
  if (valid === 0) refuse('EMPTY_BALLOT');
  if (issued > deputies || returned > issued || valid > returned)
    refuse('MORE_BALLOTS_THAN_ISSUED', { deputies, issued, returned, valid });
  for (const { projectId, inFavour, against, abstained, notVoted } of tallies) {
    const ballots = inFavour + against + abstained + notVoted;
    if (ballots !== valid) refuse('BALLOT_SUM_MISMATCH', { projectId, sum: ballots, valid });
  }
};

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set(a).size === a.length && a.every((element) => b.includes(element));

/** A vote on every one of these candidates, held in time, whose ballots add up. @throws BallotRefusal */
export const assertBallot = (
  ballot: CommandData<'RecordBallot'>,
  candidates: readonly ProjectId[],
  days: Days,
): void => {
  assertDecided(ballot.heldOn, days);
  const voted = ballot.tallies.map(({ projectId }) => projectId);
  if (!sameSet(voted, candidates)) refuse('BALLOT_MISSES_CANDIDATES');
  assertAddsUp(ballot);
};
