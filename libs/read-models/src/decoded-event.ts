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
  const value: Decoded = { event: ledgerEvents.decode(textOf(stored)), context: new StoredEventContext(stored) };
  Object.defineProperty(stored, DECODED, { value }); // unseen by whoever copies the event
  return value;
};

/**
 * The same for an event that somebody has decoded before: its shape is not checked again, which is most of the work.
 */
export const decodedAgain = (stored: EventContent): Decoded => ({
  event: ledgerEvents.decodeAgain(textOf(stored)),
  context: new StoredEventContext(stored),
});
