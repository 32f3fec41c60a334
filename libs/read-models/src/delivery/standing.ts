import type { Indicator, IndicatorId } from '@minsheng/contracts';
import { isKept, isMet, isYesOrNo, percentOfTarget, targetOf, WHOLE, type Figures } from '@minsheng/domain';
import { at } from '../records';
import type { Targets } from './promise';

type Figure = Figures[IndicatorId][string];

/** Verified figure of an indicator in a district against its target. */
export interface DistrictStanding {
  readonly district: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly percent: string | null;
  readonly met: boolean | null;
}

/**
 * Verified figure of an indicator against the target of the list's year. Percentages have no cap (invariant 13) and are
 * computed by the domain.
 */
export interface IndicatorStanding extends Pick<
  Indicator,
  'id' | 'name' | 'unit' | 'scale' | 'comparator' | 'target' | 'lead'
> {
  /** What the list's year owes: its stage goal where there is one, else the target. */
  readonly targetThisYear: string | null;
  readonly actual: string | null;
  readonly doneOn: string | null;
  readonly worksPercent: string | null;
  readonly percent: string | null;
  /** Null if it does not apply to this place, or has no target. */
  readonly met: boolean | null;
  readonly byDistrict: readonly DistrictStanding[];
}

const inDistricts = (
  indicator: Indicator,
  districts: Targets[IndicatorId],
  own: Readonly<Record<string, Figure>>,
): DistrictStanding[] =>
  districts.map(({ district, target }) => {
    const figure = at(own, district);
    return {
      district,
      target,
      actual: figure?.value ?? null,
      percent: percentOfTarget(indicator, target, figure),
      met: target === null && !isYesOrNo(indicator) ? null : (isMet(indicator, target, figure) ?? null),
    };
  });

const standingOf = (
  indicator: Indicator,
  districts: Targets[IndicatorId],
  figures: Figures,
  year: number,
): IndicatorStanding => {
  const own = figures[indicator.id] ?? {};
  const byDistrict = inDistricts(indicator, districts, own);
  const figure: Figure | undefined = own[WHOLE];
  const targetThisYear = targetOf(indicator, year);
  const { id, name, unit, scale, comparator, target, lead } = indicator;
  return {
    id,
    name,
    unit,
    ...(scale && { scale }),
    comparator,
    target,
    lead,
    targetThisYear,
    actual: figure?.value ?? null,
    doneOn: figure?.doneOn ?? null,
    worksPercent: figure?.worksPercent ?? null,
    percent: percentOfTarget(indicator, targetThisYear, figure),
    met: isKept(indicator, districts, figures, year) ?? null,
    byDistrict,
  };
};

/** The standing of every indicator of a project. */
export const standingsOf = (
  indicators: readonly Indicator[],
  targets: Targets,
  figures: Figures,
  year: number,
): IndicatorStanding[] =>
  indicators.map((indicator) => standingOf(indicator, targets[indicator.id] ?? [], figures, year));
