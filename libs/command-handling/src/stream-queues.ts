/** At most this many tasks are worked on together. */
const MOST = 100;

/**
 * One queue for each stream: what comes in while a stream is busy is worked on together afterwards, in its order.
 * Streams do not wait for each other.
 */
export class StreamQueues<Task> {
  private readonly queues = new Map<string, Task[]>();

  /** @param work settles one task at least and answers those that remain, to be first the next time; never rejects */
  constructor(private readonly work: (stream: string, tasks: readonly Task[]) => Promise<readonly Task[]>) {}

  add(stream: string, task: Task): void {
    const queue = this.queues.get(stream);
    if (queue) queue.push(task);
    else {
      this.queues.set(stream, [task]);
      void this.serve(stream);
    }
  }

  private async serve(stream: string): Promise<void> {
    const queue = this.queues.get(stream)!;
    await yieldMicrotasks();
    while (queue.length > 0) {
      const remaining = await this.work(stream, queue.splice(0, MOST));
      queue.unshift(...remaining);
      await yieldMicrotasks();
    }
    this.queues.delete(stream);
  }
}

/**
 * Lets callers go first whose promises are settled already: they add what they ask next. It is no wait, so no clock
 * decides what is worked on together.
 */
const yieldMicrotasks = async (): Promise<void> => {
  for (let step = 0; step < 10; step += 1) await undefined;
};
