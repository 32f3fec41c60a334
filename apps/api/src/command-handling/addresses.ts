import { ListId, ProjectId } from '@minsheng/contracts';

/** What commands of several features are addressed to. */
export const list = { param: 'listId', schema: ListId };
export const project = { param: 'projectId', schema: ProjectId };
