import type { RecordedEvent } from '@minsheng/event-store';
import { foldBatch, type AnyProjection, type Rows, type RowStore, type SetAsideEntry } from '@minsheng/read-models';
import { CheckpointMoved, type Lease } from './checkpoint';
import type { Subscriber } from './subscription-runner';

/** Rows kept in memory from earlier batches: those of the projects that report these days. */
const REMEMBERED = 300;

/**
 * Keeps a read model up to date: a batch is one read, one fold, and one statement that writes the rows and moves the
 * checkpoint. Rows that were read are cached as they were written: while the lease holds, no other process writes them.
 * Created rows are not cached: most are never read again, and thousands a second would cause major garbage collections.
 */
export class ProjectionRunner implements Subscriber {
  private readonly remembered = new Map<string, object>();
  private rememberedUnder?: string;

  constructor(
    private readonly rows: RowStore,
    readonly projection: AnyProjection,
  ) {}

  get name(): string {
    return this.projection.name;
  }

  async apply(lease: Lease, events: readonly RecordedEvent[]): Promise<readonly SetAsideEntry[]> {
    if (lease.epoch !== this.rememberedUnder) this.remembered.clear(); // another process may have written meanwhile
    this.rememberedUnder = lease.epoch;
    // Read outside the transaction: another writer of these rows would have moved the checkpoint too, and then nothing
    // is written.
    let keysRead: readonly string[] = [];
    const waiting = lease.setAside.copy();
    const rows = await foldBatch(
      this.projection,
      events,
      (keys) => {
        keysRead = keys;
        return this.before(keys);
      },
      waiting,
    );
    const setAside = waiting.beyond(lease.setAside);
    if (rows.size === 0 && setAside.length === 0) return setAside;
    const { name } = this;
    const { epoch, position: from } = lease;
    const to = events[events.length - 1].position;
    this.rememberedUnder = undefined; // until the write has succeeded
    if (!(await this.rows.writeAndMove(rows, { name, epoch, from, to, setAside })))
      throw new CheckpointMoved(`${name} is not at ${from} any more, or held by another`);
    lease.position = to;
    lease.setAside = waiting;
    this.remember(keysRead, rows);
    this.rememberedUnder = epoch;
    return setAside;
  }

  private async before(keys: readonly string[]): Promise<Rows> {
    const unknown = keys.filter((key) => !this.remembered.has(key));
    const read = unknown.length === 0 ? [] : await this.rows.read(unknown);
    return new Map([
      ...read,
      ...keys.flatMap((key) => (this.remembered.has(key) ? [[key, this.remembered.get(key)!] as const] : [])),
    ]);
  }

  private remember(keysRead: readonly string[], rows: Rows): void {
    const wanted = new Set(keysRead);
    for (const [key, row] of rows) {
      const known = this.remembered.delete(key);
      if (known || wanted.has(key)) this.remembered.set(key, row);
    }
    for (const key of this.remembered.keys()) {
      if (this.remembered.size <= REMEMBERED) return;
      this.remembered.delete(key); // the row written longest ago
    }
  }
}
