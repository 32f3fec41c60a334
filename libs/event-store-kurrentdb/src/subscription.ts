import { START, type Filter } from '@kurrent/kurrentdb-client';
import {
  checkLimit,
  EventStoreBusy,
  EventStoreUnavailable,
  type EventStore,
  type SubscribeOptions,
  type Subscription,
} from '@minsheng/event-store';
import type { Connection } from './connection';
import { recordedEvent } from './envelope';
import { isOutcomeUnknown, isTooBusy } from './failures';
import { Dropped, Feed } from './feed';
import type { LogReader } from './log-reader';

type Handler = Parameters<EventStore['subscribe']>[1];

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 5_000];

/**
 * A catch-up subscription on the whole log, filtered by the server, on a connection of its own. It goes on from the
 * last event its handler took when the server drops it, and waits while the server is away; what ends it is the
 * handler's error, an event that this store did not write, and a refusal such as a missing right. A rejected `ended`
 * that nobody observes is an unhandled rejection on purpose: a subscription must not die unnoticed.
 */
export class LogSubscription implements Subscription {
  readonly ended: Promise<void>;
  private readonly batch: number;
  private stopped = false;
  private rouse: () => void = () => undefined;
  private pauseMs = FIRST_PAUSE_MS;

  private readonly connection: Connection;
  private readonly log: LogReader;

  /**
   * @param connections one for this subscription alone, and a reader that does not wait for a server that is away
   */
  constructor(
    connections: { connect(): Connection; readonly log: LogReader },
    private cursor: bigint,
    private readonly handler: Handler,
    private readonly options: SubscribeOptions,
    over: () => void,
  ) {
    this.batch = options.batch ?? 500;
    checkLimit(this.batch);
    if (cursor < 0n) throw new RangeError(`There is no position ${cursor}`);
    this.connection = connections.connect();
    this.log = connections.log;
    this.ended = this.follow()
      .finally(() => this.connection.close())
      .finally(over);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.rouse();
    await this.ended.catch(() => undefined); // whoever watches `ended` is told
  }

  private async follow(): Promise<void> {
    await this.insisting(() => this.assertNotBeyondTheEnd());
    const filter = this.connection.names.filterOf(this.options.streamPrefixes);
    while (!this.stopped) await (filter ? this.insisting(() => this.subscribed(filter)) : this.roused());
  }

  private async assertNotBeyondTheEnd(): Promise<void> {
    const head = (await this.log.newest())?.position ?? 0n;
    if (head < this.cursor)
      throw new Error(
        `The log ends at ${head}, before ${this.cursor} which was already read: was an older copy restored?`,
      );
  }

  /** One subscription, until it is dropped or we stop. */
  private async subscribed(filter: Filter): Promise<void> {
    const fromPosition = this.cursor > 0n ? { commit: this.cursor, prepare: this.cursor } : START;
    const feed = new Feed(
      this.connection.client.subscribeToAll(
        { fromPosition, filter, requiresLeader: true },
        { highWaterMark: this.batch },
      ),
    );
    this.rouse = () => feed.wake();
    try {
      while (!this.stopped) {
        const page = feed.take(this.batch);
        if (page.length > 0) await this.handle(page);
        else await this.waitForMore(feed);
      }
    } finally {
      await feed.end();
    }
  }

  private async handle(page: ReturnType<Feed['take']>): Promise<void> {
    const events = this.log.unsealedOf(page).map(recordedEvent);
    if (events.length > 0)
      await this.handler(events).catch((error: unknown) => {
        throw new HandlerFailed(error);
      });
    this.cursor = page[page.length - 1].event!.position!.commit;
    this.pauseMs = FIRST_PAUSE_MS;
  }

  /** A quiet line is a quiet log or a subscription the server forgot: after the limit the log is asked which. */
  private async waitForMore(feed: Feed): Promise<void> {
    const quietMs = this.connection.answerWithinMs;
    const since = performance.now();
    await feed.more(quietMs);
    if (this.stopped || performance.now() - since < quietMs) return;
    const newest = feed.isConfirmed ? await this.log.newest(undefined, this.options.streamPrefixes) : undefined;
    const somethingCame = feed.hasMore;
    if (somethingCame || (feed.isConfirmed && (newest?.position ?? 0n) <= this.cursor)) return;
    this.connection.renew();
    throw new Dropped('The subscription is silent');
  }

  /**
   * Does the work, again and again after growing pauses, until it is done or we stop. @throws what ends the
   * subscription
   */
  private async insisting(work: () => Promise<void>): Promise<void> {
    while (!this.stopped) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof HandlerFailed) throw error.reason;
        if (!isPassing(error)) throw error;
        if (this.stopped) return;
        await this.roused(this.pauseMs);
        this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Resolves when we stop, or after a time. */
  private roused(withinMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const limit = withinMs === undefined ? undefined : setTimeout(resolve, withinMs);
      this.rouse = () => {
        clearTimeout(limit);
        resolve();
      };
    });
  }
}

/** Keeps the handler's own failures apart from those of the log, which may be of the same kind. */
class HandlerFailed extends Error {
  constructor(readonly reason: unknown) {
    super();
  }
}

/** The server is away, too busy, or ended the subscription: all of that ends some day. */
const isPassing = (error: unknown): boolean =>
  error instanceof Dropped ||
  error instanceof EventStoreUnavailable ||
  error instanceof EventStoreBusy ||
  isOutcomeUnknown(error) ||
  isTooBusy(error);
