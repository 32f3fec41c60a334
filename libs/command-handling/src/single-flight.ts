/** Reads of the same thing at once: a second, so that not everybody waits for one that is stuck. */
const AT_ONCE = 2;

/**
 * Reads of the same thing, shared: who asks while it is being read gets the next read, so that every answer was read
 * after it was asked for.
 */
export class SingleFlight<T> {
  private readonly underWay = new Map<string, Set<Promise<void>>>();
  private readonly next = new Map<string, Promise<T>>();

  /** Rejects, for all who share it, as the read does. */
  ask(name: string, read: () => Promise<T>): Promise<T> {
    const underWay = this.underWay.get(name);
    if (!underWay || underWay.size < AT_ONCE) return this.begin(name, read);
    const shared =
      this.next.get(name) ??
      Promise.race(underWay).then(() => {
        this.next.delete(name);
        return this.begin(name, read);
      });
    this.next.set(name, shared);
    return shared;
  }

  private begin(name: string, read: () => Promise<T>): Promise<T> {
    const underWay = this.underWay.get(name) ?? new Set();
    this.underWay.set(name, underWay);
    const reading = read();
    const over: Promise<void> = reading.then(noMatter, noMatter).then(() => {
      underWay.delete(over);
      if (underWay.size === 0) this.underWay.delete(name);
    });
    underWay.add(over);
    return reading;
  }
}

const noMatter = (): void => undefined;
