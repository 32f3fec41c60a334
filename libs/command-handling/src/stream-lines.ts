/** At most this many wait together for one answer: what they decide has to travel in one call. */
const MOST = 100;

/**
 * Work that came in while a stream was busy is done together, in its order; different streams do not wait for each other. So a hot
 * stream costs one call for many commands, and commands of this process never race on it.
 */
export class StreamLines<Task> {
  private readonly lines = new Map<string, Task[]>();

  /** `work` settles every task it is given by itself; it never rejects. */
  constructor(private readonly work: (stream: string, tasks: readonly Task[]) => Promise<void>) {}

  add(stream: string, task: Task): void {
    const line = this.lines.get(stream);
    if (line) line.push(task);
    else {
      this.lines.set(stream, [task]);
      void this.serve(stream);
    }
  }

  private async serve(stream: string): Promise<void> {
    const line = this.lines.get(stream)!;
    while (line.length > 0) {
      await undefined; // who asks in the same breath travels along
      await this.work(stream, line.splice(0, MOST));
    }
    this.lines.delete(stream);
  }
}
