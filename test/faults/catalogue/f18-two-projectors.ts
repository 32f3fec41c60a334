import { setTimeout as pause } from 'node:timers/promises';
import { between, oneOf } from '@minsheng/rehearsal';
import type { Fault } from '../fault';
import { untilProjected } from '../system/lag';
import { NaiveRunner } from '../system/naive-runner';
import { underLoad, type Strike } from '../under-load';

/** A sleeper's connections stay open: it is replaced after its silence, and then the other must catch up. */
const TAKEN_OVER_BAR_MS = 20_000;
/** One sleep in so many is longer than the lease of a silent projector. */
const LONG_SLEEP = { every: 10, ms: 30_000 };

/** Control: two runners that each trust their own memory. */
const countedByBoth = async ({ system }: Strike): Promise<number> => {
  await NaiveRunner.prepare(system);
  await Promise.all(
    [new NaiveRunner(system.system.postgresUrl), new NaiveRunner(system.system.postgresUrl)].map((runner) =>
      runner.catchUp(),
    ),
  );
  return NaiveRunner.surplus(system);
};

/**
 * Two projectors run at once; one falls asleep in the middle of its work and wakes when the other has moved on. What it
 * writes then is stale.
 */
export const twoProjectors: Fault = {
  id: 'F18',
  title: '两个 projector，一个暂停后醒来 · two projectors, a paused one wakes',
  rounds: { short: 10, long: 100 },
  play: underLoad('F18', {
    prepare: ({ system }) => {
      system.anotherProjector();
    },
    strike: async ({ system, random, measure }, round) => {
      await pause(between(random, 100, 1_000));
      const sleeper = oneOf(random, [system.projectorProcess, ...system.otherProjectors]);
      sleeper.signal('SIGSTOP');
      await pause(round % LONG_SLEEP.every === LONG_SLEEP.every - 1 ? LONG_SLEEP.ms : between(random, 300, 3_000));
      measure('taken over and caught up', await untilProjected(system), TAKEN_OVER_BAR_MS);
      sleeper.signal('SIGCONT');
      measure('both awake, lag nought', await untilProjected(system), TAKEN_OVER_BAR_MS);
    },
    settle: ({ system }) => system.endOtherProjectors(),
    controls: async (strike) => ({ 'two runners that trust their memory': await countedByBoth(strike) }),
  }),
};
