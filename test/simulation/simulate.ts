import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@minsheng/event-store';
import { randomFor } from '@minsheng/rehearsal';
import { Faults, type Fault } from './clock/faults';
import { BEGIN, Scheduler } from './clock/scheduler';
import { Auditor } from './oracle/auditor';
import { examine } from './oracle/examine';
import { Client } from './workload/client';
import { Journal } from './workload/journal';
import { smallYear } from './workload/small-year';
import { Durable } from './world/durable';
import { IllLuck } from './world/ill-luck';
import { Poison } from './world/poison';
import { System } from './world/system';

/**
 * Simulated milliseconds: when faults end at the latest, how long everything may take to settle after that, and until
 * no attempt is under way any more.
 */
const STORM = 40_000;
const REST = 300_000;
const ECHO = 5_000;

/** Guarantees that may be removed on purpose, to see whether the oracle finds it. */
export interface Promises {
  readonly durable: new (scheduler: Scheduler) => Durable;
  /** The key of an attempt. */ readonly keyOf: (wish: string, attempt: number) => string;
}
export const kept: Promises = { durable: Durable, keyOf: (wish) => wish };

export interface Simulated {
  readonly seed: number;
  /** SHA-256 over the trace, the log, the tables and the checkpoints. */
  readonly hash: string;
  /** Violations of invariants; empty when all hold. */
  readonly violations: readonly string[];
  readonly trace: readonly string[];
  readonly acknowledged: number;
  readonly events: number;
  /** How often a subscriber set something aside because it could not apply an event. */
  readonly setAside: number;
  readonly faults: ReadonlyMap<Fault, number>;
}

/** One seed, one history: a small year under faults, then rest, then the oracle. */
export const simulate = async (seed: number, { durable: World, keyOf }: Promises = kept): Promise<Simulated> => {
  const scheduler = new Scheduler(randomFor(seed, 'schedule'));
  const faults = new Faults(randomFor(seed, 'faults'));
  const durable = new World(scheduler);
  const poison = new Poison();
  const system = new System(randomFor(seed, 'read models'), scheduler, faults, durable, poison);
  const journal = new Journal();
  const auditor = new Auditor(scheduler, faults, durable);
  const illLuck = new IllLuck(scheduler, faults, { durable, system, poison });
  const surroundings = { scheduler, faults, system, journal, keyOf };

  let finished = false;
  void smallYear(seed, surroundings).then(() => {
    finished = true;
  });
  void auditor.read();
  void illLuck.watch();
  void illLuck.strike();
  await scheduler.run(() => finished || scheduler.now > BEGIN + STORM);
  faults.end();
  illLuck.relent();
  const deadline = scheduler.now + REST;
  let settled = false;
  const afterwards = async () => {
    await scheduler.after(ECHO, illLuck, 'lets the last echo fade');
    await Promise.all(
      [...journal.uncertain].map(([key, request]) =>
        new Client('latecomer', randomFor(seed, key), surroundings).settle(request, key),
      ),
    );
    settled = true;
  };
  await scheduler.run(() => (finished && !illLuck.isBusy) || scheduler.now > deadline);
  void afterwards();
  const atRest = () =>
    settled &&
    auditor.last === durable.head &&
    system.subscribers.every(
      (name) => durable.places.get(name)?.position === durable.head && durable.setAside(name).length === 0,
    );
  await scheduler.run(() => atRest() || scheduler.now > deadline);

  const events = await durable.log.readAll(0n, { limit: 10_000 });
  const standing = system.subscribers.map((name) => `${name} ${durable.places.get(name)?.position}`);
  const violations = [
    ...(atRest() ? [] : [`never at rest: ${standing.join(', ')} of ${durable.head}`]),
    ...illLuck.breaches,
    ...system.surprises,
    ...examine({
      journal,
      durable,
      projections: system.projections,
      poison,
      events,
      seen: auditor.seen,
      refusedPolicyCommands: system.refusedPolicyCommands,
    }),
  ];
  return {
    seed,
    hash: hashOf(scheduler.trace, events, durable, system.subscribers),
    violations,
    trace: scheduler.trace,
    acknowledged: journal.acknowledged.size,
    events: events.length,
    setAside: durable.marks.length,
    faults: faults.counts,
  };
};

const hashOf = (
  trace: readonly string[],
  events: readonly RecordedEvent[],
  durable: Durable,
  subscribers: readonly string[],
): string => {
  const log = events.map(({ position, stream, revision, id, type, data, metadata, recordedAt }) =>
    [position, stream, revision, id, type, data, metadata, recordedAt.toISOString()].join(' '),
  );
  const places = [...durable.places].map(([name, { position, epoch }]) => `${name} ${position} ${epoch}`);
  return createHash('sha256')
    .update(
      [...trace, ...log, ...places, ...subscribers.flatMap((name) => [...durable.table(name).values()])].join('\n'),
    )
    .digest('hex');
};
