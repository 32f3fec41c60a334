/** Reads of the same thing, shared: who asks while one is under way gets the next one, so that every answer was read after it was asked for. */
export class SharedReads<T> {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly next = new Map<string, Promise<T>>();

  /** Rejects, for all who share it, as the read does. */
  ask(name: string, read: () => Promise<T>): Promise<T> {
    const before = this.underWay.get(name);
    if (!before) return this.begin(name, read);
    const shared = this.next.get(name) ?? before.then(() => {
      this.next.delete(name);
      return this.begin(name, read);
    });
    this.next.set(name, shared);
    return shared;
  }

  private begin(name: string, read: () => Promise<T>): Promise<T> {
    const reading = read();
    const over: Promise<void> = reading.then(noMatter, noMatter).then(() => {
      if (this.underWay.get(name) === over) this.underWay.delete(name);
    });
    this.underWay.set(name, over);
    return reading;
  }
}

const noMatter = (): void => undefined;
