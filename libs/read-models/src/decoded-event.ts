import { ledgerEvents, type LedgerEvent, type Metadata } from '@minsheng/contracts';
import type { EventContent, RecordedEvent } from '@minsheng/event-store';
import type { EventContext } from './projection';

/**
 * What a projection may know beside an event's data, made when it is asked for: most events are never asked for all of
 * it.
 */
class StoredEventContext implements EventContext {
  private parsed?: Metadata;
  /** Place, who and when are there for a projection that asks for them. */
  private readonly of: RecordedEvent;
  constructor(of: EventContent) {
    this.of = of as RecordedEvent;
  }
  get stream() {
    return this.of.stream;
  }
  get streamVersion() {
    return this.of.revision + 1;
  }
  get position() {
    return this.of.position.toString();
  }
  get recordedAt() {
    return this.of.recordedAt.toISOString();
  }
  get metadata() {
    return (this.parsed ??= JSON.parse(this.of.metadata) as Metadata);
  }
}

export interface Decoded {
  readonly event: LedgerEvent;
  readonly context: EventContext;
}

/**
 * Pages are shared by all who follow the log in one process, and so is what was made of their events. It is kept with
 * the event: in a WeakMap
 * nothing of it is let go by the quick collections of young garbage, and two thousand events a second had all waited
 * for the slow one.
 */
const DECODED = Symbol('decoded');

/**
 * An event of the log, read with today's shapes. @throws when no event has this name or version, or its data another
 * shape: the reader halts there
 */
export const decoded = (stored: EventContent & { readonly [DECODED]?: Decoded }): Decoded => {
  const known = stored[DECODED];
  if (known) return known;
  const value: Decoded = { event: ledgerEvents.decode(stored), context: new StoredEventContext(stored) };
  Object.defineProperty(stored, DECODED, { value }); // unseen by whoever copies the event
  return value;
};

/**
 * The same for an event that somebody has decoded before: its shape is not checked again, which is most of the work.
 */
export const decodedAgain = (stored: EventContent): Decoded => ({
  event: ledgerEvents.decodeAgain(stored),
  context: new StoredEventContext(stored),
});
