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
import { SetAside, type Rows, type SetAsideEntry, type TableRows } from '@minsheng/read-models';
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

/** What a retry makes of what waits, up to the position of the checkpoint. */
export type Heal = (
  waiting: readonly SetAsideEntry[],
  until: bigint,
) => Promise<{ readonly rows: Rows; readonly still: readonly SetAsideEntry[] }>;

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
  /** Everything that was ever set aside, with the name of the subscriber. */
  readonly marks: (SetAsideEntry & { readonly name: string })[] = [];
  /** Called after every append, as NOTIFY. */
  readonly listeners = new Set<() => void>();
  /** Position of the newest event. */
  head = 0n;
  private readonly tables = new Map<string, Map<string, string>>();
  /** The rows of `read.set_aside`, by subscriber. */
  private readonly waiting = new Map<string, readonly SetAsideEntry[]>();

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
  async writeAndMove(rows: Rows, { name, epoch, from, to, setAside }: Move, _by: Process): Promise<boolean> {
    if (!this.mayMove(name, epoch, from)) return false;
    this.write(name, rows);
    this.mark(name, setAside);
    this.moveTo(name, from, to);
    return true;
  }
  /** What waits for a subscriber. */
  setAside(name: string): readonly SetAsideEntry[] {
    return this.waiting.get(name) ?? [];
  }
  /**
   * As `retry`: whoever holds the checkpoint finds a new epoch. In the product its row is locked meanwhile; here
   * nothing is done where it was moved.
   */
  async heal(name: string, heal: Heal): Promise<void> {
    const place = this.places.get(name);
    if (!place) return;
    place.halted = undefined;
    const { position, epoch } = place;
    if (this.setAside(name).length === 0) return;
    const { rows, still } = await heal(this.setAside(name), position);
    if (place.position !== position || place.epoch !== epoch) return;
    this.write(name, rows);
    this.waiting.set(name, still);
    place.epoch += 1;
  }

  /** As `TableCheckpoint.acquire`: undefined while it is paused, halted or held by a living other. */
  async acquire(name: string, by: Process): Promise<Lease | undefined> {
    const place = this.places.get(name) ?? { position: 0n, epoch: 0, beatAt: 0, paused: false };
    this.places.set(name, place);
    const free =
      !place.holder || place.holder === by || place.beatAt < this.scheduler.now - LEASE_MS || !place.holder.isConnected;
    if (place.halted !== undefined || place.paused || !free) return undefined;
    Object.assign(place, { epoch: place.epoch + 1, holder: by, beatAt: this.scheduler.now });
    return { epoch: String(place.epoch), position: place.position, setAside: new SetAside(this.setAside(name)) };
  }
  /** Whether the lease still held. */
  async move(
    name: string,
    { epoch, position }: Lease,
    to: bigint,
    setAside: readonly SetAsideEntry[] = [],
  ): Promise<boolean> {
    if (!this.mayMove(name, epoch, position)) return false;
    this.mark(name, setAside);
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
  protected mark(name: string, entries: readonly SetAsideEntry[]): void {
    if (entries.length === 0) return;
    this.waiting.set(name, [...this.setAside(name), ...entries]);
    this.marks.push(...entries.map((entry) => ({ name, ...entry })));
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
