import type { Indicator, Light, Quantity, Rules, Standing } from '@minsheng/contracts';
import { compare, leastAbove, mostBelow } from '../../indicator/decimal';
import { kindOf } from '../../indicator/kinds';

/** What a reading of the percentage adds by rounding half up: 41.65 prints as 41.7. */
const ROUNDING = '0.05';

/** The percentage that the rule wants: the line, or under five colours its limit of green. */
const wantedBy = (rule: Rules['lights'], { line }: Standing): Quantity =>
  rule.scheme === 'five colours' ? String(rule.yellowBelow) : line;
/** What can be counted has no fractions; the rest is told to the hundredth. */
const decimalsOf = (indicator: Indicator, target: Quantity): number =>
  ['count', 'recurring duty'].includes(kindOf(indicator)) && (indicator.scale ?? '1') === '1' && !target.includes('.')
    ? 0
    : 2;

const figureFor = (indicator: Indicator, wanted: Quantity, { target, actual }: Standing): Quantity | null => {
  if (target === null || target === undefined) return null;
  if (indicator.comparator === 'range') {
    const [floor, ceiling] = target.split('–');
    return actual !== null && actual !== undefined && compare(actual, ceiling) > 0 ? ceiling : floor;
  }
  if (compare(wanted, '100') >= 0) return target;
  const decimals = decimalsOf(indicator, target);
  if (indicator.comparator === '<=') return mostBelow(target, wanted, ROUNDING, decimals);
  const least = leastAbove(target, wanted, ROUNDING, decimals);
  return compare(least, target) > 0 ? target : least;
};

/**
 * What would turn a light green: the cumulative figure that its worst standing needs by the end of the month; null for
 * an event or all who qualify, which has to be.
 */
export const turnsGreen = (
  rule: Rules['lights'],
  indicator: Indicator,
  worst: Standing,
): NonNullable<Light['turnsGreen']> => ({
  indicatorId: worst.indicatorId,
  ...(worst.district !== undefined && { district: worst.district }),
  value: figureFor(indicator, wantedBy(rule, worst), worst),
});
