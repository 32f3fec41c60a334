import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { InMemoryEventStore, type ReadAllOptions, type RecordedEvent } from '@minsheng/event-store';
import { between, type Random } from '@minsheng/rehearsal';
import type { Fault } from '../fault';
import { NaiveRunner } from '../system/naive-runner';
import { underLoad, type Strike } from '../under-load';

/** The connections on which a projector writes rows and checkpoints; those of its log have another suffix. */
const WRITES = /^minsheng-projector \S+ \d+ /;
const MOST_REPEATS = 4;
const STRUCK_WITHIN_MS = 5_000;

/** A log that delivers events up to five times in one page. */
class StutteringLog extends InMemoryEventStore {
  constructor(private readonly random: Random) {
    super();
  }

  override async readAll(after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]> {
    return (await super.readAll(after, options)).flatMap((event) =>
      Array.from({ length: Math.ceil(between(this.random, 0.01, 5)) }, () => event),
    );
  }
}

/** What a subscriber accepts of a stuttering log: it must stop at the first repeated event. */
const takenOfAStutteringLog = async (
  random: Random,
): Promise<{ readonly stuttered: number; readonly takenTwice: number; readonly alarmed: boolean }> => {
  const log = new StutteringLog(random);
  for (let number = 0; number < 20; number += 1)
    await log.append('matter', 'any', [{ id: randomUUID(), type: 'Noted', version: 1, data: '{}', metadata: '{}' }]);
  const taken: bigint[] = [];
  const subscription = log.subscribe(0n, async (page) => {
    taken.push(...page.map(({ position }) => position));
  });
  const alarmed = await Promise.race([
    subscription.ended.then(
      () => false,
      () => true,
    ),
    pause(1_000).then(() => false),
  ]);
  await subscription.stop();
  const stuttered = (await log.readAll(0n, { limit: 100 })).length - 20;
  await log.close();
  return { stuttered, takenTwice: taken.length - new Set(taken).size, alarmed };
};

/** Control: the same losses for a projection that does not compare its checkpoint. */
const countedTwice = async ({ system }: Strike): Promise<number> => {
  await NaiveRunner.prepare(system);
  const naive = new NaiveRunner(system.proxied);
  await naive
    .catchUp(() => {
      system.proxy.becomes({ dropReplyTo: /^naive runner$/ });
    })
    .catch(() => naive.catchUp());
  system.proxy.clearsUp();
  return NaiveRunner.surplus(system);
};

/**
 * A projector that does not get the answer to its write receives the batch again: rows and checkpoint moved together,
 * so the repeat finds the checkpoint elsewhere.
 */
export const duplicateDelivery: Fault = {
  id: 'F8',
  title: '重复投递：每个事件 1–5 次 · duplicate delivery: each event 1 to 5 times, in and across batches',
  rounds: { everyday: 3, short: 30, long: 1_000 },
  play: underLoad('F8', {
    strike: async ({ system: { proxy }, random, breach, measure }, round) => {
      const begin = performance.now();
      for (let repeats = Math.ceil(between(random, 0.01, MOST_REPEATS)); repeats > 0; repeats -= 1) {
        proxy.becomes({ dropReplyTo: WRITES });
        for (const end = performance.now() + STRUCK_WITHIN_MS; !proxy.hasStruck && performance.now() < end;)
          await pause(5);
        if (!proxy.hasStruck) breach(`round ${round}: the projector wrote nothing whose answer could be lost`);
      }
      proxy.clearsUp();
      measure('a round', performance.now() - begin);
    },
    controls: async (strike) => {
      const { stuttered, takenTwice, alarmed } = await takenOfAStutteringLog(strike.random);
      if (takenTwice > 0 || !alarmed)
        strike.breach(
          `a page with repeats: ${takenTwice} events were taken twice, the follower ${alarmed ? 'stopped' : 'went on'}`,
        );
      return {
        'events that come again in one page': stuttered,
        'a projection that compares no checkpoint': await countedTwice(strike),
      };
    },
  }),
};
