import {
  entriesAsJson,
  readSetAside,
  SetAside,
  setAsideSql,
  SILENT_AFTER_S,
  type DataSource,
  type SetAsideEntry,
} from '@minsheng/read-models';
import { CheckpointMoves } from './checkpoint-moves';

/** The right to move a checkpoint until another process acquires it: every move names its epoch. */
export interface Lease {
  readonly epoch: string;
  /** Position of the checkpoint. */ position: bigint;
  /** What waits, as written with the checkpoint. */ setAside: SetAside;
}

/** The checkpoint was acquired by another process, or paused: this process must stop writing. */
export class CheckpointMoved extends Error {}

/** The position of a subscriber, which exactly one process at a time moves. */
export interface Checkpoint {
  readonly name: string;
  /** Makes it at the first start. Undefined while it is paused, halted, or held by a living other. */
  acquire(): Promise<Lease | undefined>;
  /**
   * Moves it to `to`, which may be its own position: this is also the heartbeat. What is set aside is written with it.
   * @throws CheckpointMoved
   */
  move(lease: Lease, to: bigint, setAside?: readonly SetAsideEntry[]): Promise<void>;
  /** Leaves it at a position, with the reason why nothing can be applied from there. */
  halt(lease: Lease, at: bigint, reason: string): Promise<void>;
  /** Leaves it to the next process that wants it. */
  release(lease: Lease, at: bigint): Promise<void>;
}

/**
 * A checkpoint in the schema of the read models. Its holder is identified by the application name of its connections:
 * when the server has none of them, the holder is dead and the next takes over at once. Acquiring raises the epoch, so
 * a former holder that wakes up finds its writes refused.
 */
export class TableCheckpoint implements Checkpoint {
  private readonly holder: string;

  /** Checkpoints of one process share their `moves`, so that one statement moves many. */
  constructor(
    private readonly dataSource: DataSource,
    readonly name: string,
    private readonly moves: CheckpointMoves = new CheckpointMoves(dataSource),
  ) {
    this.holder = (dataSource.options as { applicationName?: string }).applicationName!;
  }

  async acquire(): Promise<Lease | undefined> {
    await this.dataSource.query('insert into read.checkpoint (name, position) values ($1, 0) on conflict do nothing', [
      this.name,
    ]);
    const [[row]]: [{ position: string; epoch: string }[], number] = await this.dataSource.query(
      `
      update read.checkpoint set epoch = epoch + 1, holder = $2, beat_at = clock_timestamp()
       where name = $1 and halted is null and not paused
         and (holder is null or holder = $2 or beat_at < clock_timestamp() - make_interval(secs => ${SILENT_AFTER_S})
              or not exists (select from pg_stat_activity where application_name = holder))
      returning position::text, epoch::text`,
      [this.name, this.holder],
    );
    if (!row) return undefined;
    // whoever else writes them raises the epoch first
    const setAside = new SetAside(await readSetAside(this.dataSource, this.name));
    return { epoch: row.epoch, position: BigInt(row.position), setAside };
  }

  async move(lease: Lease, to: bigint, setAside: readonly SetAsideEntry[] = []): Promise<void> {
    const moved =
      setAside.length === 0
        ? await this.moves.move({ name: this.name, epoch: lease.epoch, from: lease.position, to })
        : await this.moveAndSetAside(lease, to, setAside);
    if (!moved) throw new CheckpointMoved(`${this.name} is not at ${lease.position} any more, or held by another`);
    lease.position = to;
  }

  private async moveAndSetAside(
    { epoch, position }: Lease,
    to: bigint,
    setAside: readonly SetAsideEntry[],
  ): Promise<boolean> {
    const [{ moved }]: { moved: number }[] = await this.dataSource.query(
      `with moved as (
         update read.checkpoint set position = $2, beat_at = clock_timestamp()
          where name = $1 and epoch = $3 and position = $4 returning 1),
       aside as (${setAsideSql('$1', '$5', 'where exists (select from moved)')})
       select count(*)::int as moved from moved`,
      [this.name, to.toString(), epoch, position.toString(), entriesAsJson(setAside)],
    );
    return moved === 1;
  }

  async halt(lease: Lease, at: bigint, reason: string): Promise<void> {
    await this.change('position = $4, holder = null, halted = $5', lease, at, reason.slice(0, 500));
  }

  async release(lease: Lease, at: bigint): Promise<void> {
    await this.change('position = $4, holder = null', lease, at);
  }

  private async change(
    what: string,
    { epoch, position }: Lease,
    to: bigint,
    ...more: readonly string[]
  ): Promise<void> {
    await this.dataSource.query(`update read.checkpoint set ${what} where name = $1 and epoch = $2 and position = $3`, [
      this.name,
      epoch,
      position.toString(),
      to.toString(),
      ...more,
    ]);
  }
}
