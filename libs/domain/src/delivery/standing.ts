import type { Indicator, Month, Quantity, Rules, Standing } from '@minsheng/contracts';
import { compare, isZero, minus, percentOf } from '../decimal';
import { numberOf } from '../month';
import { WHOLE, isTold, type Figure, type Figures } from './figures';

/** A district's share of an indicator. `target` null: it takes part without a figure of its own. */
export interface DistrictTarget { readonly district: string; readonly target: Quantity | null }

/** Whether what was reached keeps the promise; undefined where there is nothing to hold it against. */
export const isMet = ({ comparator }: Indicator, target: Quantity | null, figure: Figure | undefined): boolean | undefined => {
  if (comparator === 'event') return figure?.doneOn !== undefined;
  if (target === null) return undefined;
  if (figure?.value === undefined) return comparator === '>=' && isZero(target); // who owes nothing is not behind for saying nothing
  const side = compare(figure.value, target);
  return comparator === '>=' ? side >= 0 : side <= 0;
};

/**
 * Completion percentage, one decimal, uncapped (handbook domain.md 5.1): actual / target; where lower is better target / actual.
 * Null for an event, an empty or zero target (invariant 9), and where nothing was reported.
 */
export const percentOfTarget = ({ comparator }: Indicator, target: Quantity | null, figure: Figure | undefined): Quantity | null => {
  if (comparator === 'event' || target === null || isZero(target) || figure?.value === undefined) return null;
  if (comparator === '>=') return percentOf(figure.value, target);
  return isZero(figure.value) ? null : percentOf(target, figure.value);
};

/** Share of the target due by the end of a month, in percent: own dated steps first, else the list's rule. */
export const lineAt = (indicator: Indicator, period: Month, rule: Rules['line']): Quantity => {
  const month = numberOf(period);
  const { comparator, target } = indicator;
  const steps = [...indicator.steps].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  if (comparator === 'event') {
    const due = steps.length > 0 ? steps[steps.length - 1].due : `${period.slice(0, 4)}-12`;
    return period >= due ? '100' : '0';
  }
  const dated = steps.filter(({ quantity }) => quantity !== undefined);
  if (dated.length > 0 && target !== null && !isZero(target)) {
    const reached = dated.filter(({ due }) => due <= period).at(-1);
    return reached ? percentOf(reached.quantity!, target) : '0';
  }
  if (rule.shape === 'linear') return percentOf(String(month), '12');
  return month <= 6 ? percentOf(String(rule.byJune * month), '600') : percentOf(String(rule.byJune * 6 + (100 - rule.byJune) * (month - 6)), '600');
};

const standingOf = (indicator: Indicator, target: Quantity | null, figure: Figure | undefined, line: Quantity, district?: string): Standing | undefined => {
  const met = isMet(indicator, target, figure);
  if (met === undefined) return undefined;
  const percent = percentOfTarget(indicator, target, figure);
  const gap = minus(line, percent ?? '0');
  return { indicatorId: indicator.id, lead: indicator.lead, ...(district !== undefined && { district: district as Standing['district'] }), percent, line, behind: met || compare(gap, '0') < 0 ? '0' : gap, met };
};

/** An indicator as a whole and in each district that has a target: a total over 100 does not hide a district at zero (edge case 2). */
export const standingsOf = (indicator: Indicator, districts: readonly DistrictTarget[], figures: Figures, period: Month, rule: Rules['line']): readonly Standing[] => {
  if (!indicator.applicable) return [];
  const line = lineAt(indicator, period, rule);
  const own = figures[indicator.id] ?? {};
  const ofDistricts = districts.filter(({ target }) => target !== null).map(({ district, target }) => ({ district, target, figure: own[district] }));
  const districtsReport = ofDistricts.some(({ figure }) => isTold(figure));
  // A whole that nobody reports is judged by its districts; districts that do not report are judged by the whole.
  const whole = !isTold(own[WHOLE]) && districtsReport ? undefined : standingOf(indicator, indicator.target, own[WHOLE], line);
  const byDistrict = districtsReport || indicator.target === null ? ofDistricts.map(({ district, target, figure }) => standingOf(indicator, target, figure, line, district)) : [];
  return [whole, ...byDistrict].filter((standing) => standing !== undefined);
};
