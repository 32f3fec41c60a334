import { Month, yearOf, type IndicatorId } from '@minsheng/contracts';
import { monthAt, monthNumber, yearOfMonth } from '@minsheng/domain';
import {
  figuresOf,
  standingsOf,
  type LedgerRow,
  type Matrix,
  type ProjectRow,
  type ReportMark,
} from '@minsheng/read-models';
import { z } from 'zod';

export const LedgerFilter = z.object({
  department: z.string().optional().describe('牵头单位 the lead department of an indicator'),
  district: z.string().optional(),
  project: z.string().optional().describe('项目编号 projectId'),
  indicator: z.string().optional().describe('i1'),
  period: Month.optional().describe(
    '某月末的数与完成率，不写则为全年逐月 the figures at the end of a month; without it every month of the year',
  ),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;

const only = <T>(all: Readonly<Record<string, T>>, keep: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keep(key)));
const matrixOf = (matrix: Matrix, indicator: (id: string) => boolean, district: (name: string) => boolean): Matrix => ({
  values: Object.fromEntries(
    Object.entries(only(matrix.values, indicator)).map(([id, cells]) => [id, only(cells, district)]),
  ) as Matrix['values'],
  besides: Object.fromEntries(
    Object.entries(only(matrix.besides, indicator)).map(([id, cells]) => [id, only(cells, district)]),
  ) as Matrix['besides'],
  summed: only(matrix.summed, indicator) as Matrix['summed'],
});

/** A number's way back to the log: which version of which report, and the event that verified it (invariant 35). */
export interface Source {
  readonly period: string;
  readonly department: string;
  readonly version: number;
  readonly position: string;
  readonly standing: 'certified' | 'provisional';
  readonly certificateNo?: string;
  readonly laterCorrected: boolean;
}
const sourceFrom = ({ period, department, verified, laterCorrected }: ReportMark): Source | undefined =>
  verified && {
    period,
    department,
    version: verified.version,
    position: verified.position,
    standing: verified.certificateNo ? 'certified' : 'provisional',
    ...(verified.certificateNo && { certificateNo: verified.certificateNo }),
    laterCorrected: laterCorrected === true,
  };

/** Where the figure of a cell comes from: the newest verified report that speaks of its indicator. */
export const sourceOf = (
  { reports, verified: { values } }: Pick<LedgerRow, 'reports' | 'verified'>,
  indicatorId: IndicatorId,
  district: string,
  until: Month,
): Source | undefined => {
  const month =
    values[indicatorId]?.[district]?.slice(0, monthNumber(until)).findLastIndex((value) => value !== null) ?? -1;
  if (month < 0) return undefined;
  const period = monthAt(yearOfMonth(until), month + 1);
  const mark = Object.values(reports).find((report) => report.period === period && report.proves.includes(indicatorId));
  return mark && sourceFrom(mark);
};

/** The ledger of a project as far as it is asked for; undefined where nothing of it is. */
export const ledgerView = (
  row: LedgerRow,
  title: ProjectRow['title'],
  { department, district, indicator, period }: LedgerFilter,
) => {
  const indicators = row.indicators.filter(
    ({ id, lead }) =>
      (indicator === undefined || id === indicator) && (department === undefined || lead === department),
  );
  if (
    indicators.length === 0 ||
    (district !== undefined &&
      !indicators.some(({ id }) => row.targets[id]?.some((share) => share.district === district)))
  )
    return undefined;
  const ids = new Set<string>(indicators.map(({ id }) => id));
  const targets = Object.fromEntries(
    Object.entries(only(row.targets, (id) => ids.has(id))).map(([id, all]) => [
      id,
      all.filter((share) => district === undefined || share.district === district),
    ]),
  ) as LedgerRow['targets'];
  const head = { projectId: row.projectId, no: row.no, title };
  if (period !== undefined) {
    const standing = standingsOf(
      indicators,
      targets,
      figuresOf(row.verified, monthNumber(period), ids),
      yearOf(row.projectId),
    );
    return {
      ...head,
      period,
      standing: standing.map((standing) => ({
        ...standing,
        source: sourceOf(row, standing.id, district ?? '', period) ?? null,
      })),
    };
  }
  const cut = (matrix: Matrix) =>
    matrixOf(
      matrix,
      (id) => ids.has(id),
      (name) => district === undefined || name === district,
    );
  const reports = only(row.reports, (key) => indicators.some(({ lead }) => lead === row.reports[key].department));
  return {
    ...head,
    indicators,
    targets,
    closed: row.closed,
    reports,
    verified: cut(row.verified),
    claimed: cut(row.claimed),
  };
};
