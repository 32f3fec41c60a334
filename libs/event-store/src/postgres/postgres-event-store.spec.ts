import { Client } from 'pg';
import { event, events, eventually, everything } from '../contract/samples';
import { eventStoreContract } from '../event-store.contract';
import { assertDurable } from './durability';
import { migrateEventStore } from './migrate';
import { PostgresEventStore } from './postgres-event-store';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database';
import { tampering } from './testing/tampering';

let database: TemporaryDatabase;
let admin: Client;
const open = () => PostgresEventStore.open(database);

beforeAll(async () => {
  database = await temporaryDatabase();
  await migrateEventStore(database.connectionString);
  admin = new Client(database);
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await database?.drop();
});

const opened = async () => {
  await admin.query(tampering('truncate es.events, es.commands'));
  return { store: await open(), reopen: open };
};

eventStoreContract('PostgresEventStore', opened);

const emptyArrays = (count: number) => Array<string>(count).fill(`'{}'`).join(', ');

describe('PostgresEventStore', () => {
  let store: PostgresEventStore;
  beforeEach(async () => {
    ({ store } = await opened());
  });
  afterEach(() => store.close());

  it('hides a clock that was set back', async () => {
    await store.append('a', 'any', [event()]);
    await admin.query(tampering(`update es.events set recorded_at = recorded_at + interval '1 hour'`));
    await store.append('a', 'any', [event()]);
    const [first, second] = await everything(store);
    expect(second.recordedAt).toEqual(first.recordedAt);
  });

  it('lets an append that the database refuses fail alone', async () => {
    await admin.query(`alter table es.events add constraint no_poison check (type <> 'Poison')`);
    try {
      const outcomes = await Promise.allSettled(
        ['Noted', 'Poison', 'Noted'].map((type, n) => store.append(`s-${n}`, 'any', [event('{}', { type })])),
      );
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.head()).toBe(2n);
    } finally {
      await admin.query('alter table es.events drop constraint no_poison');
    }
  });

  it('raises the alarm when a follower finds a hole', async () => {
    await store.append('a', 'any', events(5));
    await admin.query(tampering('delete from es.events where global_position = 3'));
    await expect(store.subscribe(0n, async () => undefined).ended).rejects.toThrow(
      'hole was found in the log: position 4 follows 2',
    );
  });

  it('is delayed by no open write transaction of others', async () => {
    const other = new Client(database);
    await other.connect();
    await other.query('create table if not exists unrelated (n int); begin; insert into unrelated values (1)');
    let seen = 0;
    const subscription = store.subscribe(0n, async (page) => {
      seen += page.length;
    });
    for (let n = 0; n < 20; n++) await store.append(`s-${n}`, 'any', [event()]);
    await eventually(() => seen === 20, 500);
    await subscription.stop();
    await other.end();
  });

  it.each([
    ['of many', `es.append_plain(false, ${emptyArrays(14)})`],
    [
      'of many, each judged,',
      `es.append_groups('{a}', '{}', '{1}', '{0}', '{""}', '{-2}', '{0}', '{0}', ${emptyArrays(8)})`,
    ],
    ['alone', `es.append_single('a', -1, null, '', gen_random_uuid(), 'Noted', 1, '{}', '{}')`],
  ])('refuses an append %s under a transaction level in which the lock would not protect', async (_how, call) => {
    await admin.query('begin isolation level repeatable read');
    await expect(admin.query(`select ${call}`)).rejects.toThrow('READ COMMITTED');
    await admin.query('rollback');
  });
});

describe('opening', () => {
  it('refuses a server that may forget what it acknowledged', async () => {
    const forgetful = new URL(database.connectionString);
    forgetful.searchParams.set('options', '-c synchronous_commit=off');
    const connectionString = forgetful.href;
    await expect(PostgresEventStore.open({ connectionString })).rejects.toThrow('synchronous_commit off');
    process.env.UNSAFE_DURABILITY_OFF = '1';
    try {
      await (await PostgresEventStore.open({ connectionString })).close();
    } finally {
      delete process.env.UNSAFE_DURABILITY_OFF;
    }
  });

  it('takes a server that keeps what it acknowledged', () => expect(assertDurable(admin)).resolves.toBeUndefined());

  it('says so when no server is given for tests', async () => {
    const server = process.env.TEST_DATABASE_URL;
    delete process.env.TEST_DATABASE_URL;
    try {
      await expect(temporaryDatabase()).rejects.toThrow('TEST_DATABASE_URL is not set');
    } finally {
      process.env.TEST_DATABASE_URL = server;
    }
  });
});
