import type { ProjectRow } from '@minsheng/read-models';

const undecidedOrRejected = new Set(['candidate', 'shelved', 'passed over']);
/** What is public: projects of adopted lists. Candidates are the staff's until they are decided on. */
export const isPublic = ({ status }: Pick<ProjectRow, 'status'>): boolean => !undecidedOrRejected.has(status);
