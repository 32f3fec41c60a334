/** At most this many wait together for one answer: what they decide has to travel in one call. */
const MOST = 100;
/** Fewer than this go together; of more, one half is sent while the other is under way. */
const WORTH_HALVING = 16;

/**
 * Lets those go first who were just answered and ask again; a few promises lie between. None of it is a wait, so
 * nobody's clock decides what travels together.
 */
const aBreath = async (): Promise<void> => {
  for (let step = 0; step < 10; step += 1) await undefined;
};

/** What is done with the tasks of a stream, some of them at a time. */
export interface LineWork<Task, Ready extends object> {
  /**
   * Makes tasks ready without a word to anybody and never throws; upon others that are not settled yet where there are
   * such, undefined where that would be a guess.
   */
  prepare(stream: string, tasks: readonly Task[], upon?: Ready): Ready | undefined;
  /** Does what was made ready, and tells those whose tasks that settles. Never rejects. */
  attempt(stream: string, ready: Ready): Promise<Outcome<Task>>;
  /** Makes tasks ready that were refused, on what is found now; undefined where that is of no use. Never rejects. */
  prepareAnew(stream: string, tasks: readonly Task[]): Promise<Ready | undefined>;
  /** Settles every task by itself and never rejects. */
  settle(stream: string, tasks: readonly Task[]): Promise<void>;
}

/**
 * Refused, because things are not as they were known: nothing was done and nobody told. Else settled, as prepared or
 * otherwise, but for those `left` to be settled by themselves.
 */
export type Outcome<Task> = 'refused' | { readonly asPrepared: boolean; readonly left: readonly Task[] };

/** Tasks that are under way, and how that went. `isAhead` of others that were not settled when these were sent. */
interface UnderWay<Task, Ready> {
  readonly tasks: readonly Task[];
  readonly ready: Ready;
  readonly isAhead: boolean;
  readonly outcome: Promise<Outcome<Task>>;
}

/** What still has to be settled. */
const leftOf = <Task>(outcome: Outcome<Task>, tasks: readonly Task[]): readonly Task[] =>
  outcome === 'refused' ? tasks : outcome.left;

/**
 * Work that came in while a stream was busy is done together, in its order; different streams do not wait for each
 * other. So a hot
 * stream costs one call for many commands, and commands of this process never race on it. Of many, one half is sent
 * while the other is
 * still under way, decided upon what that is going to leave: the log takes it only behind the very events it rests on.
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
    for (let now = this.next(stream, line); now;) {
      const ahead = this.next(stream, line, now);
      const asPrepared = await this.settled(stream, now);
      // to be made ready anew, in their place
      if (ahead && !asPrepared) line.unshift(...leftOf(await ahead.outcome, ahead.tasks));
      if (now.tasks.length > 1 || line.length > 0) await aBreath();
      now = ahead && asPrepared ? ahead : this.next(stream, line);
    }
    this.lines.delete(stream);
  }

  /**
   * Whether all came out as prepared. What was sent ahead may have been refused only because it came before what it
   * rests on.
   */
  private async settled(stream: string, { tasks, ready, isAhead, outcome }: UnderWay<Task, Ready>): Promise<boolean> {
    let came = await outcome;
    if (came === 'refused' && isAhead) came = await this.work.attempt(stream, ready);
    const anew = came === 'refused' ? await this.work.prepareAnew(stream, tasks) : undefined;
    if (anew) came = await this.work.attempt(stream, anew);
    const left = leftOf(came, tasks);
    if (left.length > 0) await this.work.settle(stream, left);
    return came !== 'refused' && came.asPrepared && left.length === 0;
  }

  /** Takes from the line what goes next, and sends it: of many, those under way counted, one half. */
  private next(stream: string, line: Task[], underWay?: UnderWay<Task, Ready>): UnderWay<Task, Ready> | undefined {
    const all = line.length + (underWay?.tasks.length ?? 0);
    if (underWay && all < WORTH_HALVING) return undefined; // better together with what else comes meanwhile
    const tasks = line.splice(0, all < WORTH_HALVING ? all : Math.min(Math.ceil(all / 2), MOST));
    const ready = tasks.length > 0 ? this.work.prepare(stream, tasks, underWay?.ready) : undefined;
    if (ready) return { tasks, ready, isAhead: underWay !== undefined, outcome: this.work.attempt(stream, ready) };
    line.unshift(...tasks);
    return undefined;
  }
}
