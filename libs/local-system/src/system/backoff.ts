const [FIRST, LONGEST, CALM] = [200, 5_000, 10_000];

/** How long to wait before the next restart: longer each time, short again after a long run. */
export class Backoff {
  private delay = FIRST;
  private since = Date.now();

  /** To be called when the watched process has started. */
  started(): void {
    this.since = Date.now();
  }

  next(): number {
    if (Date.now() - this.since > CALM) this.delay = FIRST;
    const delay = this.delay;
    this.delay = Math.min(delay * 2, LONGEST);
    return delay;
  }
}
