import type { AppendReceipt, Expected } from '@minsheng/event-store';
import type { Receipt } from './envelope';

/** Attempts before a conflict is handed back: the first and three retries. */
export const ATTEMPTS = 4;

/** What a writer expects of a stream of so many events. */
export const expectedAt = (version: number): Expected => (version === 0 ? 'no stream' : version - 1);

export const receiptFrom = (id: string, { revision, position }: AppendReceipt): Receipt => ({
  id,
  streamVersion: revision + 1,
  position: position.toString(),
});
