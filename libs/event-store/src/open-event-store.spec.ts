import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KurrentDBEventStore } from './kurrentdb/kurrentdb-event-store';
import { KurrentDBServer } from './kurrentdb/testing/kurrentdb-server';
import { eventStoreLocation, EventStoreSettingRefused, openEventStore } from './open-event-store';
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
  it('in PostgreSQL, with its schema made', async () => {
    const database = await temporaryDatabase();
    const store = await openEventStore({ kind: 'postgres' }, database.connectionString, 'test');
    expect(store).toBeInstanceOf(PostgresEventStore);
    await store.close();
    await database.drop();
  });

  it('in KurrentDB', async () => {
    const server = await KurrentDBServer.start();
    const store = await openEventStore({ kind: 'kurrentdb', url: server.url }, 'postgres://nobody', 'test');
    expect(store).toBeInstanceOf(KurrentDBEventStore);
    await store.close();
    server.stop();
  });
});
