import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import { asHelper, type ContestantOptions } from './contestant';
import { sampleEvent } from './sample-event';

/** Its driver accepts a socket only by PGHOST, and only if the address names no host. */
function bySocket(address: string): string {
  const { searchParams, port, username, password, pathname } = new URL(address);
  const folder = searchParams.get('host');
  if (!folder) return address;
  Object.assign(process.env, { PGHOST: folder, PGPORT: port, PGUSER: username, PGPASSWORD: password });
  return `postgres://${pathname}`;
}

/**
 * Castore's adapter with its own ten connections. A `max` in the address would arrive as text and leave one connection.
 */
export async function open({ url }: ContestantOptions) {
  const connectionString = bySocket(url);
  await PostgresEventStorageAdapter.createEventTable({ connectionString, tableName: 'event' });
  const adapter = new PostgresEventStorageAdapter({ connectionString, tableName: 'event' });
  return asHelper({
    tables: 'event',
    append: async () => {
      const { id, type, data, metadata } = sampleEvent();
      await adapter.pushEvent(
        { aggregateId: id, version: 1, type, payload: data, metadata },
        { eventStoreId: 'delivery' },
      );
      return 1;
    },
    close: () => Promise.resolve(), // it cannot be closed; the process ends
  });
}
