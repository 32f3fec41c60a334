import { setTimeout as pause } from 'node:timers/promises';
import { migrateEventStore, PostgresEventStore } from '@minsheng/event-store';
import { newSample } from '../contestants/ours';
import type { Helper } from '../harness/helper';

export interface Delivery {
  readonly delivered: number;
  readonly milliseconds: number;
}

/** Readers of the product's log: from its beginning, and subscribed while events are appended. */
export async function open({ url }: { readonly url: string }): Promise<Helper> {
  await migrateEventStore(url);
  const store = await PostgresEventStore.open({ connectionString: url, applicationName: 'bench-reading' });
  return {
    tasks: {
      fill: async ({ events }: { readonly events: number }): Promise<void> => {
        for (let written = 0; written < events; written += 1_000)
          await Promise.all(
            Array.from({ length: Math.min(1_000, events - written) }, () =>
              store.append(newSample().stream, 'any', [newSample().event]),
            ),
          );
      },
      /** Events per second of a subscription that begins at the first event, until it has seen the last. */
      consume: async (): Promise<number> => {
        const head = await store.head();
        const begin = performance.now();
        await delivered(store, 0n, Number(head), 60_000);
        return (Number(head) / (performance.now() - begin)) * 1_000;
      },
      /** Events per second, reading page by page. */
      pages: async ({ page: limit }: { readonly page: number }): Promise<number> => {
        const begin = performance.now();
        let events = 0;
        for (let at = 0n; ;) {
          const page = await store.readAll(at, { limit });
          if (page.length === 0) return (events / (performance.now() - begin)) * 1_000;
          events += page.length;
          at = page[page.length - 1].position;
        }
      },
      /** Appends so many events and waits for their delivery to a subscription, at most for the given time. */
      deliver: async ({
        events,
        timeoutMs,
      }: {
        readonly events: number;
        readonly timeoutMs: number;
      }): Promise<Delivery> => {
        const head = await store.head();
        const begin = performance.now();
        const count = delivered(store, head, events, timeoutMs);
        for (let written = 0; written < events; written += 1)
          await store.append(newSample().stream, 'any', [newSample().event]);
        return { delivered: await count, milliseconds: performance.now() - begin };
      },
    },
    close: () => store.close(),
  };
}

/** Number of wanted events delivered in time. */
async function delivered(store: PostgresEventStore, after: bigint, wanted: number, timeoutMs: number): Promise<number> {
  let count = 0;
  let enough!: () => void;
  const all = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const subscription = store.subscribe(after, async (page) => {
    count += page.length;
    if (count >= wanted) enough();
  });
  await Promise.race([all, pause(timeoutMs, undefined, { ref: false })]);
  await subscription.stop();
  return count;
}
