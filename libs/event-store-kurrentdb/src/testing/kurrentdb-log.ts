/** What a writer sends for one event. */
export interface Proposal {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LogRecord extends Proposal {
  readonly stream: string;
  readonly revision: number;
  /**
   * Commit and prepare position at once, as the server gives them outside of its explicit transactions: a place in a
   * file, so with gaps.
   */
  readonly position: number;
  readonly created: Date;
}

export type Expected = number | 'no stream' | 'stream exists' | 'any';
export type AppendOutcome =
  { readonly revision: number; readonly position: number } | { readonly current: number } | 'stream deleted';

interface Stream {
  readonly records: LogRecord[];
  hiddenBelow: number;
  tombstoned: boolean;
}

/**
 * What a KurrentDB server decides, in memory: revisions, expectations, its rule of idempotence, soft deletion and
 * tombstones. It begins, like a real one, with events of the system.
 */
export class KurrentDBLog {
  readonly all: LogRecord[] = [];
  private readonly streams = new Map<string, Stream>();
  private readonly waiting = new Set<() => void>();
  /** The control of the rule below: without it a repeated append is a conflict like any other. */
  recognisesRepeats = true;

  constructor(public now: () => Date = () => new Date()) {
    for (const stream of ['$epoch-information', '$users', '$user-admin', '$$$settings'])
      this.append(stream, 'any', [systemEvent('$system')]);
  }

  append(stream: string, expected: Expected, proposals: readonly Proposal[]): AppendOutcome {
    const target = this.streams.get(stream) ?? { records: [], hiddenBelow: 0, tombstoned: false };
    if (target.tombstoned) return 'stream deleted';
    const last = target.records.length - 1;
    const exists = last >= target.hiddenBelow;
    const met =
      expected === 'any' ||
      (expected === 'no stream' && !exists) ||
      (expected === 'stream exists' && exists) ||
      expected === last;
    if (!met) return this.earlier(target, expected, proposals) ?? { current: exists ? last : -1 };
    this.streams.set(stream, target);
    const created = this.now();
    for (const proposal of proposals) {
      const position = (this.all.at(-1)?.position ?? -87) + 87 + proposal.data.length;
      const record = { ...proposal, stream, revision: target.records.length, position, created };
      target.records.push(record);
      this.all.push(record);
    }
    this.wake();
    return placeOf(target.records.at(-1)!);
  }

  /**
   * The same ids at the expected place are the same append, asked once more; with 'any' the server only tries, so here
   * it does not.
   */
  private earlier({ records }: Stream, expected: Expected, proposals: readonly Proposal[]): AppendOutcome | undefined {
    const first = expected === 'no stream' ? 0 : typeof expected === 'number' ? expected + 1 : undefined;
    if (
      !this.recognisesRepeats ||
      first === undefined ||
      !proposals.every(({ id }, n) => records[first + n]?.id === id)
    )
      return undefined;
    return placeOf(records[first + proposals.length - 1]);
  }

  read(stream: string): readonly LogRecord[] | 'stream not found' | 'stream deleted' {
    const found = this.streams.get(stream);
    if (found?.tombstoned) return 'stream deleted';
    const records = found?.records.filter(({ revision }) => revision >= found.hiddenBelow) ?? [];
    return records.length > 0 ? records : 'stream not found';
  }

  /** Hides what the stream held; it may be written again, and its revisions go on. */
  delete(stream: string): void {
    const found = this.streams.get(stream);
    if (found) found.hiddenBelow = found.records.length;
  }

  /** Deletes for ever. */
  tombstone(stream: string): void {
    this.streams.set(stream, { records: [], hiddenBelow: 0, tombstoned: true });
  }

  /** Resolves at the next append, or when somebody left. */
  grown(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.add(resolve);
    });
  }

  wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

const placeOf = ({ revision, position }: LogRecord) => ({ revision, position });

let systemEvents = 0;
export const systemEvent = (type: string, data = '{}'): Proposal => ({
  id: `00000000-0000-4000-8000-${String(++systemEvents).padStart(12, '0')}`,
  type,
  contentType: 'application/json',
  data: Buffer.from(data),
  metadata: new Uint8Array(),
});
