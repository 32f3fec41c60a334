import { PostgresEventStore } from '@minsheng/event-store';
import { withClient } from '../harness/bench';
import type { Helper } from '../harness/helper';
import { copyIn } from './copy-in';

const PAGE = 2_000;

/** The baselines of a rebuild, each done once in its own process: reading the log, and writing as many narrow rows. */
export const open = async ({ url }: { readonly url: string }): Promise<Helper> => ({
  tasks: {
    /** Reads the log to its end, requesting the next page while this one is processed; returns the number of events. */
    read: async (): Promise<number> => {
      const store = await PostgresEventStore.open({ connectionString: url, applicationName: 'bench-reader' });
      try {
        let events = 0;
        for (let coming = store.readAll(0n, { limit: PAGE }); ;) {
          const page = await coming;
          if (page.length === 0) return events;
          coming = store.readAll(page[page.length - 1].position, { limit: PAGE });
          events += page.length;
        }
      } finally {
        await store.close();
      }
    },
    copy: async ({ rows }: { readonly rows: number }): Promise<number> =>
      withClient(url, async (client) => {
        await client.query('drop table if exists narrow');
        await client.query('create table narrow (id bigint primary key, name text not null, amount int not null)');
        await copyIn(
          client,
          'narrow',
          (function* () {
            for (let id = 1; id <= rows; id += 1) yield `${id}\tproject ${id}\t${id % 100}\n`;
          })(),
        );
        return rows;
      }),
  },
  close: async () => undefined,
});
