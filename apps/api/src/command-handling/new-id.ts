import { createHash } from 'node:crypto';
import { MeetingId, ProjectId, SuggestionId, type ListId } from '@minsheng/contracts';

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten signs made from the command's id: a retry of the same command names the same thing. */
const serialFrom = (commandId: string): string =>
  [...createHash('sha256').update(commandId).digest().subarray(0, 10)].map((byte) => SIGNS[byte % 32]).join('');

export const newSuggestionId = (listId: ListId, commandId: string): SuggestionId =>
  SuggestionId.parse(`${listId}-${serialFrom(commandId)}`);
export const newProjectId = (listId: ListId, commandId: string): ProjectId =>
  ProjectId.parse(`${listId}-${serialFrom(commandId)}`);
export const newMeetingId = (listId: ListId, commandId: string): MeetingId =>
  MeetingId.parse(`${listId}-${serialFrom(commandId)}`);
