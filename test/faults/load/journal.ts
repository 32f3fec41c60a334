import type { Acknowledged } from '../../support/check-invariants';
import type { Receipt } from '../../year/talk/api';

/** As Jepsen writes it: asked; done; refused, and so not done; or nobody knows. */
export type Happening = 'invoke' | 'ok' | 'fail' | 'info';
interface JournalEntry {
  readonly at: number;
  readonly what: Happening;
  readonly key: string;
  readonly detail?: string;
}

/** What the clients did and were told, in order. */
export class Journal {
  readonly lines: JournalEntry[] = [];
  private readonly receipts = new Map<string, Receipt>();
  private readonly open = new Map<string, Happening>();
  /** Milliseconds of the longest request. */
  slowest = 0;

  get acknowledged(): Acknowledged[] {
    return [...this.receipts].map(([key, receipt]) => ({ ...receipt, key }));
  }
  /** Keys that were asked for and have neither been done nor refused. */
  get unresolved(): string[] {
    return [...this.open.keys()];
  }
  /** Keys of requests on their way now. */
  get inFlight(): string[] {
    return [...this.open].filter(([, what]) => what === 'invoke').map(([key]) => key);
  }
  /** What was last heard of an open command; undefined once its outcome is known. */
  lastOf(key: string): Happening | undefined {
    return this.open.get(key);
  }
  isOpen(key: string): boolean {
    return this.open.has(key);
  }
  /** How many commands were acknowledged. */
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

  /** The first answer is the one that counts; a later one that differs is a violation of I6 and told as a refusal. */
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
