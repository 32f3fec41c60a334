import { setImmediate as nextTurn } from 'node:timers/promises';
import { poolOf, type DataSource } from '@minsheng/read-models';

/** A checkpoint that shall go from one position to another, if its epoch is still this one. */
interface Move { readonly name: string; readonly epoch: string; readonly from: bigint; readonly to: bigint }
interface Waiting extends Move { readonly resolve: (moved: boolean) => void; readonly reject: (error: unknown) => void }

/** Moves of several checkpoints travel together: what comes in while one statement is under way is the next. */
export class CheckpointMoves {
  private waiting: Waiting[] = [];
  private working = false;

  constructor(private readonly dataSource: DataSource) {}

  /** False when the checkpoint is not at `from` any more, or its epoch another. */
  move(move: Move): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...move, resolve, reject });
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      await nextTurn(); // the other followers of this process were woken by the same events
      const moves = this.waiting;
      this.waiting = [];
      try {
        const moved = await this.write(moves);
        for (const { name, resolve } of moves) resolve(moved.has(name));
      } catch (error) {
        for (const { reject } of moves) reject(error);
      }
    }
    this.working = false;
  }

  private async write(moves: readonly Move[]): Promise<ReadonlySet<string>> {
    const { rows } = await poolOf(this.dataSource).query<{ name: string }>({
      name: 'move checkpoints',
      text: `update read.checkpoint c set position = m.goal, beat_at = clock_timestamp()
               from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) m(name, epoch, stands, goal)
              where c.name = m.name and c.epoch = m.epoch and c.position = m.stands returning c.name`,
      values: [moves.map(({ name }) => name), moves.map(({ epoch }) => epoch), moves.map(({ from }) => String(from)), moves.map(({ to }) => String(to))],
    });
    return new Set(rows.map(({ name }) => name));
  }
}
