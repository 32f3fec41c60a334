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
    return (this.parsed ??= JSON.parse(storable(this.of.metadata)) as Metadata);
  }
}

export interface Decoded {
  readonly event: LedgerEvent;
  readonly context: EventContext;
}

/** In JSON: U+0000, and half of a pair of surrogates. What stands behind an even number of backslashes is an escape. */
const NOT_STORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;
/**
 * JSON as a table can hold it: PostgreSQL's text has no U+0000 and no half pairs, though somebody's name may. They
 * become U+FFFD here, before anything is folded, so that memory and table never hold two names for one.
 */
const storable = (json: string): string => (json.includes('\\u') ? json.replace(NOT_STORABLE, '$1\\ufffd') : json);
const textOf = <Stored extends EventContent>(stored: Stored): Stored => {
  const data = storable(stored.data);
  return data === stored.data ? stored : { ...stored, data };
};

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
  const value: Decoded = { event: ledgerEvents.decode(textOf(stored)), context: new StoredEventContext(stored) };
  Object.defineProperty(stored, DECODED, { value }); // not enumerable: copies of the event do not carry it
  return value;
};

/** The same without validation, which is most of the work: for events that were validated before. */
export const decodedAgain = (stored: EventContent): Decoded => ({
  event: ledgerEvents.decodeAgain(textOf(stored)),
  context: new StoredEventContext(stored),
});
