import { Month, yearOf, type IndicatorId } from '@minsheng/contracts';
import { at, indicatorsAt, monthAt, monthNumber, placeOf, WHOLE, yearOfMonth } from '@minsheng/domain';
import {
  figuresOf,
  standingsOf,
  type LedgerRow,
  type Matrix,
  type ProjectRow,
  type ReportMark,
  type VerifiedVersion,
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
const sourceFrom = (
  { period, department, laterCorrected }: ReportMark,
  { version, position, certificateNo }: VerifiedVersion,
): Source => ({
  period,
  department,
  version,
  position,
  standing: certificateNo ? 'certified' : 'provisional',
  ...(certificateNo && { certificateNo }),
  laterCorrected: laterCorrected === true,
});

/** Whether a version speaks of a place; a sum comes from whichever speaks of one of its districts. */
const speaksOf = ({ places }: VerifiedVersion, indicatorId: IndicatorId, district: string, isSum: boolean): boolean =>
  places === undefined ||
  places.includes(placeOf({ indicatorId, district })) ||
  (isSum && places.some((place) => place.startsWith(`${indicatorId} `)));

/** Where the figure of a cell comes from: the version verified last that speaks of it, whoever sent it. */
export const sourceOf = (
  { reports, verified: { values, summed } }: Pick<LedgerRow, 'reports' | 'verified'>,
  indicatorId: IndicatorId,
  district: string,
  until: Month,
): Source | undefined => {
  const month =
    at(values[indicatorId], district)
      ?.slice(0, monthNumber(until))
      .findLastIndex((value) => value !== null) ?? -1;
  if (month < 0) return undefined;
  const period = monthAt(yearOfMonth(until), month + 1);
  const isSum = district === WHOLE && summed[indicatorId]?.includes(month + 1) === true;
  return Object.values(reports)
    .filter((mark) => mark.period === period && mark.proves.includes(indicatorId))
    .flatMap((mark) =>
      [mark.verified!, ...(mark.earlier ?? [])]
        .filter((version) => speaksOf(version, indicatorId, district, isSum))
        .map((version) => sourceFrom(mark, version)),
    )
    .reduce<Source | undefined>(
      (newest, source) => (newest && BigInt(newest.position) > BigInt(source.position) ? newest : source),
      undefined,
    );
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
      indicatorsAt(indicators, row.revisions, period),
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
