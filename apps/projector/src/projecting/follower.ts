import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreBusy, EventStoreUnavailable, WrongRevision, type EventStore, type RecordedEvent, type Subscription } from '@minsheng/event-store';
import type { Logger } from 'pino';
import { CheckpointMoved } from './projection-runner';

/** Something that follows the log from its own checkpoint: a projection, or the policies. */
export interface Follows {
  readonly name: string;
  position(): Promise<bigint>;
  apply(from: bigint, events: readonly RecordedEvent[]): Promise<void>;
  halt(reason: string): Promise<void>;
}

const BATCH = 1_000;
/** Milliseconds between attempts after a lost database or another projector's move. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/** Errors that go away by themselves: the database is restarting or busy, another projector or another writer was faster. */
const passes = (error: unknown): boolean => {
  if ([EventStoreUnavailable, EventStoreBusy, WrongRevision, CheckpointMoved].some((passing) => error instanceof passing)) return true;
  const { code, message, driverError, cause } = error as { code?: string; message?: string; driverError?: unknown; cause?: unknown };
  return /^(08|57P0[123]|53300|40001|40P01|ECONN|EPIPE|ETIMEDOUT)/.test(code ?? '') || /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(message ?? '')
    || [driverError, cause].some((inner) => inner !== undefined && passes(inner));
};

/**
 * Follows the log for ever. A passing error is tried again from the checkpoint; any other halts this follower at its position,
 * with the reason written down, and nothing is skipped: the others go on.
 */
export class Follower {
  private subscription?: Subscription;
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(private readonly store: EventStore, private readonly follows: Follows, private readonly log: Logger) { this.running = this.run(); }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.subscription?.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let wait = FIRST_PAUSE; !this.stopped; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        await this.follow(() => { wait = FIRST_PAUSE; });
      } catch (error) {
        if (this.stopped) return;
        if (!passes(error)) return this.halt(error);
        this.log.warn({ follower: this.follows.name, err: error }, 'interrupted, trying again');
        await pause(wait);
      }
    }
  }

  private async follow(progressed: () => void): Promise<void> {
    let at = await this.follows.position();
    if (this.stopped) return;
    this.subscription = this.store.subscribe(at, async (events) => {
      await this.apply(at, events);
      at = events[events.length - 1].position;
      progressed();
    }, { batch: BATCH });
    await this.subscription.ended;
  }

  /** A batch with an event that cannot be applied goes one by one: all before that event count, and the checkpoint stands right before it. */
  private async apply(at: bigint, events: readonly RecordedEvent[]): Promise<void> {
    try {
      await this.follows.apply(at, events);
    } catch (error) {
      if (passes(error) || events.length === 1) throw error;
      for (const event of events) await this.follows.apply(event.position - 1n, [event]);
    }
  }

  private async halt(error: unknown): Promise<void> {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.log.error({ follower: this.follows.name, err: error }, 'halted');
    await this.follows.halt(reason).catch((cause: unknown) => this.log.error({ err: cause }, 'the reason could not be written down'));
  }
}
