import { yearOf, type Commitment, type Indicator, type ProjectId } from '@minsheng/contracts';
import { compare } from '../indicator/decimal';
import { Refusal } from '../decider';
import { isDueAfter, stageGoalOf } from '../indicator/kinds';
import { monthOf, yearOfMonth } from '../indicator/month';
import { sameUnit } from '../indicator/units';

export type CommitmentRefusal =
  'PART_ABOVE_WHOLE' | 'PART_OF_ANOTHER_UNIT' | 'STAGE_GOAL_MISSING' | 'DUE_BEFORE_THE_YEAR';
const refuse = (code: CommitmentRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** A part (其中) is told in the unit of its whole and is no larger (invariants 8 and 38). */
const assertPart = (part: Indicator, whole: Indicator): void => {
  const { id: indicatorId, unit, target } = part;
  if (!sameUnit(part, whole)) refuse('PART_OF_ANOTHER_UNIT', { indicatorId, unit, whole: whole.unit });
  if (target !== null && whole.target !== null && compare(target, whole.target) > 0)
    refuse('PART_ABOVE_WHOLE', { indicatorId, district: '', part: target, wholeId: whole.id, whole: whole.target });
};

/** Due inside the list's year, or after it with a goal for this year (invariant 5). */
const assertDue = (indicator: Indicator, year: number): void => {
  const { id: indicatorId, dueOn } = indicator;
  if (dueOn !== undefined && yearOfMonth(monthOf(dueOn)) < year)
    refuse('DUE_BEFORE_THE_YEAR', { indicatorId, dueOn, year });
  if (isDueAfter(indicator, year) && !stageGoalOf(indicator, year)) refuse('STAGE_GOAL_MISSING', { indicatorId, year });
};

/** What a promise must hold to before anybody decides on it. What does not concern this place is not looked at. */
export const assertCommitment = ({ indicators }: Commitment, projectId: ProjectId): void => {
  for (const indicator of indicators.filter(({ applicable }) => applicable)) {
    const whole = indicators.find(({ id, applicable }) => id === indicator.partOf && applicable);
    if (whole) assertPart(indicator, whole);
    assertDue(indicator, yearOf(projectId));
  }
};
