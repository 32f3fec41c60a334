import { Process } from '../clock/process';
import type { Faults } from '../clock/faults';
import type { Scheduler } from '../clock/scheduler';
import type { Durable } from '../world/durable';
import { ProcessLog } from '../world/views';

/** Simulated milliseconds between two reads at the end of the log. */
const GLANCE = 700;

/** A polling reader at the tail of the log, without wake-ups, that asks for what follows the last position it saw. */
export class Auditor {
  readonly seen: bigint[] = [];
  private readonly process: Process;
  private readonly log: ProcessLog;

  constructor(scheduler: Scheduler, faults: Faults, durable: Durable) {
    this.process = new Process('auditor', scheduler, faults);
    this.log = new ProcessLog(this.process, durable);
  }

  get last(): bigint {
    return this.seen.at(-1) ?? 0n;
  }

  async read(): Promise<void> {
    for (;;) {
      const page = await this.log.readAll(this.last, { limit: 20 }).catch(() => []);
      this.seen.push(...page.map(({ position }) => position));
      if (page.length === 0) await this.process.after(GLANCE, 'looks again');
    }
  }
}
