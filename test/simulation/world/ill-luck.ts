import { SetAside, subjectOf } from '@minsheng/read-models';
import type { Blow, Faults } from '../clock/faults';
import type { Scheduler } from '../clock/scheduler';
import type { Durable } from './durable';
import type { Poison } from './poison';
import type { System } from './system';

/** Range in simulated milliseconds. */
const BETWEEN_BLOWS = [200, 2_000] as const;
const DEAD = [100, 3_000] as const;
/** Often longer than the ten seconds after which a holder is replaced. */
const ASLEEP = [1_000, 16_000] as const;
const CUT_OFF = [100, 3_000] as const;
const PAUSED = [500, 4_000] as const;
const POISONED = [1_000, 6_000] as const;
/** Interval of the check for what is set aside or halted, which is then retried. */
const WATCH = 2_000;

interface World {
  readonly durable: Durable;
  readonly system: System;
  readonly poison: Poison;
}

/** Strikes whole processes and subscribers, and undoes each fault some time later. */
export class IllLuck {
  readonly name = 'ill luck';
  readonly asleepUntil = 0;
  /** Subscribers that went on where they had to stop, or skipped an event without a mark. */
  readonly breaches: string[] = [];
  private readonly over = new AbortController();
  private underWay = 0;
  private readonly blows: readonly (() => Promise<void>)[] = [
    () => this.crash(),
    () => this.crash(),
    () => this.sleep(),
    () => this.cutOff(),
    () => this.pause(),
    () => this.spoil(),
  ];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly faults: Faults,
    private readonly world: World,
  ) {}

  async strike(): Promise<void> {
    for (;;) {
      await this.pass(BETWEEN_BLOWS, 'strikes');
      if (this.faults.ended) return;
      this.underWay += 1;
      void this.faults
        .oneOf(this.blows)()
        .then(() => {
          this.underWay -= 1;
        });
    }
  }

  /** Undoes all faults that remain. */
  relent(): void {
    this.over.abort();
    for (const process of this.world.system.processes) [process.asleepUntil, process.cutOffUntil] = [0, 0];
  }

  /** Whether a fault remains to be undone. */
  get isBusy() {
    return this.underWay > 0;
  }

  /** Retries what waits, as an operator would, also while the cause is still there. */
  async watch(): Promise<void> {
    const { system } = this.world;
    for (;;) {
      await this.scheduler.after(WATCH, this, 'watches');
      for (const name of system.subscribers) await system.retry(name);
    }
  }

  private async crash(): Promise<void> {
    const { system } = this.world;
    if (system.processes.length === 1) return; // at least one process stays alive
    const process = this.faults.oneOf(system.processes);
    this.struck('crash', process.name);
    system.kill(process);
    await this.pass(DEAD, `lets ${process.name} start again`);
    system.start(process.name);
  }
  private async sleep(): Promise<void> {
    const process = this.faults.oneOf(this.world.system.processes);
    this.struck('sleep', process.name);
    process.asleepUntil = this.scheduler.now + this.faults.between(...ASLEEP);
  }
  private async cutOff(): Promise<void> {
    const process = this.faults.oneOf(this.world.system.processes);
    this.struck('cut off', process.name);
    process.cutOffUntil = this.scheduler.now + this.faults.between(...CUT_OFF);
  }
  /** As `npm run projector -- pause`, and `resume`. */
  private async pause(): Promise<void> {
    const {
      durable: { places },
      system: { subscribers },
    } = this.world;
    const name = this.faults.oneOf(subscribers);
    const place = places.get(name);
    if (!place || place.paused) return;
    this.struck('pause', name);
    Object.assign(place, { paused: true, epoch: place.epoch + 1, holder: undefined });
    const { position } = place;
    await this.pass(PAUSED, `resumes ${name}`);
    if (place.position !== position) this.breaches.push(`${name} went on while it was paused`);
    place.paused = false;
  }
  private async spoil(): Promise<void> {
    const { durable, poison } = this.world;
    if (poison.isActive) return;
    const position = (await durable.log.head()) + BigInt(this.faults.between(1, 4));
    const fault = this.faults.oneOf(['unreadable', 'unfoldable'] as const);
    this.struck('poison', `position ${position} ${fault}`);
    poison.put(position, fault);
    await this.pass(POISONED, 'brings a build that can apply the event');
    const [event] = await durable.log.readAll(position - 1n, { limit: 1 });
    for (const [name, place] of durable.places)
      if (event && place.position >= position) {
        const waiting = new SetAside(durable.setAside(name));
        for (const key of poison.marksDue(name, event))
          if (!waiting.waits(key, position) && !waiting.waits(subjectOf(event), position))
            this.breaches.push(`${name} passed over the poison at ${position} without a mark on ${key}`);
      }
    poison.cure();
  }

  private pass([least, most]: readonly [number, number], what: string) {
    return this.scheduler.after(this.faults.between(least, most), this, what, this.over.signal);
  }
  private struck(blow: Blow, whom: string): void {
    this.faults.count(blow);
    this.scheduler.note(this, `! ${blow}: ${whom}`);
  }
}
