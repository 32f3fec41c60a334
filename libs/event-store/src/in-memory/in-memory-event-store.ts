import { checkCommand, checkedSize, checkedSizes, checkLimit, isMet, lastRevision } from '../append-rules';
import {
  CommandKeyReused,
  EventStore,
  GroupRepeatedInPart,
  WrongRevision,
  type Append,
  type AppendReceipt,
  type CommandKey,
  type Expected,
  type NewEvent,
  type ReadAllOptions,
  type RecordedEvent,
  type Subscription,
} from '../event-store';
import { LogSubscriptions, type SubscribeOptions } from '../log-subscription';

/** The log for tests: same promises as the durable one, kept until the process ends. */
export class InMemoryEventStore extends EventStore {
  private readonly log: RecordedEvent[] = []; // position p is at index p - 1
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly commands = new Map<string, { readonly fingerprint: string; readonly receipt: AppendReceipt }>();
  private readonly subscriptions = new LogSubscriptions();

  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  async read(stream: string, from = 0): Promise<RecordedEvent[]> {
    return this.streamOf(stream).slice(Math.max(0, from));
  }

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    command?: CommandKey,
  ): Promise<AppendReceipt> {
    checkedSize(stream, expected, events, command);
    const earlier = command && this.earlierReceipt(command);
    if (earlier) return earlier;
    const past = this.streamOf(stream);
    if (!isMet(expected, past.length - 1)) return this.alreadyThere(stream, expected, events);

    const last = this.record(stream, events);
    const receipt = { stream, revision: last.revision, position: last.position, repeated: false };
    if (command) this.commands.set(command.key, { fingerprint: command.fingerprint, receipt });
    this.subscriptions.wake();
    return receipt;
  }

  async appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    checkedSizes(members);
    const earlier = members.map(({ command }) => command && this.earlierReceipt(command));
    if (earlier.every((receipt) => receipt !== undefined)) return earlier;
    if (earlier.some((receipt) => receipt !== undefined)) throw new GroupRepeatedInPart();
    const revisions = new Map<string, number>();
    for (const { stream, expected, events } of members) {
      const revision = revisions.get(stream) ?? this.streamOf(stream).length - 1;
      if (!isMet(expected, revision)) throw new WrongRevision(stream, expected, revision);
      revisions.set(stream, revision + events.length);
    }
    return Promise.all(members.map(({ stream, events, command }) => this.append(stream, 'any', events, command)));
  }

  async receiptOf(command: CommandKey): Promise<AppendReceipt | undefined> {
    checkCommand(command);
    return this.earlierReceipt(command);
  }

  async readAll(after: bigint, { limit, until, streamPrefixes }: ReadAllOptions): Promise<RecordedEvent[]> {
    checkLimit(limit);
    const end = until === undefined || until > this.log.length ? this.log.length : Number(until);
    const page: RecordedEvent[] = [];
    for (let index = Math.max(0, Number(after)); index < end && page.length < limit; index++) {
      const event = this.log[index];
      if (!streamPrefixes || streamPrefixes.some((prefix) => event.stream.startsWith(prefix))) page.push(event);
    }
    return page;
  }

  async head(at?: Date): Promise<bigint> {
    return BigInt(at ? this.log.findLastIndex(({ recordedAt }) => recordedAt <= at) + 1 : this.log.length);
  }

  subscribe(
    after: bigint,
    handler: (events: readonly RecordedEvent[]) => Promise<void>,
    options?: SubscribeOptions,
  ): Subscription {
    return this.subscriptions.add(this, after, handler, options);
  }

  async close(): Promise<void> {
    await this.subscriptions.stop();
  }

  private streamOf(stream: string): RecordedEvent[] {
    return this.streams.get(stream) ?? [];
  }

  private record(stream: string, events: readonly NewEvent[]): RecordedEvent {
    const past = this.streamOf(stream);
    const newest = this.log.at(-1)?.recordedAt.getTime() ?? 0;
    const recordedAt = new Date(Math.max(this.now().getTime(), newest)); // a clock set back must not show in the log
    for (const { id, type, version, data, metadata } of events) {
      const position = BigInt(this.log.length + 1);
      const event: RecordedEvent = {
        id,
        type,
        version,
        data,
        metadata,
        stream,
        revision: past.length,
        position,
        recordedAt,
      };
      past.push(event);
      this.log.push(event);
    }
    this.streams.set(stream, past);
    return past[past.length - 1];
  }

  private earlierReceipt({ key, fingerprint }: CommandKey): AppendReceipt | undefined {
    const earlier = this.commands.get(key);
    if (earlier && earlier.fingerprint !== fingerprint) throw new CommandKeyReused(key);
    return earlier && { ...earlier.receipt, repeated: true };
  }

  /** The same events at the expected place are a retry; anything else there is somebody else's. */
  private alreadyThere(stream: string, expected: Expected, events: readonly NewEvent[]): AppendReceipt {
    const past = this.streamOf(stream);
    const first = (lastRevision(expected) ?? past.length - 1) + 1;
    if (!events.every(({ id }, index) => past[first + index]?.id === id))
      throw new WrongRevision(stream, expected, past.length - 1);
    const { revision, position } = past[first + events.length - 1];
    return { stream, revision, position, repeated: true };
  }
}
