import type { ListId, SuggestionId } from '@minsheng/contracts';
import { suggestions, type SuggestionRow } from '@minsheng/read-models';
import type { ReadView } from './read-view';

/** The suggestions of a list that stand merged into any of these, by the index; as of an instant the list is folded. */
export const mergedInto = async (
  view: ReadView,
  listId: ListId,
  mains: readonly SuggestionId[],
): Promise<SuggestionRow[]> =>
  view.asOf
    ? (await view.all(suggestions, { listId })).filter((row) => row.mergedInto && mains.includes(row.mergedInto))
    : view.all(suggestions, { mergedInto: mains });
