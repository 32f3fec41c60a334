import { Pool } from 'pg';
import { command, event, events } from '../../contract/samples';
import { WrongRevision } from '../../event-store';
import { migrateEventStore } from '../migrate';
import { temporaryDatabase, type TemporaryDatabase } from '../temporary-database';
import { appendBatch, ConflictBackoff } from './append-batch';
import type { AppendRequest } from './append-request';

let database: TemporaryDatabase;
let pool: Pool;
/** Names of the functions asked. */
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
  await pool.query('truncate es.events, es.commands');
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
  const caution = new ConflictBackoff();
  const sendOn = (...requests: AppendRequest[]) =>
    appendBatch(
      connection,
      requests.map((request) => [request]),
      caution,
    ).then((answers) => answers.flat());
  await sendOn(request('a', 'no stream'), request('b', 'no stream'));
  expect(caution.isDue).toBe(false);
  await sendOn(request('a', 'no stream'), request('c', 'no stream'));
  expect(caution.isDue).toBe(true);
  const [key, other] = [command(), command()];
  for (const inTheWay of [request('a', 'no stream'), request('a', 5), request('a', 7)]) {
    expect(await sendOn(inTheWay, request('b', 0))).toEqual([
      expect.any(WrongRevision),
      expect.objectContaining({ stream: 'b' }),
    ]);
    await pool.query(`delete from es.events where stream_id = 'b' and revision > 0`);
  }
  await sendOn(request('d', 'no stream', { command: key }), request('e', 'no stream', { command: other }));
  expect((await sendOn(request('f', 'no stream', { command: key }), request('g', 'no stream')))[0]).toMatchObject({
    stream: 'd',
    repeated: true,
  });
  for (let batch = 0; batch < 50; batch += 1) {
    expect(caution.isDue).toBe(true);
    await sendOn(request(`h${batch}`, 'no stream'), request(`i${batch}`, 'no stream'));
  }
  expect(caution.isDue).toBe(false);
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

it(
  'takes one round trip, too, where a stream ends with the events that an append expects; and asks for a judgement ' +
    'where it does not',
  async () => {
    const written = events(3);
    await send(request('a', 'no stream', { events: written }));
    const end = (...ids: string[]) => ({ revision: 2, ids });
    expect(await send(request('a', end(written[1].id, written[2].id)))).toEqual([appended('a', 3, 4)]);
    expect(
      await send(
        request('b', 'no stream'),
        request('a', { revision: 3, ids: [written[2].id] }),
        request('c', 'no stream'),
      ),
    ).toEqual([appended('b', 0, 5), expect.any(WrongRevision), appended('c', 0, 6)]);
    expect(functions.slice(1)).toEqual(['es.append_plain', 'es.append_plain', 'es.append_groups']);
  },
);

it('judges an append by the events it expects at the end of its stream, be they there or not', async () => {
  const written = events(2);
  await send(request('a', 'no stream', { events: written }), request('b', 'no stream', { events: events(2) }));
  const end = { revision: 1, ids: written.map(({ id }) => id) };
  const answers = await send(
    request('x', 'any', { events: events(3) }),
    request('b', end),
    request('y', 'any'),
    request('a', end),
  );
  expect(answers).toEqual([appended('x', 2, 7), expect.any(WrongRevision), appended('y', 0, 8), appended('a', 2, 9)]);
  expect(functions).toEqual(['es.append_plain', 'es.append_groups']);
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
