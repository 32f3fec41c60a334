import type { Receipt } from '@minsheng/rehearsal';
import type { Acknowledged } from '../../support/check-invariants';

/** As in Jepsen: invoked; done; refused, so not done; or unknown. */
export type Happening = 'invoke' | 'ok' | 'fail' | 'info';
interface JournalEntry {
  readonly at: number;
  readonly what: Happening;
  readonly key: string;
  readonly detail?: string;
}

/** What the clients sent and received, in order. */
export class Journal {
  readonly lines: JournalEntry[] = [];
  private readonly receipts = new Map<string, Receipt>();
  private readonly open = new Map<string, Happening>();
  /** Milliseconds of the longest request. */
  slowest = 0;

  get acknowledged(): Acknowledged[] {
    return [...this.receipts].map(([key, receipt]) => ({ ...receipt, key }));
  }
  /** Keys of commands that were neither done nor refused. */
  get unresolved(): string[] {
    return [...this.open.keys()];
  }
  /** Keys of requests under way. */
  get inFlight(): string[] {
    return [...this.open].filter(([, what]) => what === 'invoke').map(([key]) => key);
  }
  /** The last record of an open command; undefined once its outcome is known. */
  lastOf(key: string): Happening | undefined {
    return this.open.get(key);
  }
  isOpen(key: string): boolean {
    return this.open.has(key);
  }
  /** Number of acknowledged commands. */
  get served(): number {
    return this.receipts.size;
  }
  get refused(): string[] {
    return this.lines.filter(({ what }) => what === 'fail').map(({ key, detail }) => `${key}: ${detail}`);
  }
  receiptOf(key: string): Receipt | undefined {
    return this.receipts.get(key);
  }
  count(what: Happening): number {
    return this.lines.reduce((count, entry) => count + (entry.what === what ? 1 : 0), 0);
  }

  invoke(key: string): void {
    this.open.set(key, 'invoke');
    this.write('invoke', key);
  }

  /** The first answer counts; a different later one violates I6 and is recorded as a refusal. */
  ok(key: string, receipt: Receipt, tookMs: number): void {
    const { id, streamVersion, position } = receipt;
    const first = this.receipts.get(key) ?? { id, streamVersion, position };
    this.receipts.set(key, first);
    this.settle('ok', key, tookMs);
    if (first.id !== id || first.position !== position || first.streamVersion !== streamVersion)
      this.write('fail', key, `answered ${position}, before ${first.position}`);
  }

  fail(key: string, code: string, tookMs: number): void {
    this.settle('fail', key, tookMs, code);
  }

  info(key: string, why: string, tookMs: number): void {
    this.open.set(key, 'info');
    this.slowest = Math.max(this.slowest, tookMs);
    this.write('info', key, why);
  }

  private settle(what: 'ok' | 'fail', key: string, tookMs: number, detail?: string): void {
    this.open.delete(key);
    this.slowest = Math.max(this.slowest, tookMs);
    this.write(what, key, detail);
  }

  private write(what: Happening, key: string, detail?: string): void {
    this.lines.push({ at: performance.now(), what, key, ...(detail !== undefined && { detail }) });
  }
}
