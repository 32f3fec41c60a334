import type { RecordedEvent } from '@minsheng/event-store';
import { foldBatch, TableRows, type AnyProjection, type DataSource } from '@minsheng/read-models';

/** Somebody else moved the checkpoint: another projector runs this projection, and this one must stop writing. */
export class CheckpointMoved extends Error {}

/** Keeps one read model up with the log: a batch is one read, one fold, and one statement that writes the rows and moves the checkpoint. */
export class ProjectionRunner {
  private readonly rows: TableRows;

  constructor(private readonly dataSource: DataSource, readonly projection: AnyProjection, table?: string, private readonly checkpoint: string = projection.name) {
    this.rows = new TableRows(dataSource.getMetadata(projection.entity), table);
  }

  get name(): string { return this.projection.name; }

  /** Position it has come to; makes the checkpoint at the first start. */
  async position(): Promise<bigint> {
    await this.dataSource.query('insert into read.checkpoint (name, position) values ($1, 0) on conflict do nothing', [this.checkpoint]);
    const [row] = await this.dataSource.query('select position::text from read.checkpoint where name = $1', [this.checkpoint]);
    return BigInt(row.position);
  }

  /** Applies a batch that follows `from`. @throws CheckpointMoved when the checkpoint is not at `from` any more */
  async apply(from: bigint, events: readonly RecordedEvent[], to: bigint = events[events.length - 1].position): Promise<void> {
    const { manager } = this.dataSource;
    // Read outside the transaction: whoever else wrote these rows meanwhile moved the checkpoint too, and then nothing is written.
    const rows = await foldBatch(this.projection, events, (keys) => this.rows.read(manager, keys));
    if (!(await this.rows.writeAndMove(manager, rows, { name: this.checkpoint, from, to }))) throw new CheckpointMoved(`${this.checkpoint} is not at ${from} any more`);
  }

  /** Writes down why it stands still. */
  async halt(reason: string): Promise<void> {
    await this.dataSource.query('update read.checkpoint set halted = $2 where name = $1', [this.checkpoint, reason.slice(0, 500)]);
  }
}
