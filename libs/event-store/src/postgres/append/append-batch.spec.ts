import { Pool } from 'pg';
import { command, event, events } from '../../contract/samples';
import { WrongRevision } from '../../event-store';
import { migrateEventStore } from '../migrate';
import { temporaryDatabase, type TemporaryDatabase } from '../temporary-database';
import { tampering } from '../testing/tampering';
import { appendBatch, ConflictBackoff } from './append-batch';
import type { AppendRequest } from './append-request';

let database: TemporaryDatabase;
let pool: Pool;
/** Names of the functions called. */
let functions: (string | undefined)[];
const connection: Parameters<typeof appendBatch>[0] = {
  query: (statement) => {
    functions.push(statement.name);
    return pool.query(statement);
  },
};

const request = (
  stream: string,
  expected: AppendRequest['expected'],
  more: Partial<AppendRequest> = {},
): AppendRequest => ({
  stream,
  expected,
  events: [event()],
  bytes: 8,
  ...more,
});
const send = (...requests: AppendRequest[]) =>
  appendBatch(
    connection,
    requests.map((request) => [request]),
  ).then((answers) => answers.flat());
const appended = (stream: string, revision: number, position: number, repeated = false) => ({
  stream,
  revision,
  position: BigInt(position),
  repeated,
});

beforeAll(async () => {
  database = await temporaryDatabase();
  await migrateEventStore(database.connectionString);
  pool = new Pool({ ...database, max: 1 });
});
beforeEach(async () => {
  await pool.query(tampering('truncate es.events, es.commands'));
  functions = [];
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

it('takes one round trip where all is as expected, for one event or for many', async () => {
  expect(await send(request('a', 'no stream'))).toEqual([appended('a', 0, 1)]);
  expect(await send(request('a', 0, { command: command() }))).toEqual([appended('a', 1, 2)]);
  const chained = [
    request('b', 'no stream', { events: events(3), command: command() }),
    request('a', 1),
    request('b', 2, { command: command() }),
  ];
  expect(await send(...chained)).toEqual([appended('b', 2, 5), appended('a', 2, 6), appended('b', 3, 7)]);
  expect(functions).toEqual(['es.append_single', 'es.append_single', 'es.append_plain']);
});

it('asks for a judgement where a stream is elsewhere, and then each append has its own answer', async () => {
  await send(request('a', 'no stream'));
  expect(await send(request('a', 'no stream'))).toEqual([expect.any(WrongRevision)]);
  expect(await send(request('a', 'no stream'), request('b', 'no stream'))).toEqual([
    expect.any(WrongRevision),
    appended('b', 0, 2),
  ]);
  expect(functions.slice(1)).toEqual(['es.append_single', 'es.append_groups', 'es.append_plain', 'es.append_groups']);
});

it.each([
  ['shorter', 5],
  ['longer', 0],
])('of a batch leaves nothing behind where a stream is %s than one of it expects', async (_, expected) => {
  await send(request('a', 'no stream', { events: events(2) }));
  expect(await send(request('a', expected), request('b', 'no stream', { command: command() }))).toEqual([
    expect.any(WrongRevision),
    appended('b', 0, 3),
  ]);
  expect(functions.slice(1)).toEqual(['es.append_plain', 'es.append_groups']);
});

it('looks a batch over beforehand, for a while, once one met something in its way; and finds the same', async () => {
  const backoff = new ConflictBackoff();
  const sendOn = (...requests: AppendRequest[]) =>
    appendBatch(
      connection,
      requests.map((request) => [request]),
      backoff,
    ).then((answers) => answers.flat());
  await sendOn(request('a', 'no stream'), request('b', 'no stream'));
  expect(backoff.isDue).toBe(false);
  await sendOn(request('a', 'no stream'), request('c', 'no stream'));
  expect(backoff.isDue).toBe(true);
  const [key, other] = [command(), command()];
  for (const inTheWay of [request('a', 'no stream'), request('a', 5), request('a', 7)]) {
    expect(await sendOn(inTheWay, request('b', 0))).toEqual([
      expect.any(WrongRevision),
      expect.objectContaining({ stream: 'b' }),
    ]);
    await pool.query(tampering(`delete from es.events where stream_id = 'b' and revision > 0`));
  }
  await sendOn(request('d', 'no stream', { command: key }), request('e', 'no stream', { command: other }));
  expect((await sendOn(request('f', 'no stream', { command: key }), request('g', 'no stream')))[0]).toMatchObject({
    stream: 'd',
    repeated: true,
  });
  for (let batch = 0; batch < 50; batch += 1) {
    expect(backoff.isDue).toBe(true);
    await sendOn(request(`h${batch}`, 'no stream'), request(`i${batch}`, 'no stream'));
  }
  expect(backoff.isDue).toBe(false);
});

it('asks for a judgement where a command comes again, alone, among others, or twice in a batch', async () => {
  const first = request('a', 'no stream', { command: command() });
  await send(first);
  expect(await send(first)).toEqual([appended('a', 0, 1, true)]);
  expect(await send({ ...first, stream: 'c', expected: 'no stream' }, request('b', 'no stream'))).toEqual([
    appended('a', 0, 1, true),
    appended('b', 0, 2),
  ]);
  const twice = request('d', 'no stream', { command: command() });
  expect(await send(twice, { ...twice, stream: 'e' })).toEqual([appended('d', 0, 3), appended('d', 0, 3, true)]);
  expect(functions.slice(1)).toEqual([
    'es.append_single',
    'es.append_groups',
    'es.append_plain',
    'es.append_groups',
    'es.append_groups',
  ]);
});

it.each(['any', 'stream exists'] as const)(
  'asks for a judgement at once where an append that expects %s says no place',
  async (expected) => {
    await send(request('a', 'no stream'));
    expect(await send(request('a', expected))).toEqual([appended('a', 1, 2)]);
    expect(await send(request('a', expected), request('b', 'no stream'))).toEqual([
      appended('a', 2, 3),
      appended('b', 0, 4),
    ]);
    expect(functions.slice(1)).toEqual(['es.append_groups', 'es.append_groups']);
  },
);
