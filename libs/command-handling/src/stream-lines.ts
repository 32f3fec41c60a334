/** At most this many wait together for one answer: what they decide has to travel in one call. */
const MOST = 100;
/** Fewer than this go together; of more, one half is made ready while the other is under way. */
const WORTH_HALVING = 16;

/** Lets those go first who were just answered and ask again; a few promises lie between. None of it is a wait, so nobody's clock decides what travels together. */
const aBreath = async (): Promise<void> => { for (let step = 0; step < 10; step += 1) await undefined; };

/** What is done with the tasks of a stream, some of them at a time. */
export interface LineWork<Task, Ready extends object> {
  /** Makes tasks ready without a word to anybody and never throws; upon others that are not settled yet where there are such, undefined where that would be a guess. */
  prepare(stream: string, tasks: readonly Task[], upon?: Ready): Ready | undefined;
  /** Settles every task by itself and never rejects. */
  settle(stream: string, ready: Ready): Promise<Settled>;
}
export interface Settled {
  /** All came out as prepared: what was made ready upon it still holds. */
  readonly holds: boolean;
  /** Tells those who asked. Called when what follows has been handed on: it shall not wait until they have done with their answers. */
  readonly answer: () => void;
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
    let answer: (() => void) | undefined; // of those before
    for (let now = this.next(stream, line); now;) {
      const settling = this.work.settle(stream, now.ready);
      if (answer) {
        answer();
        await aBreath();
      }
      const ahead = this.next(stream, line, now);
      const settled = await settling;
      if (settled.holds && ahead) [now, answer] = [ahead, settled.answer];
      else {
        if (ahead) line.unshift(...ahead.tasks);
        answer = undefined;
        settled.answer();
        if (now.tasks.length > 1 || line.length > 0) await aBreath();
        now = this.next(stream, line);
      }
    }
    this.lines.delete(stream);
  }

  /** Takes from the line what goes next: of many, those under way counted, one half. */
  private next(stream: string, line: Task[], underWay?: Taken<Task, Ready>): Taken<Task, Ready> | undefined {
    const all = line.length + (underWay?.tasks.length ?? 0);
    if (underWay && all < WORTH_HALVING) return undefined; // better together with what else comes meanwhile
    const tasks = line.splice(0, all < WORTH_HALVING ? all : Math.min(Math.ceil(all / 2), MOST));
    const ready = tasks.length > 0 ? this.work.prepare(stream, tasks, underWay?.ready) : undefined;
    if (ready) return { tasks, ready };
    line.unshift(...tasks);
    return undefined;
  }
}

interface Taken<Task, Ready> { readonly tasks: readonly Task[]; readonly ready: Ready }
