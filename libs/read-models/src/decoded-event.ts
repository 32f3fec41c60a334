import { ledgerEvents, type LedgerEvent, type Metadata } from '@minsheng/contracts';
import type { EventContent, RecordedEvent } from '@minsheng/event-store';
import type { EventContext } from './projection';

/** What a projection may know besides an event's data, computed on first use: most projections use little of it. */
class StoredEventContext implements EventContext {
  private parsed?: Metadata;
  /** Position and metadata are there only if the projection needs them. */
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
 * Subscribers of one process share the pages they read, and with this property also the decoded events. A WeakMap would
 * keep its entries until a full garbage collection, which thousands of events a second make long.
 */
const DECODED = Symbol('decoded');

/**
 * A stored event, validated and brought to its newest shape.
 * @throws if its type or version is unknown or its data do not fit: the reader halts there
 */
export const decoded = (stored: EventContent & { readonly [DECODED]?: Decoded }): Decoded => {
  const known = stored[DECODED];
  if (known) return known;
  const value: Decoded = { event: ledgerEvents.decode(stored), context: new StoredEventContext(stored) };
  Object.defineProperty(stored, DECODED, { value }); // not enumerable: copies of the event do not carry it
  return value;
};

/** The same without validation, which is most of the work: for events that were validated before. */
export const decodedAgain = (stored: EventContent): Decoded => ({
  event: ledgerEvents.decodeAgain(stored),
  context: new StoredEventContext(stored),
});
