import { checkLimit } from './append-rules';
import { EventStoreUnavailable, type EventStore, type RecordedEvent, type Subscription } from './event-store';

export type SubscribeOptions = NonNullable<Parameters<EventStore['subscribe']>[2]>;
type Handler = Parameters<EventStore['subscribe']>[1];

/**
 * Reads a log to its end, page by page, and sleeps until it is woken. While the log cannot be reached it waits for the
 * next wake-up. A rejected `ended` that nobody observes is an unhandled rejection on purpose: a subscription must not
 * die unnoticed.
 */
class LogSubscription implements Subscription {
  readonly ended: Promise<void>;
  private stopped = false;
  private woken = false;
  private rouse?: () => void;
  private started = false;
  private readonly batch: number;

  constructor(
    private readonly log: Pick<EventStore, 'readAll' | 'head'> & SharedPages,
    private cursor: bigint,
    private readonly handler: Handler,
    private readonly options: SubscribeOptions,
    over: (subscription: LogSubscription) => void,
  ) {
    this.batch = options.batch ?? 500;
    checkLimit(this.batch);
    if (cursor < 0n) throw new RangeError(`There is no position ${cursor}`);
    this.ended = this.follow().finally(() => over(this));
  }

  wake(): void {
    this.woken = true;
    this.rouse?.();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.rouse?.();
    await this.ended.catch(() => undefined); // whoever watches `ended` is told
  }

  private async follow(): Promise<void> {
    while (!this.stopped) {
      this.woken = false; // before reading: what is written during the read must cause another one
      const page = await this.nextPage();
      if (this.stopped) return;
      if (page.length > 0) await this.handler(page);
      // A page that is not full was the end of the log: only a wake-up since then is a reason to look again.
      if (page.length < this.batch && !this.woken && !this.stopped)
        await new Promise<void>((resolve) => {
          this.rouse = resolve;
        });
    }
  }

  private async nextPage(): Promise<readonly RecordedEvent[]> {
    try {
      return this.options.streamPrefixes
        ? await this.filteredPage(this.options.streamPrefixes)
        : await this.wholePage();
    } catch (error) {
      if (error instanceof EventStoreUnavailable) return [];
      throw error;
    }
  }

  private async wholePage(): Promise<readonly RecordedEvent[]> {
    if (!this.started) await this.knownHead();
    const page = await this.log.readPage(this.cursor, this.batch);
    for (const { position } of page) {
      if (position !== this.cursor + 1n)
        throw new Error(`A hole was found in the log: position ${position} follows ${this.cursor}`);
      this.cursor = position;
    }
    return page;
  }

  /**
   * The end of the log is fixed first, so that a stretch without a match is read once and not again at every wake-up.
   */
  private async filteredPage(streamPrefixes: readonly string[]): Promise<readonly RecordedEvent[]> {
    const until = await this.knownHead();
    if (until === this.cursor) return [];
    const page = await this.log.readAll(this.cursor, { limit: this.batch, until, streamPrefixes });
    this.cursor = page.length < this.batch ? until : page[page.length - 1].position;
    return page;
  }

  private async knownHead(): Promise<bigint> {
    const head = await this.log.head();
    if (head < this.cursor)
      throw new Error(
        `The log ends at ${head}, before ${this.cursor} which was already read: was an older copy restored?`,
      );
    this.started = true;
    return head;
  }
}

/** One reader for all who stand at the same place. */
interface SharedPages {
  readPage(after: bigint, limit: number): Promise<readonly RecordedEvent[]>;
}

/** Pages kept for subscriptions that come to them a little later than the first. */
const KEPT_PAGES = 4;

/** The open subscriptions of one store. */
export class LogSubscriptions {
  private readonly open = new Set<LogSubscription>();
  /**
   * Pages read since the last wake-up. It clears them: what it announces must be read, not what was there before it.
   */
  private pages = new Map<string, Promise<readonly RecordedEvent[]>>();

  add(log: EventStore, after: bigint, handler: Handler, options: SubscribeOptions = {}): Subscription {
    const shared = {
      readAll: log.readAll.bind(log),
      head: log.head.bind(log),
      readPage: (from: bigint, limit: number) => this.readPage(log, from, limit),
    };
    const subscription = new LogSubscription(shared, after, handler, options, (it) => this.open.delete(it));
    this.open.add(subscription);
    return subscription;
  }

  wake(): void {
    this.pages = new Map();
    this.open.forEach((subscription) => subscription.wake());
  }

  private readPage(log: EventStore, after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    const { pages } = this;
    const place = `${after} ${limit}`;
    const kept = pages.get(place);
    if (kept) return kept;
    const page = log.readAll(after, { limit });
    page.catch(() => pages.delete(place));
    pages.set(place, page);
    if (pages.size > KEPT_PAGES) pages.delete(pages.keys().next().value!);
    return page;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.open].map((subscription) => subscription.stop()));
  }
}
