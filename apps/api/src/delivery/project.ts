import { ProjectId } from '@minsheng/contracts';
import { decidesOn } from '../command-handling/decides-on';

/** What every command to a project's delivery is addressed to, and decided on. */
export const project = { param: 'projectId', schema: ProjectId };
export const DecidesDelivery = decidesOn('delivery');
