import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  EventStoreBusy,
  EventStoreUnavailable,
  GroupRepeatedInPart,
  type AppendReceipt,
  type Expected,
} from '../../event-store';
import { isBadContent } from '../connection-loss';
import type { AppendAnswer, Group } from './append-batch';
import type { AppendRequest } from './append-request';

interface Waiting {
  readonly group: Group;
  /** What is expected of each stream it touches, by the first append to it; the others follow that one. */
  readonly expected: ReadonlyMap<string, Expected>;
  readonly events: number;
  readonly bytes: number;
  readonly resolve: (receipts: AppendReceipt[]) => void;
  readonly reject: (error: unknown) => void;
}

/** A batch that was sent, and the streams it touches. */
interface UnderWay {
  readonly appends: number;
  readonly streams: ReadonlySet<string>;
  readonly work: Promise<void>;
}

/** Batches under way: while the server works on one, the next is made ready and waits at its door. */
const UNDER_WAY = 2;
/**
 * A batch ends with the append that fills it. It shall fit into the buffer of a socket (about 200 kB on Linux, less
 * what it spends on keeping account): one that does not is handed over piece by piece, and the server waits for a
 * process that is busy with the next one.
 */
const FULL = { events: 250, bytes: 100_000 };
/** So many are passed over at most in the search for those that may go. */
const MOST_PASSED_OVER = 250;
/** What an append costs both sides together, in milliseconds, roughly. */
const WORK_MS = 0.05;

