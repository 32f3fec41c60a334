import { setImmediate as nextTurn } from 'node:timers/promises';
import { MOST_BYTES, MOST_EVENTS } from '../../append-rules';
import { EventStoreBusy, EventStoreUnavailable, type AppendReceipt } from '../../event-store';
import { isBadContent } from '../connection-loss';
import type { AppendAnswer } from './append-batch';
import type { AppendOrder } from './append-order';

interface Waiting {
  readonly order: AppendOrder;
  readonly resolve: (receipt: AppendReceipt) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers appends while a batch is under way and sends all that wait as the next one: no timer, so a lone append goes at
 * once, and a crowd shares one flush to disk. One batch at a time keeps the appends of this process in their order.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private waitingBytes = 0;
  private working?: Promise<void>;
  private closed = false;

  constructor(
    private readonly send: (orders: readonly AppendOrder[]) => Promise<AppendAnswer[]>,
    private readonly most = { appends: 10_000, bytes: 100_000_000 },
  ) {}

  append(order: AppendOrder): Promise<AppendReceipt> {
    if (this.closed) return Promise.reject(new EventStoreUnavailable('The event store is closed'));
    if (this.waiting.length >= this.most.appends || this.waitingBytes + order.bytes > this.most.bytes) return Promise.reject(new EventStoreBusy(1));
    return new Promise((resolve, reject) => {
      this.waiting.push({ order, resolve, reject });
      this.waitingBytes += order.bytes;
      this.working ??= this.work();
    });
  }

  /** Takes no more appends and waits for those already taken. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      await nextTurn(); // whoever was just answered may ask again and travel along
      await this.commit(this.nextBatch());
    }
    this.working = undefined;
  }

  private nextBatch(): Waiting[] {
    let events = 0;
    let bytes = 0;
    const fitting = this.waiting.findIndex(({ order }) => (events += order.events.length) > MOST_EVENTS || (bytes += order.bytes) > MOST_BYTES);
    return this.take(fitting === -1 ? this.waiting.length : fitting);
  }

  private take(count: number): Waiting[] {
    const taken = this.waiting.splice(0, count);
    for (const { order } of taken) this.waitingBytes -= order.bytes;
    return taken;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.send(batch.map(({ order }) => order));
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      });
    } catch (error) {
      if (batch.length > 1 && isBadContent(error)) {
        for (const one of batch) await this.commit([one]); // so that the bad append fails alone
        return;
      }
      // Those behind would only wait through the same outage, one batch after the other.
      const others = error instanceof EventStoreUnavailable ? this.take(this.waiting.length) : [];
      for (const { reject } of [...batch, ...others]) reject(error);
    }
  }
}
