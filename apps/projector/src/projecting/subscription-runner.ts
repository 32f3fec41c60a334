import { setTimeout as pause } from 'node:timers/promises';
import {
  EventStoreBusy,
  EventStoreUnavailable,
  isConnectionLoss,
  WrongRevision,
  type EventStore,
  type RecordedEvent,
} from '@minsheng/event-store';
import { publicKey, type SetAsideEntry } from '@minsheng/read-models';
import type { Logger } from 'pino';
import { CheckpointMoved, type Checkpoint, type Lease } from './checkpoint';
import { CheckpointLease, type Wait } from './checkpoint-lease';

/** A subscriber of the log with a checkpoint of its own: a projection, or the policies. */
export interface Subscriber {
  readonly name: string;
  /**
   * Applies events that follow the position of the lease, and moves it if it wrote anything; events that change nothing
   * need no write. Returns what it set aside because an event could not be applied. @throws CheckpointMoved
   */
  apply(lease: Lease, events: readonly RecordedEvent[]): Promise<readonly SetAsideEntry[]>;
}

const BATCH = 1_000;
/** First and longest pause between attempts, in milliseconds, after a lost database or another projector's move. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** Milliseconds between attempts of a standby to acquire the checkpoint. */
const STANDBY = 1_000;

/** Two transactions in each other's way, or in a circle. */
const SERIALIZATION_FAILURES = new Set(['40001', '40P01']);

/** Transient errors: the database is restarting or busy, another projector or another writer was faster. */
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
    isConnectionLoss({ code, message }) ||
    SERIALIZATION_FAILURES.has(code ?? '') ||
    [driverError, cause].some((inner) => inner !== undefined && passes(inner))
  );
};

/**
 * Follows the log while it holds its checkpoint; otherwise it stands by. An event that cannot be applied sets aside
 * what it touches, and the rest goes on. After a transient error it starts again from the checkpoint. Any other error
 * halts this subscriber at its position, with the reason recorded; nothing is skipped, and the other subscribers go on.
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
        const lease = await this.checkpoint.acquire();
        if (standsBy !== !lease)
          this.log.info(
            { subscriber: this.subscriber.name, position: lease?.position.toString() },
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
          this.log.error({ subscriber: this.subscriber.name, err: error }, 'cannot go on, trying again');
        else this.log.warn({ subscriber: this.subscriber.name, err: error }, 'interrupted, trying again');
        await this.wait(stopTimeout, this.stopping.signal);
        stopTimeout = Math.min(stopTimeout * 2, LONGEST_PAUSE);
      }
    }
  }

  /** Runs until it is stopped, the lease is lost, or an event cannot be applied. */
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
      this.log.error({ subscriber: this.subscriber.name, err: error }, 'halted');
      await place.halt(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  }

  /**
   * A batch with an event that cannot be applied is repeated event by event: all before that event are applied, and the
   * checkpoint stops right before it.
   */
  private async apply(place: CheckpointLease, events: readonly RecordedEvent[]): Promise<void> {
    const work = async (some: readonly RecordedEvent[]) => {
      const setAside = await place.work(some[some.length - 1].position, (lease) => this.subscriber.apply(lease, some));
      for (const { key, since, reason } of setAside)
        this.log.error(
          { subscriber: this.subscriber.name, key: publicKey(key), since: String(since), reason },
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

const waiting: Wait = (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined);
