import type { Indicator, IndicatorId, Month, ReportLine } from '@minsheng/contracts';
import {
  at,
  byDay,
  decimal,
  hasSummedWhole,
  lastDayOf,
  monthAt,
  monthNumber,
  put,
  WHOLE,
  yearOfMonth,
  type Figures,
} from '@minsheng/domain';

/** The fields of a report line other than its figure. */
export type LineDetails = Omit<ReportLine, 'indicatorId' | 'district' | 'value' | 'reason'>;

/** The figures of a project's year, as submitted or as verified. */
export interface Matrix {
  /**
   * By indicator, district ('' is the whole) and month, January first. Null if that month's report has no figure:
   * missing is not zero.
   */
  readonly values: Readonly<Record<IndicatorId, Readonly<Record<string, readonly (string | null)[]>>>>;
  /** Details of the lines, by indicator, district and month. */
  readonly besides: Readonly<Record<IndicatorId, Readonly<Record<string, Readonly<Record<Month, LineDetails>>>>>>;
  /** Months (1 to 12) whose whole was not reported and is the sum of the districts. */
  readonly summed: Readonly<Record<IndicatorId, readonly number[]>>;
}
export const emptyMatrix: Matrix = { values: {}, besides: {}, summed: {} };

export const MONTHS = 12;
const replaced = <T>(all: readonly T[], index: number, item: T): T[] =>
  all.map((before, place) => (place === index ? item : before));

/** The newest figure of the cells up to a month. */
export const newest = (cells: readonly (string | null)[] | undefined, until: number): string | undefined => {
  for (let month = until; month > 0; month -= 1) {
    const value = cells?.[month - 1];
    if (value != null) return value;
  }
  return undefined;
};
/** The details up to a month, each field from the newest month that has it. */
const newestDetails = (
  byMonth: Readonly<Record<Month, LineDetails>> | undefined,
  until: number,
): LineDetails | undefined => {
  const reported = (Object.keys(byMonth ?? {}) as Month[]).filter((period) => monthNumber(period) <= until).sort();
  if (!byMonth || reported.length === 0) return undefined;
  const known = reported.reduce<LineDetails>((before, period) => {
    const { unchanged: _, noFigure: __, ...details } = byMonth[period]; // statements about their own month alone
    return { ...before, ...details };
  }, {});
  return byDay(known, lastDayOf(monthAt(yearOfMonth(reported[0]), until)));
};

/**
 * The figures at the end of a month: each from the newest month that reported it, as by `figuresAt` of the domain.
 */
export const figuresOf = (
  { values, besides }: Pick<Matrix, 'values' | 'besides'>,
  until = MONTHS,
  only?: ReadonlySet<string>,
): Figures => {
  const figures: Record<string, Record<string, object>> = {};
  for (const id of new Set([...Object.keys(values), ...Object.keys(besides)]) as Set<IndicatorId>) {
    if (only && !only.has(id)) continue;
    for (const district of new Set([...Object.keys(values[id] ?? {}), ...Object.keys(besides[id] ?? {})])) {
      const value = newest(at(values[id], district), until);
      const details = newestDetails(at(besides[id], district), until);
      if (value !== undefined || (details && Object.keys(details).length > 0))
        put((figures[id] ??= {}), district, { ...(value !== undefined && { value }), ...details });
    }
  }
  return figures as Figures;
};

export type Draft = {
  values: Record<string, Record<string, readonly (string | null)[]>>;
  besides: Record<string, Record<string, Record<string, LineDetails>>>;
  summed: Record<string, readonly number[]>;
};
/** A copy in which these indicators may be changed. */
export const draftOf = ({ values, besides, summed }: Matrix, ids: ReadonlySet<IndicatorId>): Draft => {
  const draft = { values: { ...values }, besides: { ...besides }, summed: { ...summed } } as Draft;
  for (const id of ids) {
    draft.values[id] = { ...draft.values[id] };
    if (draft.besides[id])
      draft.besides[id] = Object.fromEntries(
        Object.entries(draft.besides[id]).map(([district, byMonth]) => [district, { ...byMonth }]),
      );
  }
  return draft;
};
const setValue = (draft: Draft, id: string, district: string, month: number, value: string | null): void => {
  const cells = at(draft.values[id], district) ?? new Array<string | null>(MONTHS).fill(null);
  put(draft.values[id], district, replaced(cells, month - 1, value));
};

