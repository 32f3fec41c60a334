import type { Faults } from './faults';
import type { Owner, Scheduler } from './scheduler';

/** How a call fails, as its caller sees it. */
export interface Failures {
  readonly lost: () => Error;
  readonly busy?: () => Error;
}

/**
 * A process that can die, sleep or be cut off from the durable world. Its memory is lost with it: nothing refers to it
 * any more.
 */
export class Process implements Owner {
  asleepUntil = 0;
  cutOffUntil = 0;
  alive = true;
  /** Resolves when it dies: its callers see their connections reset. */
  readonly died: Promise<void>;
  private die!: () => void;

  constructor(
    readonly name: string,
    private readonly scheduler: Scheduler,
    private readonly faults: Faults,
  ) {
    this.died = new Promise((resolve) => {
      this.die = resolve;
    });
  }

  /** Whether the server still sees a connection of it: a sleeping process keeps its connections. */
  get isConnected() {
    return this.alive && this.cutOffUntil <= this.scheduler.now;
  }

  /** As `kill -9`: its work under way is abandoned; what had reached the server has taken effect. */
  kill(): void {
    this.alive = false;
    this.scheduler.drop(this);
    this.die();
  }

  after(ms: number, what: string, signal?: AbortSignal): Promise<void> {
    return this.scheduler.after(ms, this, what, signal);
  }
  note(what: string): void {
    this.scheduler.note(this, what);
  }

  /**
   * A call to the durable world: the request travels, takes effect in one step, and the answer travels back. Each way
   * is a fault point.
   */
  async call<T>(what: string, effect: () => Promise<T>, { lost, busy }: Failures): Promise<T> {
    await this.travel(what);
    if (!this.isConnected || this.strikes('lost before it took effect')) throw lost();
    if (busy && this.strikes('refused as busy')) throw busy();
    const answer = effect();
    answer.catch(() => undefined); // handled below, unless the answer is lost
    await this.travel(`${what}, answered`);
    if (!this.isConnected || this.strikes('lost after it took effect')) throw lost();
    return answer;
  }

  private travel(what: string) {
    return this.after(this.faults.latency(), what);
  }

  private strikes(fault: Parameters<Faults['strikes']>[0]): boolean {
    const struck = this.faults.strikes(fault);
    if (struck) this.note(`! ${fault}`);
    return struck;
  }
}
