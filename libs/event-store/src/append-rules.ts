import { AppendTooLarge, type Append, type CommandKey, type Expected, type NewEvent } from './event-store';

/** Also the largest group of appends that travels in one call: every append fits into one. */
export const MOST_EVENTS = 1_000;
export const MOST_BYTES = 1_000_000;
const LONGEST_NAME = 500;
const LARGEST_INT = 2 ** 31 - 1;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Whether a database and UTF-8 keep a text as written: no NUL is in it, and no half of a surrogate pair. */
export const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Refuses an append that no log could keep as written, before it is queued; answers its size in bytes. */
export function checkedSize(
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
  command?: CommandKey,
): number {
  checkName('stream', stream);
  checkExpected(expected);
  if (events.length < 1 || events.length > MOST_EVENTS) {
    throw new RangeError(`An append holds 1 to ${MOST_EVENTS} events, not ${events.length}`);
  }
  if (command) checkCommand(command);
  const bytes = events.reduce((sum, event) => sum + checkedEventSize(event), 0);
  if (bytes > MOST_BYTES)
    throw new AppendTooLarge({ events: events.length, mostEvents: MOST_EVENTS, bytes, mostBytes: MOST_BYTES });
  return bytes;
}

/** The same for a group; answers the size of each member. */
export function checkedSizes(members: readonly Append[]): number[] {
  const sizes = members.map(({ stream, expected, events, command }) => checkedSize(stream, expected, events, command));
  const events = members.reduce((sum, member) => sum + member.events.length, 0);
  if (members.length < 1) throw new RangeError('A group has at least one member');
  const keys = members.flatMap(({ command }) => (command ? [command.key] : []));
  if (new Set(keys).size < keys.length) throw new RangeError('A group carries each command key once');
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (events > MOST_EVENTS || bytes > MOST_BYTES)
    throw new AppendTooLarge({ events, mostEvents: MOST_EVENTS, bytes, mostBytes: MOST_BYTES });
  return sizes;
}

export function checkCommand({ key, fingerprint }: CommandKey): void {
  checkUuid('command key', key);
  if (!isKeepable(fingerprint)) throw new RangeError('A fingerprint must be well-formed text');
}

export function checkLimit(limit: number): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 10_000))
    throw new RangeError(`A limit is 1 to 10000 events, not ${limit}`);
}

/** Whether a stream at `actual` (-1 when empty) is where the writer believes it to be. */
export function isMet(expected: Expected, actual: number): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'stream exists':
      return actual >= 0;
    default:
      return actual === lastRevision(expected);
  }
}

/** Where the writer believes the stream to end, -1 for no stream; undefined where the expectation does not say. */
export function lastRevision(expected: Expected): number | undefined {
  switch (expected) {
    case 'any':
    case 'stream exists':
      return undefined;
    case 'no stream':
      return -1;
    default:
      return expected;
  }
}

function checkExpected(expected: Expected): void {
  const revision = lastRevision(expected);
  if (revision === undefined) return;
  // -1 is how WrongRevision tells an empty stream
  if (!(Number.isInteger(revision) && revision >= -1 && revision <= LARGEST_INT - MOST_EVENTS))
    throw new RangeError(`No stream can be at revision ${revision}`);
}

function checkedEventSize({ id, type, version, data, metadata }: NewEvent): number {
  checkUuid('event id', id);
  checkName('event type', type);
  if (!(Number.isInteger(version) && version >= 1 && version <= LARGEST_INT))
    throw new RangeError(`${type} cannot have version ${version}`);
  if (!isKeepable(data) || !isKeepable(metadata)) {
    throw new RangeError(`${type} ${id} holds a NUL or half a character: it could not be kept as written`);
  }
  return Buffer.byteLength(data) + Buffer.byteLength(metadata);
}

function checkUuid(what: string, value: string): void {
  // Lower case only: a database gives a UUID back in lower case, so another spelling would not be kept as written.
  if (!UUID.test(value)) throw new RangeError(`The ${what} "${value}" is not a UUID in lower case`);
}

function checkName(what: string, name: string): void {
  if (name.length < 1 || name.length > LONGEST_NAME || !isKeepable(name)) {
    throw new RangeError(`The name of a ${what} is well-formed text of 1 to ${LONGEST_NAME} characters`);
  }
}
