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
/** One project's part of a month: its report, and the rows that its lines came from; none where all state one thing. */
export interface ProjectsPart {
  readonly projectId: ProjectId;
  readonly report: Report;
  readonly rows: readonly number[];
}

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
  assertNamedOnce(projects, new Set(lines.keys()));
  for (const { projectId } of projects) if (!lines.has(projectId)) lines.set(projectId, { rows: [], lines: [] });
  return [...lines].map(([projectId, own]) => {
    if (own.lines.length > MOST_LINES)
      throw new Problem('MALFORMED', {}, [
        {
          pointer: `/rows/${own.rows[MOST_LINES]}`,
          detail: `一个项目至多 ${MOST_LINES} 行 (at most ${MOST_LINES} rows of a project)`,
        },
      ]);
    return {
      projectId,
      rows: own.rows,
      report: { evidence: [], ...byProject.get(projectId), period, lines: own.lines },
    };
  });
};

/** Each once, and none that the month states nothing of: neither a row nor what all of its lines have in common. */
const assertNamedOnce = (projects: SubmitMonth['projects'], reported: ReadonlySet<ProjectId>): void => {
  const wrong = projects.flatMap(({ projectId, otherLines }, index) => {
    if (projects.findIndex((project) => project.projectId === projectId) < index)
      return [{ pointer: `/projects/${index}`, detail: '项目重复 (the project is named twice)' }];
    return reported.has(projectId) || otherLines
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
  return new Problem(
    'ROWS_REFUSED',
    { problems: errors.length },
    // what has no row of its own comes last
    errors.sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity)),
  );
};
