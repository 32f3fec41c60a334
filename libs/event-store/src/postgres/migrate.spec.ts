import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { command, event, events, everything } from '../contract/samples';
import { migrateEventStore } from './migrate';
import { PostgresEventStore } from './postgres-event-store';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database';

let database: TemporaryDatabase;
let admin: Client;
beforeEach(async () => {
  database = await temporaryDatabase();
  admin = new Client(database);
  await admin.connect();
});
afterEach(async () => {
  await admin.end();
  await database.drop();
});

const sql = (file: string) => readFileSync(join(__dirname, file), 'utf8');
const functions = async () => {
  const { rows } = await admin.query<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'es'::regnamespace order by proname`,
  );
  return rows.map(({ name }) => name);
};

describe('migrating', () => {
  it('happens once when several processes start together, and again to no effect', async () => {
    await expect(PostgresEventStore.open(database)).rejects.toThrow('call migrateEventStore first');
    await Promise.all(Array.from({ length: 6 }, () => migrateEventStore(database.connectionString)));
    const store = await PostgresEventStore.open(database);
    await store.append('a', 'no stream', [event()]);
    await migrateEventStore(database.connectionString);
    expect(await store.head()).toBe(1n);
    await store.close();
  });

  it('brings a database of the version before up to date: its events stay, and all ways to append work', async () => {
    await admin.query(`create schema es;
      create table es.schema_version (version int primary key, applied_at timestamptz not null default now());
      insert into es.schema_version (version) values (1)`);
    await admin.query(sql('schema/0001-events.sql'));
    await admin.query(sql('testing/version-7.sql'));
    const [old, key] = [event('{"n":1}'), command()];
    await admin.query('select es.append_single($1, -1, $2, $3, $4, $5, $6, $7, $8)', [
      'a',
      key.key,
      key.fingerprint,
      old.id,
      old.type,
      old.version,
      old.data,
      old.metadata,
    ]);
    await expect(PostgresEventStore.open(database)).rejects.toThrow('version 7 of 9: call migrateEventStore first');

    await migrateEventStore(database.connectionString);
    const store = await PostgresEventStore.open(database);
    expect(await everything(store)).toMatchObject([{ ...old, stream: 'a', revision: 0, position: 1n }]);
    expect(await store.append('a', 'no stream', [event()], key)).toMatchObject({ position: 1n, repeated: true });
    expect(await store.append('a', 0, [event()])).toMatchObject({ position: 2n });
    expect(await store.append('b', 'no stream', events(2))).toMatchObject({ position: 4n });
    expect(await store.append('b', 'any', [event()])).toMatchObject({ position: 5n });
    await store.close();
  });

  it('leaves the same functions in an old database as in a new one', async () => {
    await migrateEventStore(database.connectionString);
    const ofANewOne = await functions();
    await admin.query('delete from es.schema_version where version > 6');
    await admin.query('drop function es.append_single, es.append_plain, es.append_groups');
    await admin.query(sql('testing/version-7.sql').replace('generate_series(2, 7)', '7'));
    await migrateEventStore(database.connectionString);
    expect(await functions()).toEqual(ofANewOne);
  });

  it('refuses a schema newer than the program', async () => {
    await migrateEventStore(database.connectionString);
    await admin.query('insert into es.schema_version (version) values (99)');
    await expect(PostgresEventStore.open(database)).rejects.toThrow('newer than this program');
    await expect(migrateEventStore(database.connectionString)).rejects.toThrow('newer than this program');
  });
});
