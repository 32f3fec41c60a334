import { setImmediate as quiet } from 'node:timers/promises';
import type { Random } from '@minsheng/rehearsal';

/** 8 o'clock in Shanghai on 2 January 2019, in milliseconds: the start of every simulation. */
export const BEGIN = Date.parse('2019-01-02T00:00:00.000Z');

/** Owner of a step: while asleep it takes none. `asleepUntil` is on the simulated clock. */
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
 * The only clock and the only queue of a simulation. Everything that awaits the world waits here, and the seed chooses
 * the next step among all that are due: one seed is one history.
 */
export class Scheduler {
  /** Simulated time in milliseconds. */
  now = BEGIN;
  /** The history, one line per step. */
  readonly trace: string[] = [];
  private steps: Step[] = [];

  constructor(private readonly random: Random) {}

  /** Resolves some simulated milliseconds later, or soon after the signal; never if the owner has died by then. */
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

  /** Drops the steps of a dead owner. */
  drop(owner: Owner): void {
    this.steps = this.steps.filter((step) => step.owner !== owner);
  }

  note({ name }: Pick<Owner, 'name'>, what: string): void {
    this.trace.push(`${this.now - BEGIN} ${name}: ${what}`);
  }

  /**
   * Takes step after step until it is over. Between two steps all consequences of the first settle: real time decides
   * nothing.
   */
  async run(over: () => boolean): Promise<void> {
    for (await quiet(); !over(); await quiet()) {
      const { owner, what, go } = this.next();
      this.note(owner, what);
      go();
    }
  }

  /** One of the steps that are due now; if none is, time advances to the next. */
  private next(): Step {
    // Math is a global: slow under Jest, and this runs for every waiting step
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
