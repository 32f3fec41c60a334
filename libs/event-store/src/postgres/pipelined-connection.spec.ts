import { Client } from 'pg';
import { whileConnectionIsLost } from './connection-loss';
import { PipelinedConnection } from './pipelined-connection';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database';

let database: TemporaryDatabase;
let admin: Client;
let connection: PipelinedConnection;
const sleep = (seconds: number, then: number) =>
  connection
    .query<{ n: number }>({ text: 'select $1::int as n from (select pg_sleep($2)) s', values: [then, seconds] })
    .then(({ rows: [{ n }] }) => n);

beforeAll(async () => {
  database = await temporaryDatabase();
  admin = new Client(database);
  await admin.connect();
});
beforeEach(() => {
  connection = new PipelinedConnection({ ...database, application_name: 'line' });
});
afterEach(() => connection.end());
afterAll(async () => {
  await admin?.end();
  await database?.drop();
});

it('answers in order what was asked at once, a refused statement for itself', async () => {
  const answers = await Promise.allSettled([sleep(0.05, 1), connection.query({ text: 'select 1 / 0' }), sleep(0, 3)]);
  expect(answers).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: expect.objectContaining({ code: '22012' }) },
    { status: 'fulfilled', value: 3 },
  ]);
});

it('tells all who wait when the connection is lost, and opens another one for the next', async () => {
  await sleep(0, 0);
  const waiting = Promise.allSettled([sleep(5, 1), sleep(0, 2)]);
  while (
    (
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'line' and state = 'active'`,
      )
    ).rowCount === 0
  );
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await sleep(0, 3)).toBe(3);
});

it('tells all who wait when no connection can be had, and tries anew for the next', async () => {
  const nowhere = new PipelinedConnection({ host: '127.0.0.1', port: 1 });
  const ask = () => nowhere.query({ text: 'select 1' });
  expect(
    (await Promise.allSettled([ask(), ask()])).map((answer) => answer.status === 'rejected' && answer.reason.code),
  ).toEqual(['ECONNREFUSED', 'ECONNREFUSED']);
  await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await nowhere.end();
});

it('ends when the answers that are due have come', async () => {
  const due = [sleep(0.05, 1), sleep(0, 2)];
  await Promise.all([due[0], connection.query({ text: 'select 1' }).then(() => connection.end())]);
  expect(await Promise.all(due)).toEqual([1, 2]);
});

it('gives up a server that is silent, and whatever waits behind it', async () => {
  const impatient = new PipelinedConnection({ ...database, query_timeout: 100 });
  const answers = await Promise.allSettled([
    impatient.query({ text: 'select pg_sleep(2)' }),
    impatient.query({ text: 'select 1' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await whileConnectionIsLost(() => impatient.query({ text: 'select 1 as n' }), 2_000)).rows).toEqual([
    { n: 1 },
  ]);
  await impatient.end();
});
