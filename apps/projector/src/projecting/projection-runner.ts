import type { RecordedEvent } from '@minsheng/event-store';
import { foldBatch, type AnyProjection, type RowStore } from '@minsheng/read-models';
import { CheckpointMoved, type Lease } from './checkpoint';
import type { Follows } from './follower';

/** Keeps one read model up with the log: a batch is one read, one fold, and one statement that writes the rows and moves the checkpoint. */
export class ProjectionRunner implements Follows {
  constructor(private readonly rows: RowStore, readonly projection: AnyProjection) {}

  get name(): string { return this.projection.name; }

  async apply(lease: Lease, events: readonly RecordedEvent[]): Promise<void> {
    // Read outside the transaction: whoever else wrote these rows meanwhile moved the checkpoint too, and then nothing is written.
    const rows = await foldBatch(this.projection, events, (keys) => this.rows.read(keys));
    if (rows.size === 0) return;
    const to = events[events.length - 1].position;
    const moved = await this.rows.writeAndMove(rows, { name: this.name, epoch: lease.epoch, from: lease.position, to });
    if (!moved) throw new CheckpointMoved(`${this.name} is not at ${lease.position} any more, or held by another`);
    lease.position = to;
  }
}
