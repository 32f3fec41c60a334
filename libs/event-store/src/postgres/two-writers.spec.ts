import { Client } from 'pg';
import { event, eventually, upTo } from '../contract/samples';
import { migrateEventStore } from './migrate';
import { PostgresEventStore } from './postgres-event-store';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
  await migrateEventStore(database.connectionString);
});
afterAll(() => database?.drop());

it('skips nothing for a reader at the tail while two writers append', async () => {
  const [first, two, reader] = await Promise.all([1, 2, 3].map(() => PostgresEventStore.open(database)));
  const seen: bigint[] = [];
  const subscription = reader.subscribe(
    0n,
    async (page) => {
      seen.push(...page.map(({ position }) => position));
    },
    { batch: 37 },
  );

  const APPENDS = 600;
  const callers = [first, two].flatMap((store) => Array.from({ length: 20 }, (_, caller) => ({ store, caller })));
  await Promise.all(
    callers.map(async ({ store, caller }) => {
      for (let n = 0; n < APPENDS / 20; n++) {
        const written = event();
        if (n % 3 === 2) await store.append(`s-${written.id}`, 'no stream', [written]);
        else await store.append(n % 3 === 0 ? 'hot' : `s-${caller}`, 'any', [written]);
      }
    }),
  );

  await eventually(() => seen.length >= 2 * APPENDS);
  expect(seen).toEqual(upTo(2 * APPENDS));
  expect((await reader.read('hot')).map(({ revision }) => revision)).toEqual(Array.from({ length: 400 }, (_, n) => n));
  await subscription.stop();
  await Promise.all([first, two, reader].map((store) => store.close()));
});

it('would skip with a sequence: the same reader on a bigserial misses what commits late', async () => {
  const [slow, quick] = await Promise.all(
    [1, 2].map(async () => {
      const client = new Client(database);
      await client.connect();
      return client;
    }),
  );
  await quick.query('create table naive (id bigserial primary key)');
  let last = 0;
  let seen = 0;
  const readTail = async () => {
    const { rows } = await quick.query<{ id: string }>('select id from naive where id > $1 order by id', [last]);
    seen += rows.length;
    last = Number(rows.at(-1)?.id ?? last);
  };

  for (let n = 0; n < 5; n++) {
    await slow.query('begin; insert into naive default values');
    await quick.query('insert into naive default values');
    await readTail();
    await slow.query('commit');
    await readTail();
  }

  const {
    rows: [{ written }],
  } = await quick.query<{ written: number }>('select count(*)::int as written from naive');
  expect(written - seen).toBe(5);
  await Promise.all([slow.end(), quick.end()]);
});
