import type { CommandData } from '@minsheng/contracts';
import { Refusal } from '../decider';

export type TallyRefusal =
  | 'EMPTY_TALLY'
  | 'MORE_ANSWERS_THAN_ASKED'
  | 'WEIGHTS_MUST_SUM_TO_100'
  | 'SATISFACTION_BALLOT_MISMATCH'
  | 'DIMENSION_NAMED_TWICE'
  | 'BALLOT_BEFORE_ACCEPTANCE'
  | 'BALLOT_OF_CLOSED_PROJECT';
const refuse = (code: TallyRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Nobody answered, or voted: that says nothing. */
const assertNotEmpty = (answers: number): void => {
  if (answers === 0) refuse('EMPTY_TALLY');
};

/** A survey that somebody answered, and no more than were asked. @throws TallyRefusal */
export const assertSurvey = ({ asked, counts }: CommandData<'RecordSurvey'>): void => {
  const answers = counts.reduce<number>((total, count) => total + count, 0);
  assertNotEmpty(answers);
  if (answers > asked) refuse('MORE_ANSWERS_THAN_ASKED', { answers, asked });
};

/** @throws TallyRefusal */
export const assertThirdParty = ({ dimensions }: CommandData<'RecordThirdPartyEvaluation'>): void => {
  const sum = dimensions.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) refuse('WEIGHTS_MUST_SUM_TO_100', { sum });
  const names = dimensions.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) refuse('DIMENSION_NAMED_TWICE', { name: twice });
};

/**
 * A ballot that somebody cast, whose grades add up.
 * @param acceptedOn before it there is nothing to vote on
 * @throws TallyRefusal
 */
export const assertSatisfactionBallot = (ballot: CommandData<'RecordSatisfactionBallot'>, acceptedOn: string): void => {
  const { valid, satisfied, basicallySatisfied, dissatisfied } = ballot;
  assertNotEmpty(valid);
  if (ballot.heldOn < acceptedOn) refuse('BALLOT_BEFORE_ACCEPTANCE', { heldOn: ballot.heldOn, acceptedOn });
  const sum = satisfied + basicallySatisfied + dissatisfied;
  if (sum !== valid) refuse('SATISFACTION_BALLOT_MISMATCH', { sum, valid });
};

/**
 * What was archived with the project stays as it was.
 * @param delivery the state of the project's delivery
 */
export const assertNotArchived = ({ status }: { readonly status: string }): void => {
  if (status === 'closed') refuse('BALLOT_OF_CLOSED_PROJECT');
};
