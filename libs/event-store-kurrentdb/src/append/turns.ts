/**
 * Work on the same name waits for its turn: in this process nobody then competes with himself, and a caller's order is
 * kept.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /**
   * Does the work when it is its turn for all names. Names are taken at once, so that two callers never wait for each
   * other.
   */
  take<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = Promise.allSettled(names.map((name) => this.last.get(name)));
    const mine = before.then(work);
    for (const name of names) this.last.set(name, mine);
    const done = () =>
      names.forEach((name) => {
        if (this.last.get(name) === mine) this.last.delete(name);
      });
    mine.then(done, done);
    return mine;
  }

  /** Resolves when nobody works or waits. */
  async idle(): Promise<void> {
    while (this.last.size > 0) await Promise.allSettled(this.last.values());
  }
}
