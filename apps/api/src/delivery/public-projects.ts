import type { ListId } from '@minsheng/contracts';
import { projects, type ProjectRow } from '@minsheng/read-models';
import type { ReadModels } from '../reading/read-models';
import { isPublic, printedOrder } from './project.view';

/** These columns of the projects on an adopted list, in printed order. `status` and `no` decide which and where. */
export const publicProjects = async <Name extends keyof ProjectRow & string>(
  readModels: ReadModels,
  listId: ListId,
  columns: readonly (Name | 'projectId' | 'no' | 'status')[],
  asOf: Date | undefined,
) => {
  const rows = await readModels.some(projects, { listId }, columns, asOf);
  return rows.filter(isPublic).sort(printedOrder) as Pick<ProjectRow, Name | 'projectId' | 'no' | 'status'>[];
};
