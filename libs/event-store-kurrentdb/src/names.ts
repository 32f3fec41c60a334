import { streamNameFilter, type Filter } from '@kurrent/kurrentdb-client';

/** The server's own streams and event types; among the streams is what it knows about each of ours. */
const SYSTEM = '$';
/** Our bookkeeping; a character of its own, so that the server can leave it out without a clever expression. */
const BOOKKEEPING = '~';
const OURS = '^[^$~]';

/**
 * How our streams are named on the server: as they are, or behind the name of a space that several stores of one server
 * need.
 */
export class Names {
  constructor(private readonly space = '') {
    if (isReserved(space))
      throw new RangeError(`The name of a space may not begin with ${SYSTEM} or ${BOOKKEEPING}: "${space}"`);
  }

  onServer(stream: string): string {
    return stream.startsWith(BOOKKEEPING) ? `${BOOKKEEPING}${this.space}${stream.slice(1)}` : this.space + stream;
  }

  ours(onServer: string): string {
    return onServer.slice(this.space.length);
  }

  /** What the server is to let through of the whole log; undefined when no stream of ours can match. */
  filterOf(streamPrefixes: readonly string[] = ['']): Filter | undefined {
    const prefixes = streamPrefixes.filter((prefix) => !isReserved(prefix)).map((prefix) => this.space + prefix);
    if (prefixes.includes('')) return streamNameFilter({ regex: OURS });
    return prefixes.length > 0 ? streamNameFilter({ prefixes }) : undefined;
  }
}

/** Where the attempts at one command stand. */
export const streamOfCommand = (key: string): string => `${BOOKKEEPING}command-${key}`;

/** @throws RangeError for a stream or an event type that would be taken for the server's or for our bookkeeping */
export function checkUnreserved(stream: string, types: readonly string[]): void {
  if (isReserved(stream))
    throw new RangeError(`The name of a stream may not begin with ${SYSTEM} or ${BOOKKEEPING}: "${stream}"`);
  const reserved = types.find(isOfTheServer);
  if (reserved) throw new RangeError(`The name of an event type may not begin with ${SYSTEM}: "${reserved}"`);
}

/**
 * A link points to an event of another place, and metadata of a stream are no event: neither is written by this store.
 */
export const isOfTheServer = (type: string): boolean => type.startsWith(SYSTEM);

const isReserved = (name: string): boolean => name.startsWith(SYSTEM) || name.startsWith(BOOKKEEPING);
