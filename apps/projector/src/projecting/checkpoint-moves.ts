import { RequestBatcher } from '@minsheng/event-store';
import { poolOf, type DataSource } from '@minsheng/read-models';

/** Moves a checkpoint from one position to another if its epoch is still this one. */
interface Move {
  readonly name: string;
  readonly epoch: string;
  readonly from: bigint;
  readonly to: bigint;
}

/** Batches the moves of several checkpoints: the subscribers of a process are woken by the same events. */
export class CheckpointMoves {
  private readonly moves = new RequestBatcher((moves: readonly Move[]) => this.write(moves));

  constructor(private readonly dataSource: DataSource) {}

  /** False when the checkpoint is no longer at `from`, or its epoch has changed. */
  move(move: Move): Promise<boolean> {
    return this.moves.ask(move);
  }

  private async write(moves: readonly Move[]): Promise<boolean[]> {
    const { rows } = await poolOf(this.dataSource).query<{ name: string }>({
      name: 'move checkpoints',
      text: `update read.checkpoint c set position = m.goal, beat_at = clock_timestamp()
               from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) m(name, epoch, stands, goal)
              where c.name = m.name and c.epoch = m.epoch and c.position = m.stands returning c.name`,
      values: [
        moves.map(({ name }) => name),
        moves.map(({ epoch }) => epoch),
        moves.map(({ from }) => String(from)),
        moves.map(({ to }) => String(to)),
      ],
    });
    const moved = new Set(rows.map(({ name }) => name));
    return moves.map(({ name }) => moved.has(name));
  }
}
