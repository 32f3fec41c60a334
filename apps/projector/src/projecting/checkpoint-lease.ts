import type { Checkpoint, Lease } from './checkpoint';

/** Resolves after some milliseconds, or when it is not needed any more. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Milliseconds between heartbeats. */
const HEARTBEAT = 2_000;
/**
 * How long the position may wait to be written after events that changed nothing, in milliseconds: many share one
 * write.
 */
const SETTLE = 20;

/**
 * The position of a subscriber while it holds the checkpoint. What it has seen may be ahead of what is written, by
 * `SETTLE` at most.
 */
export class CheckpointLease {
  /** Rejects when another process holds the checkpoint by now. */
  readonly lost: Promise<never>;
  private readonly over = new AbortController();
  private turn: Promise<unknown> = Promise.resolve();
  private settling?: Promise<void>;
  private lose!: (error: unknown) => void;
  private at: bigint;

  constructor(
    private readonly checkpoint: Checkpoint,
    private readonly lease: Lease,
    private readonly wait: Wait,
  ) {
    this.at = lease.position;
    this.lost = new Promise<never>((_, reject) => {
      this.lose = reject;
    });
    this.lost.catch(() => undefined); // the race that uses it may be over
    void this.heartbeat();
  }

  /** Position of the last event that was applied. */
  get seen(): bigint {
    return this.at;
  }

  /** Does work that ends at a position. Work and heartbeats take turns, since both move the checkpoint. */
  work<T>(to: bigint, work: (lease: Lease) => Promise<T>): Promise<T> {
    return this.takeTurn(async () => {
      const result = await work(this.lease);
      this.at = to;
      if (this.lease.position < to) this.settling ??= this.settle();
      return result;
    });
  }

  /** Ends the heartbeats. */
  close(): void {
    this.over.abort();
  }

  async leave(): Promise<void> {
    this.close();
    await this.takeTurn(() => this.checkpoint.release(this.lease, this.at));
  }

  async halt(reason: string): Promise<void> {
    await this.takeTurn(() => this.checkpoint.halt(this.lease, this.at, reason));
  }

  private async settle(): Promise<void> {
    await this.wait(SETTLE, this.over.signal);
    this.settling = undefined;
    if (!this.over.signal.aborted && this.lease.position < this.at) await this.write();
  }

  private async heartbeat(): Promise<void> {
    for (;;) {
      await this.wait(HEARTBEAT, this.over.signal);
      if (this.over.signal.aborted) return;
      await this.write();
    }
  }

  private write(): Promise<void> {
    return this.takeTurn(async () => {
      if (!this.over.signal.aborted) await this.checkpoint.move(this.lease, this.at);
    }).catch(this.lose);
  }

  private takeTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }
}
