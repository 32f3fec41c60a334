import type { AnnualListEvent, CommandData, ListId } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { isSameProjectAndRound, type AnnualList, type SittingBallot } from './annual-list.state';

export type SittingRefusal = 'SITTING_BALLOTS_DIFFER' | 'BALLOT_BEING_RECORDED';
const refuse = (code: SittingRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

const ofOneSitting = (a: SittingBallot, b: SittingBallot): boolean => a.body === b.body && a.heldOn === b.heldOn;

/**
 * Invariant 30: whoever votes on several projects at one sitting casts as many valid ballots on each, or it is said
 * why not. The list's stream counts them, so that of two that differ and are sent at once, one is refused.
 * @param before the number that is put right, as the evaluation holds it: another one here is on its way there
 * @throws SittingRefusal
 */
export const countSittingBallot = (
  { sittingBallots }: Exclude<AnnualList, { status: 'unknown' }>,
  { ballot, before }: CommandData<'CountSittingBallot'>,
  listId: ListId,
): readonly AnnualListEvent[] => {
  const own = sittingBallots.find((counted) => isSameProjectAndRound(counted, ballot));
  if (own && own.valid !== ballot.valid && own.valid !== before)
    return refuse('BALLOT_BEING_RECORDED', { valid: own.valid });
  const other = sittingBallots.find(
    (counted) => counted !== own && ofOneSitting(counted, ballot) && counted.differsBecause === undefined,
  );
  if (other && other.valid !== ballot.valid && ballot.differsBecause === undefined)
    return refuse('SITTING_BALLOTS_DIFFER', { valid: ballot.valid, expected: other.valid });
  return [{ type: 'SittingBallotCounted', data: { listId, ballot } }];
};
