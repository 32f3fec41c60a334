/** An event as its writer hands it over. `data` and `metadata` are JSON texts, kept byte for byte as written. */
export interface NewEvent {
  /**
   * UUID, derived by the writer from its command key and what the event holds: a retry that comes to the same sends the
   * same id again.
   */
  readonly id: string;
  readonly type: string;
  /** Shape version of `data`, 1-based; the contracts' catalogue reads older shapes. */
  readonly version: number;
  readonly data: string;
  readonly metadata: string;
}

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** 0-based place in its stream. */
  readonly revision: number;
  /** Place in the whole log, rising in commit order. Where the log keeps its own count: 1, 2, 3 … without a hole. */
  readonly position: bigint;
  /** When the log took it (not when it happened in the world). Never falls as positions rise. */
  readonly recordedAt: Date;
}

/**
 * What happened and where in the log, without its id, who did it and when; its place in its stream is there for who
 * asked for it.
 */
export type EventContent = Pick<RecordedEvent, 'type' | 'version' | 'data' | 'position'> &
  Partial<Pick<RecordedEvent, 'stream' | 'revision'>>;

/** What the writer believes about the stream: its last revision, that it is empty, that it exists, or nothing. */
export type Expected = number | 'no stream' | 'stream exists' | 'any';

/** Identifies one command for ever: the same key never takes effect twice. */
export interface CommandKey {
  /** UUID made from who asked and their idempotency key. */
  readonly key: string;
  /** Hash of the request's content; the same key with another one is refused. */
  readonly fingerprint: string;
}

/** What an append answers, at first and at every retry with the same command key. */
export interface AppendReceipt {
  readonly stream: string;
  /** Revision of the last event appended. */
  readonly revision: number;
  /** Position of the last event appended. */
  readonly position: bigint;
  /** True when the log already held this command and nothing was written now. */
  readonly repeated: boolean;
}

/** One append of a group. */
export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
  readonly command?: CommandKey;
}

/** Where and how much to read of the whole log. */
export interface ReadAllOptions {
  /** At most this many events, 1 to 10,000. */
  readonly limit: number;
  /** Last position to include. */
  readonly until?: bigint;
  /** Only streams whose name starts with one of these. */
  readonly streamPrefixes?: readonly string[];
  /**
   * A hint: these streams are few among all, so that it pays to look for them by name instead of walking along the log.
   */
  readonly few?: boolean;
}
export interface ReadContentsOptions extends ReadAllOptions {
  /** Whether each event tells its place in its stream. */
  readonly places: boolean;
}

export interface Subscription {
  /** Resolves when the handler in progress has finished and no other will start. */
  stop(): Promise<void>;
  /** Rejects when the subscription ended by an error of the handler or of the log; resolves after `stop`. */
  readonly ended: Promise<void>;
}

/** Somebody else wrote to the stream first. */
export class WrongRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    /** -1 for an empty stream */ readonly actual: number,
  ) {
    super(`Stream ${stream} is at revision ${actual}, not ${expected}`);
  }
}
/** The command key was used before for another request. */
export class CommandKeyReused extends Error {
  constructor(readonly key: string) {
    super(`Command key ${key} was used for another request`);
  }
}
/**
 * Some commands of a group took effect before and others did not: nothing was written, each has to be asked by itself.
 */
export class GroupRepeatedInPart extends Error {
  constructor() {
    super('Some commands of the group took effect before and others did not');
  }
}
/** More events or bytes than one append, or one group of them, takes; nothing was written. */
export class AppendTooLarge extends RangeError {
  constructor(readonly facts: Readonly<Record<'events' | 'mostEvents' | 'bytes' | 'mostBytes', number>>) {
    super(
      `An append holds 1 to ${facts.mostEvents} events and at most ${facts.mostBytes} bytes of data and metadata, ` +
        `not ${facts.events} of ${facts.bytes}`,
    );
  }
}
/** This log appends to one stream at a time: a group that spans several cannot be kept all or none there. */
export class GroupAcrossStreams extends RangeError {}
/**
 * The stream was deleted for ever, by other means than this port's: it can be neither read nor written, and no retry
 * helps.
 */
export class StreamDeleted extends Error {
  constructor(
    readonly stream: string,
    options?: ErrorOptions,
  ) {
    super(`Stream ${stream} was deleted for ever`, options);
  }
}
/** The log takes no more work now; nothing was written. Try again after `retryAfterSeconds`. */
export class EventStoreBusy extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('The event store has too much work waiting');
  }
}
/** The log cannot be reached or did not answer: the outcome is unknown, and a retry with the same key is safe. */
export class EventStoreUnavailable extends Error {}

/**
 * The log of events: the truth. Every implementation passes the suite in `event-store.contract.ts`. Positions appear in
 * order: a reader that saw position p will never find a new event at or below p.
 */
export abstract class EventStore {
  /**
   * Events of one stream, oldest first; empty for an unknown stream. `from` is the first revision wanted (default 0).
   */
  abstract read(stream: string, from?: number): Promise<RecordedEvent[]>;
  /**
   * Appends all events or none, together with the command key. At least one event.
   * @throws WrongRevision, CommandKeyReused, EventStoreBusy, EventStoreUnavailable
   */
  abstract append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    command?: CommandKey,
  ): Promise<AppendReceipt>;
  /**
   * Appends all members or none, in their order: each finds the streams as those before it leave them. At least one
   * member, at most 1,000 events in all. Every log takes groups of one stream, and one that cannot span streams says so
   * by GroupAcrossStreams.
   * @throws WrongRevision or CommandKeyReused of the first member refused, GroupRepeatedInPart, EventStoreBusy,
   * EventStoreUnavailable
   */
  abstract appendGroup(members: readonly Append[]): Promise<AppendReceipt[]>;
  /** The receipt of an earlier append with this command key. @throws CommandKeyReused when the fingerprint differs */
  abstract receiptOf(command: CommandKey): Promise<AppendReceipt | undefined>;
  /** Events after a position, in order of position. */
  abstract readAll(after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]>;
  /**
   * The same for a reader who asks only what happened, and perhaps where in its stream: a log that can fetch less does.
   */
  readContents(after: bigint, options: ReadContentsOptions): Promise<EventContent[]> {
    return this.readAll(after, options);
  }
  /** Position of the newest event, 0 for an empty log; with `at`, of the newest recorded at or before that instant. */
  abstract head(at?: Date): Promise<bigint>;
  /** Calls the handler with batches after `after`, in order, one at a time, for ever; new events wake it at once. */
  abstract subscribe(
    after: bigint,
    handler: (events: readonly RecordedEvent[]) => Promise<void>,
    options?: { readonly batch?: number; readonly streamPrefixes?: readonly string[] },
  ): Subscription;
  /** Releases connections. */
  abstract close(): Promise<void>;
}
