import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import { asHelper, type ContestantOptions } from './contestant';
import { sampleEvent } from './sample-event';

/** Castore's adapter with its own ten connections. A `max` in the address would reach it as a text, and make one connection of it. */
export async function open({ url }: ContestantOptions) {
  await PostgresEventStorageAdapter.createEventTable({ connectionString: url, tableName: 'event' });
  const adapter = new PostgresEventStorageAdapter({ connectionString: url, tableName: 'event' });
  return asHelper({
    tables: 'event',
    append: async () => {
      const { id, type, data, metadata } = sampleEvent();
      await adapter.pushEvent({ aggregateId: id, version: 1, type, payload: data, metadata }, { eventStoreId: 'delivery' });
      return 1;
    },
    close: () => Promise.resolve(), // it has no way to close; the process ends
  });
}
