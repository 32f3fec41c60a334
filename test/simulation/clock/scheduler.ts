import { setImmediate as quiet } from 'node:timers/promises';
import type { Random } from '@minsheng/rehearsal';

/** 8 o'clock in Shanghai on 2 January 2019, in milliseconds: every simulation begins then. */
export const BEGIN = Date.parse('2019-01-02T00:00:00.000Z');

/** Whose step it is: one that sleeps takes none. `asleepUntil` is on the simulated clock. */
export interface Owner {
  readonly name: string;
  readonly asleepUntil: number;
}

interface Step {
  readonly owner: Owner;
  due: number;
  readonly what: string;
  readonly go: () => void;
}

/**
 * The only clock and the only queue of a simulation. Whatever awaits the world waits here, and a seed chooses who goes
 * on among all
 * who could: so one seed is one history.
 */
export class Scheduler {
  /** Simulated time in milliseconds. */
  now = BEGIN;
  /** What happened, a line each. */
  readonly trace: string[] = [];
  private steps: Step[] = [];

  constructor(private readonly random: Random) {}

  /** Resolves some simulated milliseconds later, or soon after the signal; never when the owner has died by then. */
  after(ms: number, owner: Owner, what: string, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const step: Step = {
        owner,
        due: this.now + ms,
        what,
        go: () => {
          signal?.removeEventListener('abort', hurry);
          resolve();
        },
      };
      const hurry = () => {
        step.due = this.now;
      };
      this.steps.push(step);
      signal?.addEventListener('abort', hurry, { once: true });
    });
  }

  /** The steps of one that has died are never taken. */
  drop(owner: Owner): void {
    this.steps = this.steps.filter((step) => step.owner !== owner);
  }

  note({ name }: Pick<Owner, 'name'>, what: string): void {
    this.trace.push(`${this.now - BEGIN} ${name}: ${what}`);
  }

  /**
   * Takes step after step until it is over. Between two steps all that follows from the first comes to rest: real time
   * decides nothing.
   */
  async run(over: () => boolean): Promise<void> {
    for (await quiet(); !over(); await quiet()) {
      const { owner, what, go } = this.next();
      this.note(owner, what);
      go();
    }
  }

  /** One of those who could go on now; where nobody can, time passes until somebody can. */
  private next(): Step {
    // Math is a global: dear under Jest, and this runs for every step that waits
    const later = (value: number, other: number) => (value > other ? value : other);
    let ready: number[] = [];
    let earliest = this.now;
    this.steps.forEach(({ due, owner }, index) => {
      const at = later(later(due, owner.asleepUntil), this.now);
      if (ready.length === 0 || at < earliest) [earliest, ready] = [at, []];
      if (at === earliest) ready.push(index);
    });
    this.now = earliest;
    const chosen = ready[Math.floor(this.random() * ready.length)];
    return this.steps.splice(chosen, 1)[0];
  }
}
