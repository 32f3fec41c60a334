import { ListId } from '@minsheng/contracts';
import { parsed } from '../http/command.param';
import { assertSameRegion, type Caller } from '../identity/caller';

/** The list of a path. @throws Problem MALFORMED, OTHER_REGION */
export const listInRegion = (id: string, { actor }: Caller): ListId => {
  const listId = parsed(ListId, id, '/listId');
  assertSameRegion(actor, listId);
  return listId;
};
