import { randomUUID } from 'node:crypto';
import type { ClientConfig, Pool } from 'pg';
import { checkCommand, checkedSize, checkedSizes, checkLimit, lastRevision } from '../append-rules';
import {
  CommandKeyReused,
  EventStore,
  type Append,
  type AppendReceipt,
  type CommandKey,
  type EventContent,
  type Expected,
  type NewEvent,
  type ReadAllOptions,
  type ReadContentsOptions,
  type RecordedEvent,
  type Subscription,
} from '../event-store';
import { RequestBatcher } from '../request-batcher';
import { LogSubscriptions, type SubscribeOptions } from '../log-subscription';
import { appendBatch, ConflictBackoff } from './append/append-batch';
import { GroupCommit } from './append/group-commit';
import { whileConnectionIsLost } from './connection-loss';
import { appendingConfig, clientConfig, openPool, readingConfig } from './connections';
import { assertDurable } from './durability';
import { assertMigrated } from './migrate';
import { PipelinedConnection } from './pipelined-connection';
import { readContents } from './read-contents';
import { readCommands, readHead, readLog, readStream } from './read-events';
import { WakeUpListener } from './wake-up-listener';

const APPEND_TIMEOUT_MS = 10_000;
const READ_TIMEOUT_MS = 2_000;

export interface PostgresEventStoreOptions {
  readonly connectionString: string;
  /** Shown by the server, followed by "append", "read" or "listen". */
  readonly applicationName?: string;
  /** For reading, 4 unless told. Appending takes one more, and following the log another. */
  readonly maxConnections?: number;
}

/** The durable log: one table, one lock, and appends that share their commits. */
export class PostgresEventStore extends EventStore {
  /** @throws when the server may forget what it acknowledged, or the schema is not the one of this program */
  static async open({
    connectionString,
    applicationName = 'event-store',
    maxConnections = 4,
  }: PostgresEventStoreOptions): Promise<PostgresEventStore> {
    const config = (use: string) => clientConfig(connectionString, `${applicationName} ${use}`);
    const reads = openPool(readingConfig(config('read')), maxConnections);
    try {
      const client = await reads.connect();
      await assertDurable(client)
        .then(() => assertMigrated(client))
        .finally(() => client.release());
    } catch (error) {
      await reads.end();
      throw error;
    }
    return new PostgresEventStore(reads, new PipelinedConnection(appendingConfig(config('append'))), config('listen'));
  }

  private readonly queue: GroupCommit;
  private readonly subscriptions = new LogSubscriptions();
  private readonly receipts = new RequestBatcher((commands: readonly CommandKey[]) =>
    this.reading(() => readCommands(this.reads, commands)),
  );
  private wakeUps?: WakeUpListener;
  private closing?: Promise<void>;

  private constructor(
    private readonly reads: Pool,
    private readonly appends: PipelinedConnection,
    private readonly listening: ClientConfig,
  ) {
    super();
    const backoff = new ConflictBackoff();
    this.queue = new GroupCommit((groups) =>
      whileConnectionIsLost(() => appendBatch(appends, groups, backoff), APPEND_TIMEOUT_MS),
    );
  }

  async read(stream: string, from = 0): Promise<RecordedEvent[]> {
    return this.reading(() => readStream(this.reads, stream, from));
  }

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    command?: CommandKey,
  ): Promise<AppendReceipt> {
    const bytes = checkedSize(stream, expected, events, command);
    return this.queue.append({
      stream,
      expected,
      events,
      bytes,
      command,
      retryKey: command || lastRevision(expected) !== undefined ? undefined : randomUUID(),
    });
  }

  async appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    const sizes = checkedSizes(members);
    return this.queue.appendGroup(
      members.map((member, index) => ({
        ...member,
        bytes: sizes[index],
        retryKey: member.command ? undefined : randomUUID(),
      })),
    );
  }

  async receiptOf(command: CommandKey): Promise<AppendReceipt | undefined> {
    checkCommand(command);
    const found = await this.receipts.ask(command);
    if (found && found.fingerprint !== command.fingerprint) throw new CommandKeyReused(command.key);
    return found?.receipt;
  }

  async readAll(after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]> {
    checkLimit(options.limit);
    return this.reading(() => readLog(this.reads, after, options));
  }

  override async readContents(after: bigint, options: ReadContentsOptions): Promise<EventContent[]> {
    checkLimit(options.limit);
    return this.reading(() => readContents(this.reads, after, options));
  }

  async head(at?: Date): Promise<bigint> {
    return this.reading(() => readHead(this.reads, at));
  }

  subscribe(
    after: bigint,
    handler: (events: readonly RecordedEvent[]) => Promise<void>,
    options?: SubscribeOptions,
  ): Subscription {
    this.wakeUps ??= new WakeUpListener(this.listening, () => this.subscriptions.wake());
    return this.subscriptions.add(this, after, handler, options);
  }

  /** Stops the subscriptions and waits for the appends already taken. */
  close(): Promise<void> {
    return (this.closing ??= this.release());
  }

  private async release(): Promise<void> {
    await this.subscriptions.stop();
    await Promise.all([this.wakeUps?.close(), this.queue.close()]);
    await Promise.all([this.reads.end(), this.appends.end()]);
  }

  private reading<T>(work: () => Promise<T>): Promise<T> {
    return whileConnectionIsLost(work, READ_TIMEOUT_MS);
  }
}
