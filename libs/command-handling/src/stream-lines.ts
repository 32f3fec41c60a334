/** At most this many wait together for one answer: what they decide has to travel in one call. */
const MOST = 100;
/** Fewer than this go together; of more, one half is made ready while the other is under way. */
const WORTH_HALVING = 16;

/** Lets those go first who were just answered and ask again: some steps, none of them a wait. */
const aBreath = async (): Promise<void> => { for (let step = 0; step < 10; step += 1) await undefined; };

/** What is done with the tasks of a stream, some of them at a time. */
export interface LineWork<Task, Ready extends object> {
  /** Makes tasks ready without a word to anybody, upon others that are not settled yet where there are such; undefined where that would be a guess. */
  prepare(stream: string, tasks: readonly Task[], upon?: Ready): Ready | undefined;
  /** Settles every task by itself and never rejects. True when all came out as prepared: what was made ready upon it still holds. */
  settle(stream: string, ready: Ready): Promise<boolean>;
}

/**
 * Work that came in while a stream was busy is done together, in its order; different streams do not wait for each other. So a hot
 * stream costs one call for many commands, and commands of this process never race on it. What is made ready upon work under way is
 * not begun before that has come out so: a revision alone would not tell whose events lead up to it.
 */
export class StreamLines<Task, Ready extends object> {
  private readonly lines = new Map<string, Task[]>();

  constructor(private readonly work: LineWork<Task, Ready>) {}

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
    await undefined; // who asks in the same breath travels along
    for (let tasks = share(line, 0), ready = this.prepared(stream, tasks); ready;) {
      const settled = this.work.settle(stream, ready);
      await aBreath();
      const nextTasks = share(line, tasks.length);
      const ahead = this.prepared(stream, nextTasks, ready);
      if ((await settled) && ahead) [tasks, ready] = [nextTasks, ahead];
      else {
        line.unshift(...nextTasks);
        tasks = share(line, 0);
        ready = this.prepared(stream, tasks);
      }
    }
    this.lines.delete(stream);
  }

  private prepared(stream: string, tasks: readonly Task[], upon?: Ready): Ready | undefined {
    return tasks.length === 0 ? undefined : this.work.prepare(stream, tasks, upon);
  }
}

/** Takes from the line what goes next: of many, those under way counted, one half. */
function share<Task>(line: Task[], underWay: number): Task[] {
  const all = line.length + underWay;
  return line.splice(0, all < WORTH_HALVING ? all : Math.min(Math.ceil(all / 2), MOST));
}
