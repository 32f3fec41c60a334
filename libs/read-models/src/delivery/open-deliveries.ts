import type { DepartmentName, ListId, ProjectId } from '@minsheng/contracts';
import type { DataSource } from 'typeorm';

/** Statuses of candidates and of projects that have ended: nothing falls due for them. */
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

/** Those that a department leads, of one list or of all, in printed order. */
export const ledBy = async (
  dataSource: DataSource,
  department: DepartmentName,
  listId?: ListId,
): Promise<readonly ProjectId[]> =>
  ids(
    await dataSource.query(
      `select project_id as "projectId" from read.project where status <> all($1) and leads @> $2::jsonb
        and ($3::text is null or list_id = $3) order by list_id, no, 1`,
      [NOT_OPEN, JSON.stringify([department]), listId ?? null],
    ),
  );
