import { derivedId } from '@minsheng/command-handling';
import { eventsByCategory, type LedgerEvent, type EventCatalogue } from '@minsheng/contracts';
import type { NewEvent } from '@minsheng/event-store';

const NAMESPACE = '6f2f7a53-6a0c-4b8e-9a57-0d7f0f2f4a11';

export const suggestionId = (place: number): string => `511400-2019-${place.toString(36).padStart(10, '0')}`;

/** The n-th suggestion of a run: one event, a stream and a row of its own. */
export function suggestion(place: number): { readonly stream: string; readonly event: NewEvent } {
  const id = suggestionId(place);
  const commandId = derivedId(id, NAMESPACE);
  const received = {
    type: 'SuggestionReceived',
    data: {
      suggestionId: id,
      listId: '511400-2019',
      channel: 'web',
      receivedOn: '2018-09-01',
      trackingCode: 'ABCDEFGHJK',
      words: { person: commandId, iv: 'iviviviviviviviv', cipher: '密'.repeat(40) },
      anonymous: false,
    },
  };
  const metadata = {
    actor: { id: 'citizen', role: 'public' as const },
    on: '2018-09-01',
    commandId,
    correlationId: `suggestion ${place}`,
  };
  const event = (eventsByCategory.suggestion as unknown as EventCatalogue<LedgerEvent>).encode(
    received as unknown as LedgerEvent,
    metadata,
  );
  return { stream: `suggestion-${id}`, event: { ...event, id: derivedId('event', commandId) } };
}
