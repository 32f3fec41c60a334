import type { Indicator, IndicatorId } from '@minsheng/contracts';
import { isKept, isMet, isYesOrNo, percentOfTarget, targetOf, WHOLE, type Figures } from '@minsheng/domain';
import { at } from '../records';
import type { Targets } from './promise';

type Figure = Figures[IndicatorId][string];

/** Where an indicator stands in a district by what was verified. */
export interface DistrictStanding {
  readonly district: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly percent: string | null;
  readonly met: boolean | null;
}

/**
 * Where an indicator stands by what was verified, held against what the list's year owes of it. Percentages have no cap
 * (invariant 13) and are made by the domain's own functions.
 */
export interface IndicatorStanding extends Pick<
  Indicator,
  'id' | 'name' | 'unit' | 'scale' | 'comparator' | 'target' | 'lead'
> {
  readonly actual: string | null;
  readonly doneOn: string | null;
  readonly worksPercent: string | null;
  readonly percent: string | null;
  /** Null where it does not concern this place, or there is nothing to hold it against. */
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
  const { id, name, unit, scale, comparator, target, lead } = indicator;
  return {
    id,
    name,
    unit,
    ...(scale && { scale }),
    comparator,
    target,
    lead,
    actual: figure?.value ?? null,
    doneOn: figure?.doneOn ?? null,
    worksPercent: figure?.worksPercent ?? null,
    percent: percentOfTarget(indicator, targetOf(indicator, year), figure),
    met: isKept(indicator, districts, figures, year) ?? null,
    byDistrict,
  };
};

/** Where every indicator of a project stands. */
export const standingsOf = (
  indicators: readonly Indicator[],
  targets: Targets,
  figures: Figures,
  year: number,
): IndicatorStanding[] =>
  indicators.map((indicator) => standingOf(indicator, targets[indicator.id] ?? [], figures, year));
