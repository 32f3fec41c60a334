import { Domain } from '@minsheng/contracts';
import { isMet, percentOfTarget, WHOLE } from '@minsheng/domain';
import { projectStatuses, type ProjectRow } from '@minsheng/read-models';
import { z } from 'zod';

/** An indicator with what was verified: percentages are made here, at reading, and never stored. */
const indicatorViews = ({ commitment, targets, figures }: ProjectRow) => commitment.indicators.map((indicator) => {
  const own = figures[indicator.id] ?? {};
  const districts = targets[indicator.id] ?? [];
  const byDistrict = districts.map(({ district, target }) => {
    const figure = own[district];
    return { district, target, actual: figure?.value ?? null, percent: percentOfTarget(indicator, target, figure), met: target === null ? null : isMet(indicator, target, figure) ?? null };
  });
  const figure = own[WHOLE];
  const judged = byDistrict.filter(({ target }) => target !== null);
  const judgedByDistricts = figure === undefined && judged.some(({ actual }) => actual !== null);
  return {
    ...indicator,
    actual: figure?.value ?? null, doneOn: figure?.doneOn ?? null, worksPercent: figure?.worksPercent ?? null,
    percent: percentOfTarget(indicator, indicator.target, figure),
    met: !indicator.applicable ? null : judgedByDistricts ? judged.every(({ met }) => met === true) : isMet(indicator, indicator.target, figure) ?? null,
    byDistrict,
  };
});

const open = (all: readonly { readonly status?: string; readonly result?: string }[]) => all.filter(({ status, result }) => (status === undefined ? result === undefined : status !== 'closed')).length;

/** A line of the board. */
export const boardView = (row: ProjectRow) => ({
  projectId: row.projectId, no: row.no, title: row.title, domain: row.domain, status: row.status, leads: row.leads, districts: row.districts,
  light: row.light, lights: row.lights.map(({ published, now }) => ({ period: now.period, colour: now.colour, why: now.why, laterChanged: published.colour !== now.colour })),
  indicators: indicatorViews(row).map(({ id, name, unit, comparator, target, actual, doneOn, percent, met, byDistrict }) => ({ id, name, unit, comparator, target, actual, doneOn, percent, met, byDistrict })),
  satisfaction: row.satisfaction, grade: row.grade, outcome: row.outcome, openOrders: open(row.orders), openIssues: open(row.issues),
});

/** The whole dossier of a project. */
export const dossierView = ({ verified: _, figures: __, targets: ___, commitment, ...row }: ProjectRow) => ({
  ...row, level: commitment.level ?? null, span: commitment.span ?? null, coDepartments: commitment.coDepartments,
  indicators: indicatorViews({ ...row, verified: _, figures: __, targets: ___, commitment }),
});

export const BoardFilter = z.object({
  domain: Domain.optional(), department: z.string().optional(), district: z.string().optional(), light: z.enum(['green', 'yellow', 'red']).optional(), status: z.enum(projectStatuses).optional(),
});

/** Which projects a board shows. */
export const matches = ({ domain, department, district, light, status }: z.infer<typeof BoardFilter>) => (row: ProjectRow): boolean =>
  (domain === undefined || row.domain === domain)
  && (department === undefined || (row.leads as readonly string[]).includes(department) || (row.commitment.coDepartments as readonly string[]).includes(department))
  && (district === undefined || (row.districts as readonly string[]).includes(district))
  && (light === undefined || row.light === light)
  && (status === undefined || row.status === status);

const undecidedOrRejected = new Set(['candidate', 'shelved', 'passed over']);
/** What is public: projects of adopted lists. Candidates are the staff's until they are decided on. */
export const isPublic = ({ status }: ProjectRow): boolean => !undecidedOrRejected.has(status);
