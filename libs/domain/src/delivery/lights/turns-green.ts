import type { Indicator, Light, Quantity, Rules, Standing } from '@minsheng/contracts';
import { compare } from '../../indicator/decimal';
import { isYesOrNo, kindOf, targetFor } from '../../indicator/kinds';
import { divided, exactly, multiplied, order, roundedDown, roundedUp, type Ratio } from '../../indicator/ratio';
import { isAllDue, type ExactStanding } from './standing';

const everything = exactly(100);

/** The percentage that the rule wants: the line, or under five colours its limit of green until everything is due. */
const wantedBy = (rule: Rules['lights'], { line }: ExactStanding): Ratio =>
  rule.scheme === 'five colours' && !isAllDue(line) ? exactly(rule.yellowBelow) : line;
/** What can be counted has no fractions; the rest is reported to the hundredth. */
const decimalsOf = (indicator: Indicator, target: Quantity): number =>
  ['count', 'recurring duty'].includes(kindOf(indicator)) && (indicator.scale ?? '1') === '1' && !target.includes('.')
    ? 0
    : 2;

const figureFor = (wanted: Ratio, { indicator, place }: ExactStanding): Quantity | null => {
  const target = isYesOrNo(indicator) ? null : targetFor(indicator, place.target);
  if (target === null) return null;
  if (indicator.comparator === 'range') {
    const isAbove = place.figure?.value !== undefined && compare(place.figure.value, indicator.ceiling!) > 0;
    return isAbove ? indicator.ceiling! : target;
  }
  if (order(wanted, everything) >= 0) return target;
  const decimals = decimalsOf(indicator, target);
  const share = divided(wanted, everything);
  if (indicator.comparator === '<=') return roundedDown(divided(exactly(target), share), decimals);
  const least = roundedUp(multiplied(exactly(target), share), decimals);
  return compare(least, target) > 0 ? target : least;
};

/**
 * What would turn a light green: the cumulative figure that its worst standing needs by the end of the month; null for
 * an event or all who qualify, which has to be.
 */
export const turnsGreen = (rule: Rules['lights'], worst: ExactStanding): NonNullable<Light['turnsGreen']> => ({
  indicatorId: worst.indicator.id,
  ...(worst.place.district !== undefined && { district: worst.place.district as Standing['district'] }),
  value: figureFor(wantedBy(rule, worst), worst),
});
