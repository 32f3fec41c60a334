import type { EventStore } from './event-store';
import { PostgresEventStore } from './postgres/postgres-event-store';
import { settingOrFile } from './setting-or-file';

/** Where the log lies. */
export type EventStoreLocation = { readonly kind: 'postgres' } | { readonly kind: 'kurrentdb'; readonly url: string };

/** A setting is missing or unknown: the message says which and what to do. */
export class EventStoreSettingRefused extends Error {}

/**
 * `EVENT_STORE`: postgres (also when unset: the log lies beside the read models) or kurrentdb, with its address in
 * `KURRENTDB_URL`, or in the file named by `KURRENTDB_URL_FILE`.
 * @throws EventStoreSettingRefused
 */
export const eventStoreLocation = (environment: NodeJS.ProcessEnv): EventStoreLocation => {
  const { EVENT_STORE = 'postgres' } = environment;
  if (EVENT_STORE === 'postgres') return { kind: 'postgres' };
  if (EVENT_STORE !== 'kurrentdb')
    throw new EventStoreSettingRefused(`EVENT_STORE: it is postgres or kurrentdb, not "${EVENT_STORE}"`);
  const url = settingOrFile(environment, 'KURRENTDB_URL');
  if (!url)
    throw new EventStoreSettingRefused(
      'KURRENTDB_URL (or KURRENTDB_URL_FILE) is missing: the address of the KurrentDB server, since EVENT_STORE is ' +
        'kurrentdb.',
    );
  return { kind: 'kurrentdb', url };
};

/** What opens the log on KurrentDB: the library of that name, which depends on this one. */
export interface KurrentDBAdapter {
  readonly KurrentDBEventStore: { open(options: { readonly connectionString: string }): Promise<EventStore> };
}

export interface OpenEventStoreOptions {
  /** Of the PostgreSQL database. */
  readonly databaseUrl: string;
  readonly applicationName: string;
  /** Called only where the log lies on KurrentDB: its client is large. */
  readonly loadKurrentDB: () => Promise<KurrentDBAdapter>;
}

/** Opens the log at its place. @throws when its schema in PostgreSQL is not the one of this program */
export const openEventStore = async (
  location: EventStoreLocation,
  { databaseUrl, applicationName, loadKurrentDB }: OpenEventStoreOptions,
): Promise<EventStore> => {
  if (location.kind === 'kurrentdb') {
    const { KurrentDBEventStore } = await loadKurrentDB();
    return KurrentDBEventStore.open({ connectionString: location.url });
  }
  return PostgresEventStore.open({ connectionString: databaseUrl, applicationName });
};
