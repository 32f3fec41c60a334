import {
  InMemoryEventStore,
  type Append,
  type AppendReceipt,
  type CommandKey,
  type Expected,
  type NewEvent,
  type ReadAllOptions,
  type RecordedEvent,
} from '@minsheng/event-store';
import type { Rows, TableRows } from '@minsheng/read-models';
import type { Process } from '../clock/process';
import type { Scheduler } from '../clock/scheduler';
import type { Lease } from '../product';

type Move = Parameters<ReturnType<TableRows['in']>['writeAndMove']>[1];

/** Milliseconds after which a connected but silent holder may be replaced, as in `TableCheckpoint`. */
const LEASE_MS = 10_000;

/** A row of `read.checkpoint`. */
export interface Place {
  position: bigint;
  epoch: number;
  holder?: Process;
  beatAt: number;
  halted?: string;
  paused: boolean;
}

/** A move of a checkpoint: the position its mover believed, and the new one. */
export interface Moved {
  readonly name: string;
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * What survives every process: the log, the tables of the read models and their checkpoints, as one PostgreSQL holds
 * them. Every method takes effect in one step. Controls remove a guarantee by overriding one of them.
 */
export class Durable {
  readonly log: InMemoryEventStore;
  readonly places = new Map<string, Place>();
  /** Every move of a checkpoint, in order of effect. */
  readonly moves: Moved[] = [];
  /** Every halt, with its position. */
  readonly halts: { readonly name: string; readonly at: bigint; readonly reason: string }[] = [];
  /** Called after every append, as NOTIFY. */
  readonly listeners = new Set<() => void>();
  /** Position of the newest event. */
  head = 0n;
  private readonly tables = new Map<string, Map<string, string>>();

  constructor(protected readonly scheduler: Scheduler) {
    this.log = new InMemoryEventStore(() => new Date(scheduler.now));
  }

  append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    command?: CommandKey,
  ): Promise<AppendReceipt> {
    return this.appended(this.log.append(stream, expected, events, command));
  }
  appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    return this.appended(this.log.appendGroup(members));
  }
  readAll(after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]> {
    return this.log.readAll(after, options);
  }

  /** The rows of a table as text: columns are sent as JSON, as to PostgreSQL. */
  table(name: string): Map<string, string> {
    const table = this.tables.get(name) ?? new Map<string, string>();
    this.tables.set(name, table);
    return table;
  }
  async rows(name: string, keys: readonly string[]): Promise<Rows> {
    return new Map(
      keys.flatMap((key) => {
        const row = this.table(name).get(key);
        return row === undefined ? [] : [[key, JSON.parse(row) as object] as const];
      }),
    );
  }
  async writeAndMove(rows: Rows, { name, epoch, from, to }: Move, _by: Process): Promise<boolean> {
    if (!this.mayMove(name, epoch, from)) return false;
    this.write(name, rows);
    this.moveTo(name, from, to);
    return true;
  }

  /** As `TableCheckpoint.acquire`: undefined while it is paused, halted or held by a living other. */
  async acquire(name: string, by: Process): Promise<Lease | undefined> {
    const place = this.places.get(name) ?? { position: 0n, epoch: 0, beatAt: 0, paused: false };
    this.places.set(name, place);
    const free =
      !place.holder || place.holder === by || place.beatAt < this.scheduler.now - LEASE_MS || !place.holder.isConnected;
    if (place.halted !== undefined || place.paused || !free) return undefined;
    Object.assign(place, { epoch: place.epoch + 1, holder: by, beatAt: this.scheduler.now });
    return { epoch: String(place.epoch), position: place.position };
  }
  /** Whether the lease still held. */
  async move(name: string, { epoch, position }: Lease, to: bigint): Promise<boolean> {
    if (!this.mayMove(name, epoch, position)) return false;
    this.moveTo(name, position, to);
    return true;
  }
  /** Leaves it to the next process; with a reason, to none until it is retried. */
  async leave(name: string, lease: Lease, at: bigint, reason?: string): Promise<void> {
    if (!(await this.move(name, lease, at))) return;
    Object.assign(this.places.get(name)!, { holder: undefined, halted: reason });
    if (reason !== undefined) this.halts.push({ name, at, reason });
  }

  protected mayMove(name: string, epoch: string, from: bigint): boolean {
    const place = this.places.get(name)!;
    return String(place.epoch) === epoch && place.position === from;
  }
  protected write(name: string, rows: Rows): void {
    for (const [key, row] of rows) this.table(name).set(key, JSON.stringify(row));
  }
  protected moveTo(name: string, from: bigint, to: bigint): void {
    Object.assign(this.places.get(name)!, { position: to, beatAt: this.scheduler.now });
    if (from !== to) this.moves.push({ name, from, to });
  }
  private async appended<T>(appending: Promise<T>): Promise<T> {
    const receipts = await appending;
    this.head = await this.log.head();
    this.listeners.forEach((notify) => notify());
    return receipts;
  }
}
