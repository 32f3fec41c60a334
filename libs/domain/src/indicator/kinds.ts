import type { Indicator, Kind, Quantity } from '@minsheng/contracts';
import { monthOf, yearOfMonth } from './month';

/** The kind of a promise (handbook domain.md section 10): as the list says, else read from its fields. */
export const kindOf = ({ kind, comparator, additive }: Pick<Indicator, 'kind' | 'comparator' | 'additive'>): Kind =>
  kind ?? (comparator === 'event' ? 'event' : additive ? 'count' : 'rate');

/**
 * Kept or not kept, without a figure in between: no percentage is made of it, and it is owed on its day, not month by
 * month.
 */
export const isYesOrNo = (indicator: Pick<Indicator, 'kind' | 'comparator' | 'additive'>): boolean =>
  ['event', 'entitlement'].includes(kindOf(indicator));

/**
 * What a figure is held against: a duty without a target of its own owes its checkpoints (handbook domain.md edge case
 * 20).
 */
export const targetFor = ({ checkpoints }: Pick<Indicator, 'checkpoints'>, target: Quantity | null): Quantity | null =>
  target ?? (checkpoints === undefined ? null : String(checkpoints));

/** Due after the year's end: what is owed by then is the year's stage goal (invariant 5). */
export const isDueAfter = ({ dueOn }: Pick<Indicator, 'dueOn'>, year: number): boolean =>
  dueOn !== undefined && yearOfMonth(monthOf(dueOn)) > year;
export const stageGoalOf = ({ stageGoals }: Pick<Indicator, 'stageGoals'>, year: number) =>
  stageGoals?.find((goal) => goal.year === year);

/**
 * The figure that a year owes: the stage goal's where it names one (handbook domain.md edge case 17). What is due after
 * the year by a goal in words owes no figure this year; an event with such a goal owes the goal.
 */
export const targetOf = (
  indicator: Pick<Indicator, 'target' | 'checkpoints' | 'stageGoals' | 'dueOn'>,
  year: number,
): Quantity | null => {
  const goal = stageGoalOf(indicator, year);
  if (goal?.target !== undefined) return goal.target;
  return targetFor(indicator, goal && isDueAfter(indicator, year) ? null : indicator.target);
};
