/** The durable world as seen by one process: every call may be slow, refused, lost, or answered too late. */
import {
  EventStoreBusy,
  EventStoreUnavailable,
  InMemoryEventStore,
  type Append,
  type CommandKey,
  type Expected,
  type NewEvent,
  type ReadAllOptions,
  type RecordedEvent,
} from '@minsheng/event-store';
import type { RowStore } from '@minsheng/read-models';
import type { Faults } from '../clock/faults';
import type { Failures, Process } from '../clock/process';
import { CheckpointMoved, type Checkpoint } from '../product';
import type { Durable } from './durable';

/** Milliseconds between polls, the fallback below the wake-ups, as in the store on PostgreSQL. */
const POLL = 1_000;

const reading: Failures = { lost: () => new EventStoreUnavailable('The connection was lost') };
const writing: Failures = { ...reading, busy: () => new EventStoreBusy(1) };
const querying: Failures = {
  lost: () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' }),
};

/** Subscriptions are those of the product, inherited with shared pages and gap detection; nothing is stored here. */
export class ProcessLog extends InMemoryEventStore {
  /** @param readable an event as this build reads it, where builds matter */
  constructor(
    private readonly process: Process,
    private readonly durable: Durable,
    private readonly readable = (event: RecordedEvent) => event,
  ) {
    super();
  }

  override async read(stream: string, from?: number) {
    const events = await this.process.call(`reads ${stream}`, () => this.durable.log.read(stream, from), reading);
    return events.map(this.readable);
  }
  override append(stream: string, expected: Expected, events: readonly NewEvent[], command?: CommandKey) {
    return this.process.call(
      `appends ${events.map(({ type }) => type).join()} to ${stream}`,
      () => this.durable.append(stream, expected, events, command),
      writing,
    );
  }
  override appendGroup(members: readonly Append[]) {
    return this.process.call(
      `appends ${members.length} together to ${[...new Set(members.map(({ stream }) => stream))].join()}`,
      () => this.durable.appendGroup(members),
      writing,
    );
  }
  override receiptOf(command: CommandKey) {
    return this.process.call('asks for a receipt', () => this.durable.log.receiptOf(command), reading);
  }
  override head(at?: Date) {
    return this.process.call('asks for the head', () => this.durable.log.head(at), reading);
  }
  override async readAll(after: bigint, options: ReadAllOptions) {
    const events = await this.process.call(
      `reads all after ${after}`,
      () => this.durable.readAll(after, options),
      reading,
    );
    return events.map(this.readable);
  }

  /** Wakes the subscriptions after an append, unless the message is lost, and every second. */
  async listen(faults: Faults): Promise<void> {
    const notify = async () => {
      if (!this.process.isConnected || faults.strikes('wake-up lost')) return;
      await this.process.after(faults.latency(), 'is woken');
      this['subscriptions'].wake();
      if (faults.strikes('wake-up doubled')) void notify();
    };
    this.durable.listeners.add(notify);
    void this.process.died.then(() => this.durable.listeners.delete(notify));
    for (;;) {
      await this.process.after(POLL, 'polls');
      this['subscriptions'].wake();
    }
  }
}

/** A read model's table. */
export const rowsSeenBy = (process: Process, durable: Durable, table: string): RowStore => ({
  read: (keys) => process.call(`reads ${keys.length} rows of ${table}`, () => durable.rows(table, keys), querying),
  writeAndMove: (rows, move) =>
    process.call(
      `writes ${rows.size} rows of ${table} and moves from ${move.from} to ${move.to} in epoch ${move.epoch}, ` +
        `${move.setAside.length} set aside`,
      () => durable.writeAndMove(rows, move, process),
      querying,
    ),
});

export const checkpointSeenBy = (process: Process, durable: Durable, name: string): Checkpoint => ({
  name,
  acquire: () => process.call(`takes ${name}`, () => durable.acquire(name, process), querying),
  move: async (lease, to, setAside = []) => {
    const moved = await process.call(
      `moves ${name} from ${lease.position} to ${to} in epoch ${lease.epoch}, ${setAside.length} set aside`,
      () => durable.move(name, lease, to, setAside),
      querying,
    );
    if (!moved) throw new CheckpointMoved(`${name} is not at ${lease.position} any more, or held by another`);
    lease.position = to;
  },
  halt: (lease, at, reason) =>
    process.call(`halts ${name} at ${at}: ${reason}`, () => durable.leave(name, lease, at, reason), querying),
  release: (lease, at) => process.call(`leaves ${name} at ${at}`, () => durable.leave(name, lease, at), querying),
});
