import { setTimeout as pause } from 'node:timers/promises';
import { derivedId, BatchRefused, type CommandProcessor } from '@minsheng/command-handling';
import type { Actor, ProjectId } from '@minsheng/contracts';
import type { Logger } from 'pino';

/** The system itself, acting by the clock. */
const timer: Actor = { id: 'timer', role: 'timer' };
const DAYS = '5b0a1d1e-90a5-5d0b-8a63-7f2d8a9c4e11';
/** Milliseconds between looks at the clock. */
const LOOK = 30_000;
/** Projects decided at once; few, so that commands of people do not wait. */
const AT_ONCE = 4;

/** What the runner needs; tests supply their own. */
export interface World {
  /** The business date in Asia/Shanghai. */
  today(): string;
  /** Whether this process keeps the clock: the one that runs the policies does, so that two projectors do not both. */
  isOurs(): Promise<boolean>;
  openDeliveries(): Promise<readonly ProjectId[]>;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}
export const waiting: World['wait'] = (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined);

/**
 * Sends each new business day to every open project, once, and at the start of the projector: periods open, reports and
 * orders fall due. The command id is derived from project and day, so two clocks change nothing twice. A clock that
 * stood still catches up, since what falls due depends on the date and not on the tick.
 */
export class DayRunner {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private last?: string;

  constructor(
    private readonly processor: Pick<CommandProcessor, 'executeAtomically' | 'readNotices'>,
    private readonly world: World,
    private readonly log: Logger,
  ) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const today = this.world.today();
        if (today !== this.last && (await this.world.isOurs()) && (await this.passDay(today))) this.last = today;
      } catch (error) {
        this.log.warn({ err: error }, 'the day could not be passed, trying again');
      }
      await this.world.wait(LOOK, this.stopping.signal);
    }
  }

  /** Whether every project has processed the day: what failed is tried again at the next look. */
  private async passDay(today: string): Promise<boolean> {
    await this.processor.readNotices();
    const left = [...(await this.world.openDeliveries())];
    const [projects, before] = [left.length, performance.now()];
    let [events, failed] = [0, 0];
    const work = async () => {
      for (let id = left.shift(); id && !this.stopping.signal.aborted; id = left.shift()) {
        try {
          const recorded = await this.sendPassDay(id, today);
          events += recorded;
        } catch (error) {
          failed += 1;
          this.log.warn({ err: error, project: id, on: today }, 'the day could not be passed for this project');
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.log.info(
      { on: today, projects, events, failed, ms: Math.round(performance.now() - before) },
      'the day was passed',
    );
    return failed === 0 && !this.stopping.signal.aborted;
  }

  private async sendPassDay(projectId: ProjectId, today: string): Promise<number> {
    const cause = `pass-day ${projectId} ${today}`;
    const envelope = {
      actor: timer,
      on: today,
      commandId: derivedId(cause, DAYS),
      fingerprint: cause,
      correlationId: `day ${today}`,
    };
    try {
      const [{ events }] = await this.processor.executeAtomically(
        [{ category: 'delivery', id: projectId, command: { type: 'PassDay', data: {} } }],
        envelope,
      );
      return events;
    } catch (error) {
      if (error instanceof BatchRefused) return 0; // adopted and not started yet: its turn comes tomorrow
      throw error;
    }
  }
}
