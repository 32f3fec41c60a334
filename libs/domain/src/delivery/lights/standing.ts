import type { Indicator, Month, Quantity, Rules, Standing } from '@minsheng/contracts';
import { isReported, type Figure } from '../../indicator/figure';
import { isYesOrNo, targetFor, targetOf } from '../../indicator/kinds';
import { isAboveCeiling, isMet, occurredOn } from '../../indicator/met';
import { yearOfMonth } from '../../indicator/month';
import { exactPercentOfTarget } from '../../indicator/percent';
import { exactly, less, order, printed, type Ratio } from '../../indicator/ratio';
import { exactScheduleAt, isDueBy, printedSchedule } from '../../indicator/schedule';
import { at } from '../../records';
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
 * hide a district at zero (edge case 2). A whole that nobody reports is judged by its districts; on the way, districts
 * that do not report are judged by the whole, but once everything is due (`everyDistrict`) each answers for itself. A
 * promise to be kept or not is owed by every district of the table, with a figure or without.
 */
export const placesOf = (
  indicator: Indicator,
  districts: readonly DistrictTarget[],
  figures: Figures,
  year: number,
  everyDistrict: boolean,
): readonly Place[] => {
  if (!indicator.applicable) return [];
  const own = figures[indicator.id] ?? {};
  const target = targetOf(indicator, year);
  const owing = districts
    .filter((share) => share.target !== null || isYesOrNo(indicator))
    .map((share): Place => ({ district: share.district, target: share.target, figure: at(own, share.district) }));
  const districtsReport = owing.some(({ figure }) => isReported(figure));
  const whole: readonly Place[] = !isReported(own[WHOLE]) && districtsReport ? [] : [{ target, figure: own[WHOLE] }];
  return [...whole, ...(everyDistrict || districtsReport || (target === null && !isYesOrNo(indicator)) ? owing : [])];
};

/**
 * Whether an indicator is kept: as a whole, and in every district of its table but those excepted, which are not all of
 * it. Undefined where there is nothing to hold it against, or it does not concern this place.
 */
export const isKept = (
  indicator: Indicator,
  districts: readonly DistrictTarget[],
  figures: Figures,
  year: number,
  excepted: readonly (string | undefined)[] = [],
): boolean | undefined => {
  const verdicts = placesOf(indicator, districts, figures, year, true)
    .map(({ district, target, figure }) => ({ district, met: isMet(indicator, target, figure) }))
    .filter(({ met }) => met !== undefined);
  if (verdicts.length === 0) return undefined;
  const required = verdicts.filter(({ district }) => district === undefined || !excepted.includes(district));
  return required.length > 0 && required.every(({ met }) => met);
};

/** What was reached and what it is held against, as a reader compares them. */
const compared = (indicator: Indicator, { target, figure }: Place): Pick<Standing, 'actual' | 'target'> => {
  if (isYesOrNo(indicator)) return { actual: occurredOn(indicator, figure) ?? null, target: null };
  const against = targetFor(indicator, target);
  return {
    actual: figure?.value ?? null,
    target: against !== null && indicator.comparator === 'range' ? `${against}–${indicator.ceiling}` : against,
  };
};

const nothing = exactly(0);

/** Where an indicator stands in a place, in exact fractions: colours are decided on these, texts made of them last. */
export interface ExactStanding {
  readonly indicator: Indicator;
  readonly place: Place;
  readonly percent: Ratio | null;
  readonly line: Ratio;
  /** Points behind the line; zero where it is met. */
  readonly behind: Ratio;
  readonly met: boolean;
  /**
   * Whether there is something to compare: it is met, or something is owed by now and known. Missing is not zero: a
   * figure that nobody has is `unknown` until everything is due.
   */
  readonly comparison: 'compared' | 'nothing owed yet' | 'unknown';
}

const everything = exactly(100);
/** Whether a line wants everything: from then on nothing is tolerated. */
export const isAllDue = (line: Ratio): boolean => order(line, everything) >= 0;

const comparisonOf = (met: boolean, line: Ratio, isKnown: boolean): ExactStanding['comparison'] => {
  if (met) return 'compared';
  if (order(line, nothing) === 0) return 'nothing owed yet';
  return isKnown ? 'compared' : 'unknown';
};

const standingAt = (
  indicator: Indicator,
  place: Place,
  scheduled: Ratio,
  isKnown: boolean,
): ExactStanding | undefined => {
  const met = isMet(indicator, place.target, place.figure);
  if (met === undefined) return undefined;
  const line = isAboveCeiling(indicator, place.figure) ? everything : scheduled;
  const percent = exactPercentOfTarget(indicator, place.target, place.figure);
  const gap = less(line, percent ?? nothing);
  // done too late: nothing is left to do, and the promise is not kept all the same
  const isDone = met || (indicator.comparator === 'event' && occurredOn(indicator, place.figure) !== undefined);
  const behind = isDone || order(gap, nothing) < 0 ? nothing : gap;
  return { indicator, place, percent, line, behind, met, comparison: comparisonOf(met, line, isKnown) };
};

/** Where an indicator stands against its line by the end of a month, place by place. */
export const standingsOf = (
  indicator: Indicator,
  districts: readonly DistrictTarget[],
  figures: Figures,
  period: Month,
  rule: Rules['line'],
): readonly ExactStanding[] => {
  const line = exactScheduleAt(indicator, period, rule);
  // a ceiling holds from the first month, long before anything is due
  const isDue = isAllDue(line) && (indicator.comparator !== '<=' || isDueBy(indicator, period));
  const places = placesOf(indicator, districts, figures, yearOfMonth(period), isDue);
  const isKnown = isDue || places.some(({ figure }) => isReported(figure));
  return places
    .map((place) => standingAt(indicator, place, line, isKnown))
    .filter((standing) => standing !== undefined);
};

/** The limits of a rule that percentages, and points behind, are held against. */
const limitsOf = (
  rule: Rules['lights'],
): { readonly percent: readonly number[]; readonly behind: readonly number[] } => ({
  percent: rule.scheme === 'five colours' ? [100, rule.redBelow, rule.orangeBelow, rule.yellowBelow] : [100],
  behind: rule.scheme === 'points behind' ? [0, rule.yellowFrom, rule.redOver] : [0],
});

/** As it is read and stored: no text stands on another side of a limit of the rule than the fraction. */
export const printedStanding = (
  rule: Rules['lights'],
  { indicator, place, percent, line, behind, met }: ExactStanding,
): Standing => {
  const limits = limitsOf(rule);
  return {
    indicatorId: indicator.id,
    lead: indicator.lead,
    ...(place.district !== undefined && { district: place.district as Standing['district'] }),
    ...compared(indicator, place),
    percent: percent && printed(percent, limits.percent),
    line: printedSchedule(line),
    behind: printed(behind, limits.behind),
    met,
  };
};
