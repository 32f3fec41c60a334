import { yearOf, type Commitment, type Indicator, type ProjectId } from '@minsheng/contracts';
import { compare } from '../indicator/decimal';
import { Refusal } from '../decider';
import { isDueAfter, stageGoalOf } from '../indicator/kinds';
import { departmentsOf } from '../indicator/leads';
import { monthOf, yearOfMonth } from '../indicator/month';
import { fallingStep, partInRing, whyImpossible, whyNoTarget, type QuantityRefusal } from '../indicator/possible';
import { sameUnit } from '../indicator/units';
import { assertNoTwins } from '../twin-names';

export type CommitmentRefusal =
  | 'SUGGESTION_NAMED_TWICE'
  | 'DEPARTMENT_NAMED_TWICE'
  | 'PART_ABOVE_WHOLE'
  | 'PART_OF_ANOTHER_UNIT'
  | 'PARTS_IN_A_RING'
  | 'UNIT_CARRIES_SCALE'
  | 'STEPS_FALL'
  | 'STAGE_GOAL_MISSING'
  | 'DUE_BEFORE_THE_YEAR';
const refuse = (code: CommitmentRefusal | QuantityRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** A part (其中) is told in the unit of its whole and is no larger (invariants 8 and 38). */
const assertPart = (part: Indicator, whole: Indicator): void => {
  const { id: indicatorId, unit, target } = part;
  if (!sameUnit(part, whole)) refuse('PART_OF_ANOTHER_UNIT', { indicatorId, unit, whole: whole.unit });
  if (target !== null && whole.target !== null && compare(target, whole.target) > 0)
    refuse('PART_ABOVE_WHOLE', { indicatorId, district: '', part: target, wholeId: whole.id, whole: whole.target });
};

/** 万人 in units of 万: is it ten thousand or a hundred million? */
const assertScaledOnce = ({ name: indicator, unit, scale }: Indicator): void => {
  if (scale !== undefined && scale !== '1' && /^[万亿]./.test(unit))
    refuse('UNIT_CARRIES_SCALE', { indicator, unit, scale });
};

/** Every figure of the promise is one that the indicator can come to, and no dated step asks for less again. */
const assertPossible = (indicator: Indicator): void => {
  const { name, target, ceiling, baseline, stretch, stageGoals = [], steps } = indicator;
  const goals = stageGoals.map((goal) => goal.target);
  for (const quantity of [target, ceiling, baseline, stretch, ...goals, ...steps.map((step) => step.quantity)]) {
    const code = quantity == null ? undefined : whyImpossible(indicator, quantity);
    if (code) refuse(code, { indicator: name, value: quantity! });
  }
  for (const quantity of [target, ...goals]) {
    const code = quantity == null ? undefined : whyNoTarget(indicator, quantity);
    if (code) refuse(code, { indicator: name, value: quantity! });
  }
  const falling = fallingStep(indicator);
  if (falling) refuse('STEPS_FALL', { indicator: name, ...falling });
};

/** Due inside the list's year, or after it with a goal for this year (invariant 5). */
const assertDue = (indicator: Indicator, year: number): void => {
  const { id: indicatorId, dueOn } = indicator;
  if (dueOn !== undefined && yearOfMonth(monthOf(dueOn)) < year)
    refuse('DUE_BEFORE_THE_YEAR', { indicatorId, dueOn, year });
  if (isDueAfter(indicator, year) && !stageGoalOf(indicator, year)) refuse('STAGE_GOAL_MISSING', { indicatorId, year });
};

/** What a promise must hold to before anybody decides on it. What does not concern this place is not looked at. */
export const assertCommitment = (commitment: Commitment, projectId: ProjectId): void => {
  const { indicators, suggestions, coDepartments } = commitment;
  const twice = suggestions.find((suggestionId, index) => suggestions.indexOf(suggestionId) < index);
  if (twice) refuse('SUGGESTION_NAMED_TWICE', { suggestionId: twice });
  assertNoTwins(departmentsOf(commitment), []);
  const named = [...new Set(indicators.map(({ lead }) => lead)), ...coDepartments];
  const again = named.find((department, index) => named.indexOf(department) < index);
  if (again) refuse('DEPARTMENT_NAMED_TWICE', { department: again });
  const inRing = partInRing(indicators);
  if (inRing) refuse('PARTS_IN_A_RING', { indicator: inRing.name });
  for (const indicator of indicators.filter(({ applicable }) => applicable)) {
    const whole = indicators.find(({ id, applicable }) => id === indicator.partOf && applicable);
    if (whole) assertPart(indicator, whole);
    assertScaledOnce(indicator);
    assertPossible(indicator);
    assertDue(indicator, yearOf(projectId));
  }
};
