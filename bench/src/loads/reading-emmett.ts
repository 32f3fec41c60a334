import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getPostgreSQLEventStore, type PostgresEventStore } from '@event-driven-io/emmett-postgresql';
import { sampleEvent } from '../contestants/sample-event';
import type { Helper } from '../harness/helper';
import type { Delivery } from './reading';

/**
 * The same with Emmett's consumer, which by default polls a hundred events every fifty milliseconds. One process per
 * consumer: its end closes the connections shared by everything on this database.
 */
export async function open({ url }: { readonly url: string }): Promise<Helper> {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const follow = (startFrom: 'BEGINNING' | 'END', each: (type: string) => void, batchSize?: number): void => {
    const consumer = store.consumer(batchSize === undefined ? {} : { pulling: { batchSize } });
    consumer.reactor({
      processorId: randomUUID(),
      startFrom,
      eachMessage: ({ type }) => {
        each(type);
      },
    } as Parameters<typeof consumer.reactor>[0]);
    void consumer.start();
  };
  return {
    tasks: {
      fill: async ({ events }: { readonly events: number }): Promise<void> => {
        for (let written = 0; written < events; written += 1_000)
          await appendMany(store, Math.min(1_000, events - written));
      },
      /** Events per second, within so many milliseconds: the whole log would take minutes with the defaults. */
      consume: async ({
        batchSize,
        timeoutMs,
        events,
      }: {
        readonly batchSize?: number;
        readonly timeoutMs: number;
        readonly events: number;
      }): Promise<number> => {
        const { delivered, milliseconds } = await until(events, timeoutMs, async (each) =>
          follow('BEGINNING', each, batchSize),
        );
        return (delivered / milliseconds) * 1_000;
      },
      deliver: async ({
        events,
        timeoutMs,
      }: {
        readonly events: number;
        readonly timeoutMs: number;
      }): Promise<Delivery> =>
        until(events, timeoutMs, async (each) => {
          const type = randomUUID(); // events of earlier consumers may be delivered too and do not count
          follow('END', (found) => {
            if (found === type) each();
          });
          await pause(500); // it looks for the end of the log when it starts
          for (let written = 0; written < events; written += 1) await appendMany(store, 1, type);
        }),
    },
    // the process ends; a polling consumer would fail on its closed connections
    close: async () => undefined,
  };
}

const appendMany = (store: PostgresEventStore, count: number, type = 'ReportSubmitted'): Promise<unknown> => {
  const { stream } = sampleEvent();
  const events = Array.from({ length: count }, () => {
    const { data, metadata } = sampleEvent();
    return { type, data, metadata } as never;
  });
  return store.appendToStream(stream, events);
};

/** What `begin` delivers, until it is enough or the time is over. */
async function until(wanted: number, timeoutMs: number, begin: (each: () => void) => Promise<void>): Promise<Delivery> {
  let delivered = 0;
  let enough!: () => void;
  const all = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const started = performance.now();
  await begin(() => {
    if ((delivered += 1) >= wanted) enough();
  });
  await Promise.race([all, pause(timeoutMs, undefined, { ref: false })]);
  return { delivered, milliseconds: performance.now() - started };
}
