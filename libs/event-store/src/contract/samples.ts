import { randomUUID } from 'node:crypto';
import type { CommandKey, EventStore, NewEvent, RecordedEvent } from '../event-store';
import type { OpenedStore } from './opened-store';

export const event = (data = '{}', rest: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'Noted',
  version: 1,
  data,
  metadata: '{}',
  ...rest,
});

export const events = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => event(`{"n":${n}}`));

export const command = (fingerprint = 'the same request'): CommandKey => ({ key: randomUUID(), fingerprint });

/** Does the work `count` times at once. */
export const atOnce = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

export const everything = (log: EventStore): Promise<RecordedEvent[]> => log.readAll(0n, { limit: 10_000 });

export const upTo = (count: number): bigint[] => Array.from({ length: count }, (_, n) => BigInt(n + 1));

/** The positions of a log that holds `count` events: 1, 2, 3 … where it counts, else those it gave, which must rise. */
export async function positionsOf({ store, countsPositions }: OpenedStore, count: number): Promise<bigint[]> {
  if (countsPositions !== false) return upTo(count);
  const given = (await everything(store)).map(({ position }) => position);
  if (given.length !== count) throw new Error(`The log holds ${given.length} events, not ${count}`);
  if (given.some((position, n) => position <= (given[n - 1] ?? 0n)))
    throw new Error(`The positions do not rise: ${given.join(' ')}`);
  return given;
}

/** Position of the `n`-th event, 0 for the place before the first. */
export const nth = async ({ store, countsPositions }: OpenedStore, n: number): Promise<bigint> =>
  countsPositions === false && n > 0 ? (await everything(store))[n - 1].position : BigInt(n);

export async function eventually(condition: () => boolean, withinMs = 5_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`It did not happen within ${withinMs} ms`);
    await pause(2);
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
