import { randomUUID } from 'node:crypto';
import type { CommandKey, EventStore, NewEvent, RecordedEvent } from '../event-store';

/** The log under test: opened before each test, so it is asked for by a call. */
export type Log = () => EventStore;

export const event = (data = '{}', rest: Partial<NewEvent> = {}): NewEvent =>
  ({ id: randomUUID(), type: 'Noted', version: 1, data, metadata: '{}', ...rest });

export const events = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => event(`{"n":${n}}`));

export const command = (fingerprint = 'the same request'): CommandKey => ({ key: randomUUID(), fingerprint });

/** Does the work `count` times at once. */
export const atOnce = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

export const everything = (log: EventStore): Promise<RecordedEvent[]> => log.readAll(0n, { limit: 10_000 });

export const upTo = (count: number): bigint[] => Array.from({ length: count }, (_, n) => BigInt(n + 1));

export async function eventually(happened: () => boolean, withinMs = 5_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!happened()) {
    if (performance.now() > deadline) throw new Error(`It did not happen within ${withinMs} ms`);
    await pause(2);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
