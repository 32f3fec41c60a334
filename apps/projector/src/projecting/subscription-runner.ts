import { setTimeout as pause } from 'node:timers/promises';
import {
  EventStoreBusy,
  EventStoreUnavailable,
  WrongRevision,
  type EventStore,
  type RecordedEvent,
} from '@minsheng/event-store';
import { publicKey, type SetAsideEntry } from '@minsheng/read-models';
import type { Logger } from 'pino';
import { CheckpointMoved, type Checkpoint, type Lease } from './checkpoint';
import { CheckpointLease } from './checkpoint-lease';

/** Something that follows the log from its own checkpoint: a projection, or the policies. */
export interface Subscriber {
  readonly name: string;
  /**
   * Applies events that follow where the lease stands, and moves it if it wrote anything: events that change nothing
   * need no writing. Answers what it set aside, because an event could not be applied. @throws CheckpointMoved
   */
  apply(lease: Lease, events: readonly RecordedEvent[]): Promise<readonly SetAsideEntry[]>;
}

const BATCH = 1_000;
/** Milliseconds between attempts after a lost database or another projector's move. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** How often one that stands by asks whether it may go on. */
const STANDBY = 1_000;

/**
 * Errors that go away by themselves: the database is restarting or busy, another projector or another writer was
 * faster.
 */
const passes = (error: unknown): boolean => {
  if (
    [EventStoreUnavailable, EventStoreBusy, WrongRevision, CheckpointMoved].some((passing) => error instanceof passing)
  )
    return true;
  const { code, message, driverError, cause } = error as {
    code?: string;
    message?: string;
    driverError?: unknown;
    cause?: unknown;
  };
  return (
    /^(08|57P0[123]|53300|40001|40P01|ECONN|EPIPE|ETIMEDOUT)/.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(message ?? '') ||
    [driverError, cause].some((inner) => inner !== undefined && passes(inner))
  );
};

/**
 * Follows the log for ever, while it holds its checkpoint; otherwise it stands by. An event that cannot be applied sets
 * aside what it touches, and the rest goes on. A passing error is tried again from the checkpoint; any other halts this
 * follower at its position, with the reason written down, and nothing is skipped: the other followers go on.
 */
export class SubscriptionRunner {
  private readonly stopping = new AbortController();
  private readonly isStopping = new Promise<void>((resolve) => {
    this.stopping.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  private readonly running: Promise<void>;

  constructor(
    private readonly store: EventStore,
    private readonly subscriber: Subscriber,
    private readonly checkpoint: Checkpoint,
    private readonly log: Logger,
    private readonly wait = waiting,
  ) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private get stopped() {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    let standsBy = false;
    for (let stopTimeout = FIRST_PAUSE; !this.stopped;) {
      try {
        const lease = await this.checkpoint.take();
        if (standsBy !== !lease)
          this.log.info(
            { follower: this.subscriber.name, position: lease?.position.toString() },
            lease ? 'follows the log' : 'stands by',
          );
        standsBy = !lease;
        if (lease)
          await this.follow(new CheckpointLease(this.checkpoint, lease, this.wait), () => {
            stopTimeout = FIRST_PAUSE;
          });
        else await this.wait(STANDBY, this.stopping.signal);
      } catch (error) {
        if (!passes(error))
          this.log.error({ follower: this.subscriber.name, err: error }, 'cannot go on, trying again');
        else this.log.warn({ follower: this.subscriber.name, err: error }, 'interrupted, trying again');
        await this.wait(stopTimeout, this.stopping.signal);
        stopTimeout = Math.min(stopTimeout * 2, LONGEST_PAUSE);
      }
    }
  }

  /** Until it is stopped, or the lease is lost, or an event cannot be applied. */
  private async follow(place: CheckpointLease, progressed: () => void): Promise<void> {
    const subscription = this.store.subscribe(
      place.seen,
      async (events) => {
        await this.apply(place, events);
        progressed();
      },
      { batch: BATCH },
    );
    try {
      await Promise.race([subscription.ended, place.lost, this.isStopping]);
      await subscription.stop();
      await place.leave();
    } catch (error) {
      await subscription.stop();
      place.close();
      if (passes(error)) throw error;
      this.log.error({ follower: this.subscriber.name, err: error }, 'halted');
      await place.halt(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  }

  /**
   * A batch with an event that cannot be applied goes one by one: all before that event count, and the checkpoint
   * stands right before it.
   */
  private async apply(place: CheckpointLease, events: readonly RecordedEvent[]): Promise<void> {
    const work = async (some: readonly RecordedEvent[]) => {
      const setAside = await place.work(some[some.length - 1].position, (lease) => this.subscriber.apply(lease, some));
      for (const { key, since, reason } of setAside)
        this.log.error(
          { follower: this.subscriber.name, key: publicKey(key), since: String(since), reason },
          'set aside',
        );
    };
    try {
      await work(events);
    } catch (error) {
      if (passes(error) || events.length === 1) throw error;
      for (const event of events) await work([event]);
    }
  }
}

/** Resolves after some milliseconds, or when it is not needed any more. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;
const waiting: Wait = (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined);
