import type { Indicator, Quantity } from '@minsheng/contracts';
import { compare, isZero } from './decimal';
import type { Figure } from './figure';
import { kindOf, targetFor } from './kinds';
import { isMet } from './met';
import { exactly, percentage, printed, type Ratio } from './ratio';

/**
 * Completion percentage, exact and uncapped (handbook domain.md 5.1): actual / target; where lower is better target
 * / actual; a standard that is reached is 100 whatever the overshoot. Null for an event, a range, all who qualify, an
 * empty or zero target (invariant 9), and where nothing was reported.
 */
export const exactPercentOfTarget = (
  indicator: Indicator,
  given: Quantity | null,
  figure: Figure | undefined,
): Ratio | null => {
  const { comparator } = indicator;
  const kind = kindOf(indicator);
  const target = targetFor(indicator, given);
  if (
    comparator === 'event' ||
    comparator === 'range' ||
    kind === 'entitlement' ||
    target === null ||
    isZero(target) ||
    figure?.value === undefined
  )
    return null;
  if (kind === 'standard' && isMet(indicator, target, figure)) return exactly(100);
  if (comparator === '>=') return percentage(figure.value, target);
  return compare(figure.value, '0') <= 0 ? null : percentage(target, figure.value);
};

/** The same as it is read: one decimal, or as many as keep it on its side of 100. */
export const percentOfTarget = (
  indicator: Indicator,
  given: Quantity | null,
  figure: Figure | undefined,
): Quantity | null => {
  const percent = exactPercentOfTarget(indicator, given, figure);
  return percent && printed(percent);
};

/**
 * The same figure by the base that was found instead of the planned one; both are shown (岳阳楼: 126 or 89 percent,
 * handbook domain.md edge case 7).
 */
export const percentOfRevisedBase = (indicator: Indicator, figure: Figure | undefined): Quantity | null => {
  const { value, revisedBase } = figure ?? {};
  return value === undefined || revisedBase === undefined || isZero(revisedBase) || indicator.comparator !== '>='
    ? null
    : printed(percentage(value, revisedBase));
};
