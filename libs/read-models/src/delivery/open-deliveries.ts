import type { DepartmentName, ListId, ProjectId } from '@minsheng/contracts';
import type { DataSource } from 'typeorm';

/** Candidates that are not delivered, and projects that have ended: the clock has nothing to tell of them. */
const NOT_OPEN = ['candidate', 'shelved', 'passed over', 'closed', 'carried over', 'split', 'merged', 'terminated'];

const ids = (rows: readonly { readonly projectId: ProjectId }[]): readonly ProjectId[] =>
  rows.map(({ projectId }) => projectId);

/** Projects that are being delivered, of one list or of all; also those of which nobody can say, for they wait. */
export const openDeliveries = async (dataSource: DataSource, listId?: ListId): Promise<readonly ProjectId[]> =>
  ids(
    await dataSource.query(
      `select project_id as "projectId" from read.project
        where status <> all($1) and ($2::text is null or list_id = $2)
       union select subject from read.set_aside
        where checkpoint = 'project' and ($2::text is null or left(subject, 11) = $2) order by 1`,
      [NOT_OPEN, listId ?? null],
    ),
  );

/** Those of one list that a department leads. */
export const ledBy = async (
  dataSource: DataSource,
  listId: ListId,
  department: DepartmentName,
): Promise<readonly ProjectId[]> =>
  ids(
    await dataSource.query(
      `select project_id as "projectId" from read.project where status <> all($1) and list_id = $2 and leads @>
        $3::jsonb order by no, 1`,
      [NOT_OPEN, listId, JSON.stringify([department])],
    ),
  );