const clearMonth = (draft: Draft, period: Month, ids: readonly IndicatorId[]): void => {
  for (const id of ids) {
    for (const district of Object.keys(draft.values[id] ?? {}))
      setValue(draft, id, district, monthNumber(period), null);
    for (const [district, byMonth] of Object.entries(draft.besides[id] ?? {})) {
      delete byMonth[period];
      if (Object.keys(byMonth).length === 0) delete draft.besides[id][district];
    }
    if (draft.besides[id] && Object.keys(draft.besides[id]).length === 0) delete draft.besides[id];
    if (draft.summed[id]) draft.summed[id] = draft.summed[id].filter((month) => month !== monthNumber(period));
  }
};

const clear = (draft: Draft, period: Month, { indicatorId: id, district }: ReportLine): void => {
  const place = district ?? WHOLE;
  if (at(draft.values[id], place)) setValue(draft, id, place, monthNumber(period), null);
  const byMonth = at(draft.besides[id], place);
  if (byMonth?.[period] === undefined) return;
  delete byMonth[period];
  if (Object.keys(byMonth).length === 0) delete draft.besides[id][place];
  if (Object.keys(draft.besides[id]).length === 0) delete draft.besides[id];
};

/** Each line replaces what its place held in that month. */
const enter = (draft: Draft, period: Month, lines: readonly ReportLine[]): void => {
  for (const line of lines) {
    clear(draft, period, line);
    const { indicatorId: id, district = WHOLE, value, reason: _, ...besides } = line;
    if (value !== undefined) {
      setValue(draft, id, district, monthNumber(period), value);
      if (district === WHOLE && draft.summed[id])
        draft.summed[id] = draft.summed[id].filter((month) => month !== monthNumber(period));
    }
    // in one order, however the event was decoded
    const fields = Object.entries(besides).sort(([a], [b]) => (a < b ? -1 : 1));
    if (fields.length === 0) continue;
    const byDistrict = (draft.besides[id] ??= {});
    const byMonth = at(byDistrict, district);
    if (byMonth) byMonth[period] = Object.fromEntries(fields);
    else put(byDistrict, district, { [period]: Object.fromEntries(fields) });
  }
};

/** Whether a month's reports give figures of districts, and one of the whole: a sum is none. */
const reportedFigures = (
  { values, besides, summed }: Draft,
  id: string,
  month: number,
): { readonly districts: boolean; readonly whole: boolean } => {
  const isReported = (district: string): boolean => at(values[id], district)?.[month - 1] != null;
  const details = Object.entries(besides[id]?.[WHOLE] ?? {});
  const isUnchanged = details.some(([period, { unchanged }]) => unchanged && monthNumber(period as Month) === month);
  return {
    whole: isUnchanged || (isReported(WHOLE) && !summed[id]?.includes(month)),
    districts: Object.keys(values[id] ?? {}).some((district) => district !== WHOLE && isReported(district)),
  };
};

/**
 * Sums the districts if no whole was reported, in this month and in later ones that carry its figures on: cell by cell
 * what `withLines` of the domain does. A property test holds the two against each other.
 */
export const sumUp = (
  draft: Draft,
  period: Month,
  ids: ReadonlySet<IndicatorId>,
  indicators: readonly Indicator[],
): void => {
  for (const { id } of indicators.filter((indicator) => indicator.additive && ids.has(indicator.id))) {
    for (let month = monthNumber(period); month <= MONTHS; month += 1) {
      const { districts, whole } = reportedFigures(draft, id, month);
      if (whole) continue;
      const parts = districts
        ? Object.entries(draft.values[id]).flatMap(([district, cells]) =>
            district === WHOLE ? [] : (newest(cells, month) ?? []),
          )
        : [];
      const otherMonths = (draft.summed[id] ?? []).filter((value) => value !== month);
      // no sum stood here, and none comes
      if (parts.length === 0 && otherMonths.length === (draft.summed[id] ?? []).length) continue;
      setValue(draft, id, WHOLE, month, parts.length === 0 ? null : decimal.sum(parts));
      draft.summed[id] = parts.length === 0 ? otherMonths : [...otherMonths, month].sort((a, b) => a - b);
    }
  }
};

/**
 * The matrix after a department's lines for a month; `before` are the indicators of a version that they replace as a
 * whole. Other lines stand; a whole is summed anew where only its districts are given.
 */
export const withReport = (
  matrix: Matrix,
  period: Month,
  lines: readonly ReportLine[],
  before: readonly IndicatorId[],
  indicators: readonly Indicator[],
): Matrix => {
  const ids = new Set([...before, ...lines.map(({ indicatorId }) => indicatorId)]);
  const draft = draftOf(matrix, ids);
  clearMonth(draft, period, before);
  for (const indicator of indicators.filter((indicator) => hasSummedWhole(indicator, lines)))
    if (draft.values[indicator.id][WHOLE]) setValue(draft, indicator.id, WHOLE, monthNumber(period), null);
  enter(draft, period, lines);
  sumUp(draft, period, ids, indicators);
  return draft as Matrix;
};