/**
 * Gathers appends while batches are under way and sends all that wait when one of them is answered: no timer, so a lone
 * append goes at once, and a crowd shares its flushes to disk. The batches go in order along one line, so the appends
 * of this process keep theirs, but for one that has to be sent again.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private waitingAppends = 0;
  private waitingBytes = 0;
  private readonly underWay = new Set<UnderWay>();
  private nextIsDue = false;
  /**
   * What a batch costs however small it is, in milliseconds: round trip and flush. The least seen lately; it forgets a
   * tenth each time.
   */
  private batchOverheadMs?: number;
  private closed = false;

  constructor(
    private readonly send: (groups: readonly Group[]) => Promise<AppendAnswer[][]>,
    private readonly most = { appends: 10_000, bytes: 100_000_000 },
  ) {}

  append(request: AppendRequest): Promise<AppendReceipt> {
    return new Promise((resolve, reject) => this.enqueue([request], ([receipt]) => resolve(receipt), reject));
  }

  appendGroup(group: Group): Promise<AppendReceipt[]> {
    return new Promise((resolve, reject) => this.enqueue(group, resolve, reject));
  }

  private enqueue(group: Group, resolve: Waiting['resolve'], reject: Waiting['reject']): void {
    const bytes = group.reduce((sum, request) => sum + request.bytes, 0);
    if (this.closed) return reject(new EventStoreUnavailable('The event store is closed'));
    if (this.waitingAppends + group.length > this.most.appends || this.waitingBytes + bytes > this.most.bytes)
      return reject(new EventStoreBusy(1));
    const expected = new Map<string, Expected>();
    for (const request of group) if (!expected.has(request.stream)) expected.set(request.stream, request.expected);
    this.waiting.push({
      group,
      expected,
      events: group.reduce((sum, request) => sum + request.events.length, 0),
      bytes,
      resolve,
      reject,
    });
    this.waitingAppends += group.length;
    this.waitingBytes += bytes;
    this.callTheNext();
  }

  /** Takes no more appends and waits for those already taken. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.waiting.length > 0 || this.underWay.size > 0)
      await (this.underWay.size > 0 ? Promise.race([...this.underWay].map(({ work }) => work)) : nextTurn());
  }

  /**
   * A lone append goes at once; else in the next turn, because whoever was just answered may ask again and travel
   * along.
   */
  private callTheNext(): void {
    if (this.nextIsDue || this.underWay.size >= UNDER_WAY || this.waiting.length === 0) return;
    this.nextIsDue = true;
    const soon = this.underWay.size === 0 ? queueMicrotask : setImmediate;
    soon(() => {
      this.nextIsDue = false;
      while (this.underWay.size < UNDER_WAY) {
        const batch = this.nextBatch();
        if (batch.length === 0) return;
        this.start(batch);
      }
    });
  }

  private start(batch: readonly Waiting[]): void {
    const [begun, alone] = [performance.now(), this.underWay.size === 0];
    const work = this.commit(batch).then(() => {
      if (alone)
        this.batchOverheadMs = Math.min(
          Math.max(performance.now() - begun - batch.length * WORK_MS, WORK_MS),
          (this.batchOverheadMs ?? Infinity) * 1.1,
        );
      this.underWay.delete(sent);
      this.callTheNext();
    });
    const sent: UnderWay = {
      appends: batch.length,
      streams: new Set(batch.flatMap(({ expected }) => [...expected.keys()])),
      work,
    };
    this.underWay.add(sent);
  }

  /**
   * An even share of all that are on their way, so that the batches under way grow alike; all of them where a share is
   * less work than a batch costs by itself, as on a slow disk. Who must wait is passed over, and with it whoever comes
   * after it on its streams.
   */
  private nextBatch(): Waiting[] {
    const evenShare = Math.ceil(
      (this.waiting.length + [...this.underWay].reduce((sum, { appends }) => sum + appends, 0)) / UNDER_WAY,
    );
    const share =
      this.batchOverheadMs !== undefined && evenShare * WORK_MS < this.batchOverheadMs
        ? this.waiting.length
        : evenShare;
    const [batch, passedOver]: [Waiting[], Waiting[]] = [[], []];
    const waitedFor = new Set<string>();
    let [seen, sumOfEvents, sumOfBytes] = [0, 0, 0];
    while (
      seen < this.waiting.length &&
      batch.length < share &&
      sumOfEvents < FULL.events &&
      sumOfBytes < FULL.bytes &&
      passedOver.length < MOST_PASSED_OVER
    ) {
      const entry = this.waiting[seen++];
      if (this.isBlocked(entry, waitedFor)) {
        passedOver.push(entry);
        for (const stream of entry.expected.keys()) waitedFor.add(stream);
      } else {
        batch.push(entry);
        [sumOfEvents, sumOfBytes] = [sumOfEvents + entry.events, sumOfBytes + entry.bytes];
      }
    }
    this.waiting.splice(0, seen, ...passedOver);
    return this.leaving(batch);
  }

  /**
   * One that says where its stream is waits while another of that stream is under way: that one may have to be judged,
   * or sent again, and would then come later.
   */
  private isBlocked({ expected }: Waiting, waitedFor: ReadonlySet<string>): boolean {
    for (const [stream, place] of expected)
      if (waitedFor.has(stream) || (place !== 'any' && this.isUnderWay(stream))) return true;
    return false;
  }

  private isUnderWay(stream: string): boolean {
    for (const { streams } of this.underWay) if (streams.has(stream)) return true;
    return false;
  }

  private leaving(taken: Waiting[]): Waiting[] {
    for (const { group, bytes } of taken) {
      this.waitingAppends -= group.length;
      this.waitingBytes -= bytes;
    }
    return taken;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.send(batch.map(({ group }) => group));
      batch.forEach((entry, index) => answer(entry, answers[index]));
    } catch (error) {
      if (batch.length > 1 && isBadContent(error)) {
        for (const entry of batch) await this.commit([entry]); // so that the bad append fails alone
        return;
      }
      // Those behind would only wait through the same outage, one batch after the other.
      const others = error instanceof EventStoreUnavailable ? this.leaving(this.waiting.splice(0)) : [];
      for (const { reject } of [...batch, ...others]) reject(error);
    }
  }
}

/** A group was done whole or not at all; the member at fault says why, the others only that it was not they. */
function answer({ resolve, reject }: Waiting, answers: readonly AppendAnswer[]): void {
  const refusals = answers.filter((answer) => answer instanceof Error);
  if (refusals.length > 0) reject(refusals.find((refusal) => !(refusal instanceof GroupRepeatedInPart)) ?? refusals[0]);
  else resolve(answers as AppendReceipt[]);
}
