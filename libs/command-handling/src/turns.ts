/** One after the other for the same name, side by side for different ones: commands on one stream do not race within this process. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const turn = before.then(work, work);
    const over = turn.catch(() => undefined).finally(() => { if (this.last.get(name) === over) this.last.delete(name); });
    this.last.set(name, over);
    return turn;
  }
}
