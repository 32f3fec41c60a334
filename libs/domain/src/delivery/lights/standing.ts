import type { Indicator, Month, Quantity, Rules, Standing } from '@minsheng/contracts';
import { compare, minus } from '../../indicator/decimal';
import { isReported, type Figure } from '../../indicator/figure';
import { isYesOrNo, targetFor, targetOf } from '../../indicator/kinds';
import { happenedOn, isMet } from '../../indicator/met';
import { yearOfMonth } from '../../indicator/month';
import { percentOfTarget } from '../../indicator/percent';
import { scheduleAt } from '../../indicator/schedule';
import type { DistrictTarget } from '../delivery.state';
import { WHOLE, type Figures } from '../reports/figures';

/** Where something is promised, and where it is reported: as a whole or in a district. */
export interface Place {
  readonly district?: string;
  readonly target: Quantity | null;
  readonly figure: Figure | undefined;
}

/**
 * Where an indicator is judged: as a whole and in each district that owes something, so that a total over 100 does not
 * hide a district at zero (edge case 2). A whole that nobody reports is judged by its districts; districts that do not
 * report are judged by the whole. What is kept or not kept is owed by every district of the table, with a figure or
 * without.
 */
export const placesOf = (
  indicator: Indicator,
  districts: readonly DistrictTarget[],
  figures: Figures,
  year: number,
): readonly Place[] => {
  if (!indicator.applicable) return [];
  const own = figures[indicator.id] ?? {};
  const target = targetOf(indicator, year);
  const owing = districts
    .filter((share) => share.target !== null || isYesOrNo(indicator))
    .map((share): Place => ({ district: share.district, target: share.target, figure: own[share.district] }));
  const districtsReport = owing.some(({ figure }) => isReported(figure));
  const whole: readonly Place[] = !isReported(own[WHOLE]) && districtsReport ? [] : [{ target, figure: own[WHOLE] }];
  return [...whole, ...(districtsReport || (target === null && !isYesOrNo(indicator)) ? owing : [])];
};

/**
 * Whether an indicator is kept as a whole; where nothing is promised or told of the whole, whether every district keeps
 * its own. Undefined where there is nothing to hold it against, or it does not concern this place.
 */
export const isKept = (
  indicator: Indicator,
  districts: readonly DistrictTarget[],
  figures: Figures,
  year: number,
): boolean | undefined => {
  const places = placesOf(indicator, districts, figures, year);
  const metAt = ({ target, figure }: Place) => isMet(indicator, target, figure);
  const whole = places
    .filter(({ district }) => district === undefined)
    .map(metAt)
    .at(0);
  if (whole !== undefined) return whole;
  const inDistricts = places
    .filter(({ district }) => district !== undefined)
    .map(metAt)
    .filter((met) => met !== undefined);
  return inDistricts.length > 0 ? inDistricts.every(Boolean) : undefined;
};

/** What was reached and what it is held against, as a reader compares them. */
const compared = (indicator: Indicator, { target, figure }: Place): Pick<Standing, 'actual' | 'target'> => {
  if (isYesOrNo(indicator)) return { actual: happenedOn(indicator, figure) ?? null, target: null };
  const against = targetFor(indicator, target);
  return {
    actual: figure?.value ?? null,
    target: against !== null && indicator.comparator === 'range' ? `${against}–${indicator.ceiling}` : against,
  };
};

const standingAt = (indicator: Indicator, place: Place, scheduled: Quantity): Standing | undefined => {
  const { district, target, figure } = place;
  const met = isMet(indicator, target, figure);
  if (met === undefined) return undefined;
  const percent = percentOfTarget(indicator, target, figure);
  const gap = minus(scheduled, percent ?? '0');
  const { id: indicatorId, lead } = indicator;
  const where = district === undefined ? {} : { district: district as Standing['district'] };
  return {
    indicatorId,
    lead,
    ...where,
    ...compared(indicator, place),
    percent,
    line: scheduled,
    behind: met || compare(gap, '0') < 0 ? '0' : gap,
    met,
  };
};

/** Where an indicator stands against its line by the end of a month, place by place. */
export const standingsOf = (
  indicator: Indicator,
  districts: readonly DistrictTarget[],
  figures: Figures,
  period: Month,
  rule: Rules['line'],
): readonly Standing[] => {
  const scheduled = scheduleAt(indicator, period, rule);
  return placesOf(indicator, districts, figures, yearOfMonth(period))
    .map((place) => standingAt(indicator, place, scheduled))
    .filter((standing) => standing !== undefined);
};
