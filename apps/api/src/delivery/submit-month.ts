import type { DeliveryCommands, ProjectId, ReportLine } from '@minsheng/contracts';
import type { BatchRefused } from '@minsheng/command-handling';
import { ReportRefused } from '@minsheng/domain';
import type { z } from 'zod';
import { Problem, type RowProblem } from '../http/problem';
import type { ProblemCode } from '../http/problem-catalogue';

type SubmitMonth = z.output<typeof DeliveryCommands.SubmitMonth.schema>;
/** One project's report, as it is asked of its delivery. */
type Report = Omit<SubmitMonth['projects'][number], 'projectId'> &
  Pick<SubmitMonth, 'period'> & { readonly lines: ReportLine[] };
/** One project's part of a month: its report, and the rows that its lines came from. */
export interface ProjectsPart {
  readonly projectId: ProjectId;
  readonly report: Report;
  readonly rows: readonly number[];
}

/** What is said of a project of which the month says nothing. */
const BY_PLAN = { progress: '按计划推进。', evidence: [] };
const MOST_LINES = 4_000;

/** The rows of a month by project, in the order in which the projects first appear. @throws Problem */
export const partsOf = ({ period, rows, projects }: SubmitMonth): readonly ProjectsPart[] => {
  const lines = new Map<ProjectId, { rows: number[]; lines: ReportLine[] }>();
  rows.forEach(({ projectId, ...line }, row) => {
    const own = lines.get(projectId) ?? { rows: [], lines: [] };
    lines.set(projectId, own);
    own.rows.push(row);
    own.lines.push(line);
  });
  const byProject = new Map(projects.map(({ projectId, ...rest }) => [projectId, rest]));
  assertNamedOnce(
    projects.map(({ projectId }) => projectId),
    new Set(lines.keys()),
  );
  return [...lines].map(([projectId, own]) => {
    if (own.lines.length > MOST_LINES)
      throw new Problem('MALFORMED', {}, [
        {
          pointer: `/rows/${own.rows[MOST_LINES]}`,
          detail: `一个项目至多 ${MOST_LINES} 行 (at most ${MOST_LINES} rows of a project)`,
        },
      ]);
    return { projectId, rows: own.rows, report: { ...BY_PLAN, ...byProject.get(projectId), period, lines: own.lines } };
  });
};

const assertNamedOnce = (projectIds: readonly ProjectId[], reported: ReadonlySet<ProjectId>): void => {
  const wrong = projectIds.flatMap((id, index) => {
    if (projectIds.indexOf(id) < index)
      return [{ pointer: `/projects/${index}`, detail: '项目重复 (the project is named twice)' }];
    return reported.has(id)
      ? []
      : [{ pointer: `/projects/${index}`, detail: 'rows 中没有这个项目 (no row is about this project)' }];
  });
  if (wrong.length > 0) throw new Problem('MALFORMED', {}, wrong);
};

/** Everything that is wrong, by row: what concerns a project as a whole stands at its first one. */
export const rowsRefused = (parts: readonly ProjectsPart[], { refusals }: Pick<BatchRefused, 'refusals'>): Problem => {
  const errors = refusals.flatMap(({ index, refusal }): RowProblem[] => {
    const { projectId, rows } = parts[index];
    if (refusal instanceof ReportRefused)
      return refusal.problems.map(({ line, code, facts }) => ({ row: rows[line], projectId, code, facts }));
    return [{ row: rows[0], projectId, code: refusal.code as ProblemCode, facts: refusal.facts }];
  });
  return refusedRows(errors);
};
export const refusedRows = (errors: readonly RowProblem[]): Problem =>
  new Problem(
    'ROWS_REFUSED',
    { problems: errors.length },
    [...errors].sort((a, b) => a.row - b.row),
  );
