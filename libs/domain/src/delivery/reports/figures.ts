import type { Indicator, IndicatorId, ReportLine } from '@minsheng/contracts';
import { sum } from '../../indicator/decimal';
import { reportedFields, type Figure } from '../../indicator/figure';
import { at, put } from '../../records';

/** What is known of each indicator, as a whole (key '') and in its districts. */
export type Figures = Readonly<Record<IndicatorId, Readonly<Record<string, Figure>>>>;

/** The key of the whole among the districts. */
export const WHOLE = '';

/**
 * The figures after one more report. A report that gives districts but no whole sets the whole of an additive indicator
 * to their sum; rates and standards are never summed (invariant 6).
 */
export const withLines = (
  figures: Figures,
  lines: readonly ReportLine[],
  indicators: readonly Indicator[],
): Figures => {
  const next: Record<string, Record<string, Figure>> = {};
  for (const reportLine of lines) {
    const { indicatorId, district = WHOLE } = reportLine;
    next[indicatorId] ??= { ...figures[indicatorId] };
    put(next[indicatorId], district, {
      ...at(next[indicatorId], district),
      ...Object.fromEntries(
        reportedFields.flatMap((field) => (reportLine[field] === undefined ? [] : [[field, reportLine[field]]])),
      ),
    });
  }
  for (const { id } of indicators.filter(({ additive }) => additive)) {
    const mine = lines.filter(({ indicatorId }) => indicatorId === id);
    if (mine.length === 0 || mine.some(({ district }) => district === undefined)) continue;
    const byDistrict = Object.entries(next[id]).filter(
      ([district, { value }]) => district !== WHOLE && value !== undefined,
    );
    if (byDistrict.length > 0)
      next[id][WHOLE] = { ...next[id][WHOLE], value: sum(byDistrict.map(([, { value }]) => value!)) };
  }
  return { ...figures, ...next };
};
