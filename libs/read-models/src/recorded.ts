import { ledgerEvents, Metadata, type LedgerEvent } from '@minsheng/contracts';
import type { RecordedEvent } from '@minsheng/event-store';
import type { Recorded } from './projection';

/** An event of the log, read with today's shapes. @throws when no event has this name or version: the reader halts there */
export const decoded = (stored: RecordedEvent): { readonly event: LedgerEvent; readonly recorded: Recorded } => ({
  event: ledgerEvents.decode(stored),
  recorded: {
    stream: stored.stream,
    streamVersion: stored.revision + 1,
    position: stored.position.toString(),
    recordedAt: stored.recordedAt.toISOString(),
    metadata: JSON.parse(stored.metadata) as Metadata,
  },
});
