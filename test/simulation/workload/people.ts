import { DepartmentName, ListId, ProjectId, SuggestionId, type Actor } from '@minsheng/contracts';

export const listId = ListId.parse('511400-2019');
export const projectId = (number: number): ProjectId => ProjectId.parse(`${listId}-project00${number}`);
export const suggestionId = (number: number): SuggestionId => SuggestionId.parse(`${listId}-suggest00${number}`);

export const works = DepartmentName.parse('市住房和城乡建设局');
export const commission: Actor = { id: 'commission', role: 'commission' };
export const citizen: Actor = { id: 'citizen', role: 'public' };
export const clerk = (number: number): Actor => ({ id: `clerk ${number}`, role: 'department', organisation: works });
