import type { ListId } from '@minsheng/contracts';
import { projects, type ProjectRow } from '@minsheng/read-models';
import type { ReadView } from '../reading/read-view';
import { isPublic } from '../reading/is-public';
import { printedOrder } from './project.view';

/** These columns of the projects on an adopted list, in printed order. `status` and `no` decide which and where. */
export const publicProjects = async <Name extends keyof ProjectRow & string>(
  view: ReadView,
  listId: ListId,
  columns: readonly (Name | 'projectId' | 'no' | 'status')[],
) => {
  const rows = await view.some(projects, { listId }, columns);
  return rows.filter(isPublic).sort(printedOrder) as Pick<ProjectRow, Name | 'projectId' | 'no' | 'status'>[];
};
