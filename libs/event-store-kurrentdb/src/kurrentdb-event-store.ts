import {
  checkCommand,
  checkedSize,
  checkedSizes,
  checkLimit,
  EventStore,
  GroupAcrossStreams,
  type Append,
  type AppendReceipt,
  type CommandKey,
  type Expected,
  type NewEvent,
  type ReadAllOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type Subscription,
} from '@minsheng/event-store';
import { Appender, receiptOf } from './append/appender';
import { CommandLedger } from './append/command-ledger';
import { ExactAppend } from './append/exact-append';
import { Connection } from './connection';
import { recordedEvent } from './envelope';
import { LogReader } from './log-reader';
import { checkUnreserved, Names } from './names';
import { LogSubscription } from './subscription';

export interface KurrentDBEventStoreOptions {
  /**
   * As the client has it: `kurrentdb://user:password@host:2113?tls=true`, or `kurrentdb+discover://…` for a cluster.
   */
  readonly connectionString: string;
  /** Stands before the name of every stream, so that several stores can share a server; nothing unless told. */
  readonly space?: string;
  /** How long one call may take, 5 seconds unless told. */
  readonly answerWithinMs?: number;
  /** How long a call whose outcome is unknown is repeated, 10 seconds unless told. */
  readonly timeoutMs?: number;
}

/** The log on KurrentDB. Its positions are places in the server's file: rising, with gaps. */
export class KurrentDBEventStore extends EventStore {
  /**
   * @throws EventStoreUnavailable when no server answers; RangeError for a connection that hides conflicts, or a
   * reserved name
   */
  static async open({
    connectionString,
    space,
    answerWithinMs = 5_000,
    timeoutMs = 10_000,
  }: KurrentDBEventStoreOptions): Promise<KurrentDBEventStore> {
    // With it the client answers a conflict with a revision it makes up.
    if (/[?&]throwOnAppendFailure=false/i.test(connectionString))
      throw new RangeError('throwOnAppendFailure=false cannot be used: it hides which revision the stream is at');
    const names = new Names(space);
    const store = new KurrentDBEventStore(() => new Connection(connectionString, names, answerWithinMs), timeoutMs);
    try {
      await store.head();
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  private readonly connection: Connection;
  private readonly log: LogReader;
  private readonly commands: CommandLedger;
  private readonly appender: Appender;
  private readonly subscriptions = new Set<LogSubscription>();
  private closing?: Promise<void>;

  private constructor(
    private readonly connect: () => Connection,
    timeoutMs: number,
  ) {
    super();
    this.connection = connect();
    this.log = new LogReader(this.connection, timeoutMs);
    const exact = new ExactAppend(this.connection, this.log, timeoutMs);
    this.commands = new CommandLedger(this.log, exact);
    this.appender = new Appender(this.log, exact, this.commands);
  }

  async read(stream: string, from = 0): Promise<RecordedEvent[]> {
    return (await this.log.read(stream, from)).map(recordedEvent);
  }

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    command?: CommandKey,
  ): Promise<AppendReceipt> {
    checkedSize(stream, expected, events, command);
    const [receipt] = await this.appendChecked([{ stream, expected, events, command }]);
    return receipt;
  }

  async appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    checkedSizes(members);
    if (members.some(({ stream }) => stream !== members[0].stream))
      throw new GroupAcrossStreams(
        'On KurrentDB a group holds one stream: servers before 25.1 append to one stream at a time',
      );
    return this.appendChecked(members);
  }

  async receiptOf(command: CommandKey): Promise<AppendReceipt | undefined> {
    checkCommand(command);
    return receiptOf(command, await this.commands.known(command.key));
  }

  async readAll(after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]> {
    checkLimit(options.limit);
    return (await this.log.readAll(after, options)).map(recordedEvent);
  }

  async head(at?: Date): Promise<bigint> {
    return (await this.log.newest(at))?.position ?? 0n;
  }

  subscribe(
    after: bigint,
    handler: (events: readonly RecordedEvent[]) => Promise<void>,
    options: SubscribeOptions = {},
  ): Subscription {
    const subscription = new LogSubscription(
      { connect: this.connect, log: new LogReader(this.connection, 0) },
      after,
      handler,
      options,
      () => this.subscriptions.delete(subscription),
    );
    this.subscriptions.add(subscription);
    return subscription;
  }

  /** Stops the subscriptions and waits for the appends already taken. */
  close(): Promise<void> {
    return (this.closing ??= this.release());
  }

  private async release(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.appender.idle();
    await this.connection.close();
  }

  private async appendChecked(members: readonly Append[]): Promise<AppendReceipt[]> {
    checkUnreserved(
      members[0].stream,
      members.flatMap(({ events }) => events.map(({ type }) => type)),
    );
    return this.appender.append(members);
  }
}
