import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryEventStore } from './in-memory/in-memory-event-store';
import { eventStoreLocation, EventStoreSettingRefused, openEventStore } from './open-event-store';
import { migrateEventStore } from './postgres/migrate';
import { PostgresEventStore } from './postgres/postgres-event-store';
import { temporaryDatabase } from './postgres/temporary-database';

describe('the log lies', () => {
  it('in PostgreSQL when nothing is said', () => expect(eventStoreLocation({})).toEqual({ kind: 'postgres' }));

  it('in KurrentDB when that is said, with its address', () => {
    expect(eventStoreLocation({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://db:2113' })).toEqual({
      kind: 'kurrentdb',
      url: 'kurrentdb://db:2113',
    });
  });

  it('in KurrentDB with the address from a file, as secrets are handed over', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-location-'));
    const file = join(folder, 'url');
    writeFileSync(file, 'kurrentdb://db:2113\n');
    expect(eventStoreLocation({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL_FILE: file })).toEqual({
      kind: 'kurrentdb',
      url: 'kurrentdb://db:2113',
    });
    rmSync(folder, { recursive: true });
  });

  it.each([
    [{ EVENT_STORE: 'kurrentdb' }, 'KURRENTDB_URL (or KURRENTDB_URL_FILE) is missing'],
    [{ EVENT_STORE: 'sqlite' }, 'EVENT_STORE: it is postgres or kurrentdb, not "sqlite"'],
  ])('nowhere with %p: that is refused', (environment, message) => {
    expect(() => eventStoreLocation(environment)).toThrow(EventStoreSettingRefused);
    expect(() => eventStoreLocation(environment)).toThrow(message);
  });
});

describe('the log is opened', () => {
  it('in PostgreSQL, without the adapter of KurrentDB', async () => {
    const database = await temporaryDatabase();
    await migrateEventStore(database.connectionString);
    const store = await openEventStore(
      { kind: 'postgres' },
      {
        databaseUrl: database.connectionString,
        applicationName: 'test',
        loadKurrentDB: () => Promise.reject(new Error('loaded for nothing')),
      },
    );
    expect(store).toBeInstanceOf(PostgresEventStore);
    await store.close();
    await database.drop();
  });

  it('in KurrentDB by its adapter, at its address', async () => {
    const store = new InMemoryEventStore();
    const open = jest.fn(() => Promise.resolve(store));
    const opened = await openEventStore(
      { kind: 'kurrentdb', url: 'kurrentdb://db:2113' },
      {
        databaseUrl: 'postgres://nobody',
        applicationName: 'test',
        loadKurrentDB: () => Promise.resolve({ KurrentDBEventStore: { open } }),
      },
    );
    expect(opened).toBe(store);
    expect(open).toHaveBeenCalledWith({ connectionString: 'kurrentdb://db:2113' });
  });
});
