import { migrateEventStore, PostgresEventStore, type NewEvent } from '@minsheng/event-store';
import { asHelper, type ContestantOptions } from './contestant';
import { sampleEvent } from './sample-event';

/** The product's log, through its public port. */
export async function open({ url }: ContestantOptions) {
  await migrateEventStore(url);
  const store = await PostgresEventStore.open({ connectionString: url, applicationName: 'bench-ours' });
  return asHelper({
    tables: 'es.events, es.commands',
    append: async () => {
      const { stream, event } = newSample();
      await store.append(stream, 'no stream', [event]);
      return 1;
    },
    close: () => store.close(),
  });
}

/** The sample in the form of the product's port. */
export function newSample(): { readonly stream: string; readonly event: NewEvent } {
  const { id, stream, type, data, metadata } = sampleEvent();
  return { stream, event: { id, type, version: 1, data: JSON.stringify(data), metadata: JSON.stringify(metadata) } };
}
