import type { Indicator, Month, Quantity, Rules, Step } from '@minsheng/contracts';
import { isZero, sum } from './decimal';
import { monthAt, monthNumber, monthOf, yearOfMonth } from './month';
import { isDueAfter, isYesOrNo, kindOf, targetOf } from './kinds';
import { exactly, order, percentage, printed, type Ratio } from './ratio';

const nothing = exactly(0);
const everything = exactly(100);

/** What is due at some time, earliest first. */
export const inOrder = <Dated extends Pick<Step, 'due'>>(all: readonly Dated[]): readonly Dated[] =>
  [...all].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));

/** The month by whose end everything is owed: its due day's, at the latest the last of the list's year. */
const dueMonth = ({ dueOn }: Indicator, year: number): Month =>
  dueOn === undefined || isDueAfter({ dueOn }, year) ? monthAt(year, 12) : monthOf(dueOn);

/**
 * What the dated steps want in all by the end of a month; undefined where none names a figure. Whether they are
 * increments was said at entry (edge case 19).
 */
const wantedBy = ({ steps, stepsAre }: Indicator, period: Month): Quantity | undefined => {
  const dated = inOrder(steps).flatMap(({ due, quantity }) => (quantity === undefined ? [] : [{ due, quantity }]));
  if (dated.length === 0) return undefined;
  const reached = dated.filter(({ due }) => due <= period).map(({ quantity }) => quantity);
  return stepsAre === 'increments' ? sum(reached) : (reached.at(-1) ?? '0');
};

/**
 * Steps as a share of the year's target. Where lower is better a step is a figure not to exceed by then, and nothing is
 * owed before the first.
 */
const scheduleOfSteps = (indicator: Indicator, period: Month): Ratio | undefined => {
  const target = targetOf(indicator, yearOfMonth(period));
  const wanted = wantedBy(indicator, period);
  if (wanted === undefined || target === null || isZero(target) || indicator.comparator === 'range') return undefined;
  if (isZero(wanted)) return nothing;
  const share = indicator.comparator === '<=' ? percentage(target, wanted) : percentage(wanted, target);
  return order(share, everything) > 0 ? everything : share;
};

const scheduleOfRule = (rule: Rules['line'], month: number): Ratio => {
  if (rule.shape === 'linear') return percentage(String(month), '12');
  return month <= 6
    ? percentage(String(rule.byJune * month), '600')
    : percentage(String(rule.byJune * 6 + (100 - rule.byJune) * (month - 6)), '600');
};

/** Whether the month has come by whose end all of a promise is due. */
export const isDueBy = (indicator: Indicator, period: Month): boolean =>
  period >= dueMonth(indicator, yearOfMonth(period));

/**
 * Share of the target due by the end of a month, in percent: own dated steps first, else the list's rule; everything in
 * the month it is due, at the latest. A ceiling is not approached: it holds from the first month. An event, an
 * entitlement and a standard are owed on a day, not by shares: nothing until their last step or due month.
 */
export const exactScheduleAt = (indicator: Indicator, period: Month, rule: Rules['line']): Ratio => {
  if (isDueBy(indicator, period)) return everything;
  const ofSteps = isYesOrNo(indicator) ? undefined : scheduleOfSteps(indicator, period);
  if (ofSteps !== undefined) return ofSteps;
  if (indicator.comparator === '<=') return everything;
  if (!isYesOrNo(indicator) && kindOf(indicator) !== 'standard') return scheduleOfRule(rule, monthNumber(period));
  const last = inOrder(indicator.steps).at(-1)?.due;
  return last !== undefined && period >= last ? everything : nothing;
};

/** A share as it is read: one decimal, or as many as keep it on its side of nothing and of 100. */
export const printedSchedule = (share: Ratio): Quantity => printed(share, [0, 100]);
export const scheduleAt = (indicator: Indicator, period: Month, rule: Rules['line']): Quantity =>
  printedSchedule(exactScheduleAt(indicator, period, rule));
