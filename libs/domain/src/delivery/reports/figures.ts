import type { Indicator, IndicatorId, ReportLine } from '@minsheng/contracts';
import { sum } from '../../indicator/decimal';
import { byDay, reportedFields, type Figure } from '../../indicator/figure';
import { at, put } from '../../records';

/** What is known of each indicator, as a whole (key '') and in its districts. */
export type Figures = Readonly<Record<IndicatorId, Readonly<Record<string, Figure>>>>;

/** Figures without what happened after a day. */
export const figuresByDay = (figures: Figures, day: string): Figures => {
  const isLater = (figure: Figure) => byDay(figure, day) !== figure;
  const touched = Object.entries(figures).filter(([, places]) => Object.values(places).some(isLater));
  if (touched.length === 0) return figures;
  const trimmed = touched.map(([id, places]) => {
    const byDistrict: Record<string, Figure> = {};
    for (const [district, figure] of Object.entries(places)) {
      const known = byDay(figure, day);
      if (Object.keys(known).length > 0) put(byDistrict, district, known);
    }
    return [id, byDistrict];
  });
  return { ...figures, ...Object.fromEntries(trimmed) };
};

/** The key of the whole among the districts. */
export const WHOLE = '';

/** Where a line belongs: its indicator, as a whole or in a district. */
export const placeOf = ({
  indicatorId,
  district = WHOLE,
}: {
  readonly indicatorId: IndicatorId;
  readonly district?: string;
}): string => `${indicatorId} ${district}`;

/**
 * Whether lines give an additive indicator figures of districts and none of the whole, which then is their sum; rates
 * and standards are never summed (invariant 6).
 */
export const hasSummedWhole = ({ id, additive }: Indicator, lines: readonly ReportLine[]): boolean => {
  const figures = additive ? lines.filter(({ indicatorId, value }) => indicatorId === id && value !== undefined) : [];
  return (
    figures.length > 0 &&
    figures.every(({ district }) => district !== undefined) &&
    !lines.some((line) => line.indicatorId === id && line.district === undefined && line.unchanged)
  );
};

/** The figures after the lines of one more month; a whole that is not given is the sum of its districts. */
export const withLines = (
  figures: Figures,
  lines: readonly ReportLine[],
  indicators: readonly Indicator[],
): Figures => {
  const next: Record<string, Record<string, Figure>> = {};
  for (const reportLine of lines) {
    const { indicatorId, district = WHOLE } = reportLine;
    const fields = reportedFields.filter((field) => reportLine[field] !== undefined);
    if (fields.length === 0) continue;
    next[indicatorId] ??= { ...figures[indicatorId] };
    put(next[indicatorId], district, {
      ...at(next[indicatorId], district),
      ...Object.fromEntries(fields.map((field) => [field, reportLine[field]])),
    });
  }
  for (const { id } of indicators.filter((indicator) => hasSummedWhole(indicator, lines))) {
    const ofDistricts = Object.entries(next[id]).flatMap(([district, { value }]) =>
      district === WHOLE || value === undefined ? [] : [value],
    );
    next[id][WHOLE] = { ...next[id][WHOLE], value: sum(ofDistricts) };
  }
  return { ...figures, ...next };
};
