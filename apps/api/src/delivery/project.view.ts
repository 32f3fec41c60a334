import { colours, Domain, yearOf } from '@minsheng/contracts';
import { isOpenOrder } from '@minsheng/domain';
import {
  projectStatuses,
  standingsOf,
  type IndicatorStanding,
  type LightRow,
  type ProjectRow,
} from '@minsheng/read-models';
import { z } from 'zod';
import { withTicketNumbers } from '../reading/ticket-numbers';

/** What a line of the board needs of a project. */
export const boardColumns = [
  'projectId',
  'no',
  'title',
  'domain',
  'status',
  'leads',
  'coDepartments',
  'districts',
  'light',
  'lights',
  'periods',
  'satisfaction',
  'grade',
  'outcome',
  'orders',
  'issues',
  'listed',
  'lookBacks',
] as const satisfies readonly (keyof ProjectRow)[];
export type BoardRow = Pick<ProjectRow, (typeof boardColumns)[number]>;

/** Reports that are overdue and still not handed in. */
export const overdueIn = ({ periods }: Pick<ProjectRow, 'periods'>): number =>
  periods.reduce((count, { owed }) => count + owed.length, 0);

/** What the last look back found not to hold, until the project is claimed complete again; undefined where it holds. */
export const refutedBy = ({ lookBacks, outcome }: Pick<ProjectRow, 'lookBacks' | 'outcome'>) => {
  const last = lookBacks.at(-1);
  return last && !last.holds && outcome === null ? last.findings : undefined;
};
/** Where figures do not hold, nothing is met by them. */
export const withoutVerdict = <Standing extends IndicatorStanding>(
  standing: readonly Standing[],
  refuted: string | undefined,
): readonly Standing[] =>
  refuted === undefined
    ? standing
    : standing.map((indicator) => ({
        ...indicator,
        met: null,
        byDistrict: indicator.byDistrict.map((district) => ({ ...district, met: null })),
      }));

/** A line of the board without its indicators. */
export const boardLine = (row: BoardRow) => ({
  projectId: row.projectId,
  no: row.no,
  title: row.title,
  domain: row.domain,
  status: row.status,
  leads: row.leads,
  districts: row.districts,
  light: row.light,
  lights: row.lights.map(({ period, published, shown, why, forcedFor, override }) => ({
    period,
    colour: shown,
    why,
    laterChanged: published !== shown,
    ...(forcedFor !== undefined && { forcedFor }),
    ...(override && { override }),
  })),
  satisfaction: row.satisfaction,
  grade: row.grade,
  outcome: row.outcome,
  ...(refutedBy(row) !== undefined && { refuted: refutedBy(row) }),
  openOrders: row.orders.filter(isOpenOrder).length,
  openIssues: row.issues.filter(({ status }) => status !== 'resolved').length,
  overdueReports: overdueIn(row),
  listed: row.listed,
});

/**
 * The whole dossier of a project: the promise with where it stands, and every closed month's light beside what was
 * published.
 */
export const dossierView = (
  { commitment, coDepartments: _, targets: __, ...row }: ProjectRow,
  standing: readonly IndicatorStanding[] | undefined,
  lights: readonly LightRow[],
) => {
  const refuted = refutedBy(row);
  const stands = withoutVerdict(standing ?? standingsOf(commitment.indicators, {}, {}, yearOf(row.projectId)), refuted);
  return {
    ...row,
    ...(refuted !== undefined && { refuted }),
    level: commitment.level ?? null,
    span: commitment.span ?? null,
    coDepartments: commitment.coDepartments,
    evaluation: row.evaluation && withTicketNumbers(row.evaluation),
    lineage: commitment.lineage ?? [],
    indicators: commitment.indicators.map((indicator) => ({
      ...indicator,
      ...stands.find(({ id }) => id === indicator.id),
    })),
    lights: [...lights]
      .sort((a, b) => (a.period < b.period ? -1 : 1))
      .map(({ published, now, shown, override, reopened, closing, withdrawn }) => ({
        published,
        now,
        shown,
        ...(override && { override }),
        ...(reopened && { reopened }),
        ...(closing && { closing }),
        ...(withdrawn && { withdrawn }),
      })),
  };
};

export const BoardFilter = z.object({
  domain: Domain.optional(),
  department: z.string().optional(),
  district: z.string().optional(),
  light: z.enum(colours).optional(),
  status: z.enum(projectStatuses).optional(),
  overdue: z.enum(['true', 'false']).optional().describe('true：有逾期未报的月报 with a report overdue'),
});

/** Which projects a board shows. */
export const matches =
  ({ domain, department, district, light, status, overdue }: z.infer<typeof BoardFilter>) =>
  (row: BoardRow): boolean =>
    (domain === undefined || row.domain === domain) &&
    (department === undefined ||
      (row.leads as readonly string[]).includes(department) ||
      (row.coDepartments as readonly string[]).includes(department)) &&
    (district === undefined || (row.districts as readonly string[]).includes(district)) &&
    (light === undefined || row.light === light) &&
    (status === undefined || row.status === status) &&
    (overdue === undefined || overdueIn(row) > 0 === (overdue === 'true'));

/** In printed order; what has no number comes last. */
export const printedOrder = (
  a: Pick<ProjectRow, 'no' | 'projectId'>,
  b: Pick<ProjectRow, 'no' | 'projectId'>,
): number => (a.no ?? 1000) - (b.no ?? 1000) || (a.projectId < b.projectId ? -1 : 1);
