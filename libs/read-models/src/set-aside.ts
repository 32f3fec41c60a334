import type { EventContent } from '@minsheng/event-store';

/** What waits, because an event could not be applied: a row, all of a subject, or, for the policies, a stream. */
export interface SetAsideEntry {
  /** Key of the row; the subject, where nobody can say which rows the event touches; or the name of the stream. */
  readonly key: string;
  /** Id of the list, project, suggestion or meeting that the stream is about. */
  readonly subject: string;
  /** Position of the event that could not be applied: it waits, and with it all that follows for the key. */
  readonly since: bigint;
  readonly reason: string;
}

/** So much may wait for one checkpoint; more is a fault of the build, and it halts. */
export const MOST_SET_ASIDE = 100;

export class TooMuchSetAside extends Error {
  override readonly name = 'TooMuchSetAside';
  constructor({ key, reason }: SetAsideEntry) {
    super(`${MOST_SET_ASIDE} are set aside already, and ${publicKey(key)} cannot go on either: ${reason}`);
  }
}

/** The event was read without its stream, so that nobody can say what to set aside: read it again with it. */
export class StreamUnknown extends Error {}

const SUBJECT = /-([1-9]\d{5}-20\d\d(?:-[0-9a-z]{10})?)(?:-|$)/;
/** Registers belong to no list: each is about the id that its stream is named by. */
const REGISTER = /^(?:functional-zone|calendar)-(.+)$/;
/**
 * The id that a stream is about: each row belongs to one subject, and all streams that may touch it name that subject.
 * A stream that names none is its own. @throws StreamUnknown
 */
export const subjectOf = ({ stream }: Pick<EventContent, 'stream'>): string => {
  if (stream === undefined) throw new StreamUnknown();
  return (SUBJECT.exec(stream) ?? REGISTER.exec(stream))?.[1] ?? stream;
};

/** How the streams of some categories begin that are about a subject, which may be a stream's whole name. */
export const streamPrefixesAbout = (categories: readonly string[], subject: string): string[] => [
  ...categories.map((category) => `${category}-${subject}`),
  subject,
];

/** A key for everybody to read: the tag of a rater is nobody's business. */
export const publicKey = (key: string): string => key.replace(/-[0-9a-f]{32}$/, '-…');

/** Longest reason kept, in characters. */
const REASON = 300;
/** Why an event could not be applied, without quoting the event. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const { name, message, issues } = error as Error & { issues?: readonly { readonly path: readonly unknown[] }[] };
  if (name === 'SyntaxError') return 'its data are no JSON';
  const text = issues
    ? `its data have another shape at ${[...new Set(issues.map(({ path }) => `/${path.join('/')}`))].join(', ')}`
    : `${name}: ${message}`;
  return [...text.toWellFormed().replaceAll('\u0000', '\uFFFD')].slice(0, REASON).join('');
};

/** What waits for one checkpoint. While nothing does, asking costs no more than a look at its size. */
export class SetAside {
  private readonly byKey = new Map<string, SetAsideEntry>();

  constructor(entries: Iterable<SetAsideEntry> = []) {
    for (const entry of entries) this.byKey.set(entry.key, entry);
  }

  get size(): number {
    return this.byKey.size;
  }

  get entries(): readonly SetAsideEntry[] {
    return [...this.byKey.values()];
  }

  /** Whether an event at this position has to wait for the key. */
  waits(key: string, position: bigint): boolean {
    if (this.byKey.size === 0) return false;
    const entry = this.byKey.get(key);
    return entry !== undefined && entry.since <= position;
  }

  /** The earliest position of a key counts. @throws TooMuchSetAside */
  add(entry: SetAsideEntry): void {
    const known = this.byKey.get(entry.key);
    if (known && known.since <= entry.since) return;
    if (!known && this.byKey.size >= MOST_SET_ASIDE) throw new TooMuchSetAside(entry);
    this.byKey.set(entry.key, entry);
  }

  copy(): SetAside {
    return new SetAside(this.byKey.values());
  }

  /** What waits here and not there. */
  beyond(other: SetAside): readonly SetAsideEntry[] {
    return this.byKey.size === other.size ? [] : this.entries.filter(({ key }) => !other.byKey.has(key));
  }

  /** Whether the same waits since the same positions. */
  equals(other: SetAside): boolean {
    return this.size === other.size && this.entries.every(({ key, since }) => other.byKey.get(key)?.since === since);
  }
}
