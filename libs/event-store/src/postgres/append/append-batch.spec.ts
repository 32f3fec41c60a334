import { Pool } from 'pg';
import { command, event, events } from '../../contract/samples';
import { WrongRevision } from '../../event-store';
import { migrateEventStore } from '../migrate';
import { temporaryDatabase, type TemporaryDatabase } from '../temporary-database';
import { appendBatch, Caution } from './append-batch';
import type { AppendOrder } from './append-order';

let database: TemporaryDatabase;
let pool: Pool;
/** Names of the functions asked. */
let asked: (string | undefined)[];
const line: Parameters<typeof appendBatch>[0] = {
  query: (statement) => {
    asked.push(statement.name);
    return pool.query(statement);
  },
};

const order = (stream: string, expected: AppendOrder['expected'], more: Partial<AppendOrder> = {}): AppendOrder => ({
  stream,
  expected,
  events: [event()],
  bytes: 8,
  ...more,
});
const send = (...orders: AppendOrder[]) =>
  appendBatch(
    line,
    orders.map((order) => [order]),
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
  asked = [];
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

it('takes one round trip where all is as expected, for one event or for many', async () => {
  expect(await send(order('a', 'no stream'))).toEqual([appended('a', 0, 1)]);
  expect(await send(order('a', 0, { command: command() }))).toEqual([appended('a', 1, 2)]);
  const chained = [
    order('b', 'no stream', { events: events(3), command: command() }),
    order('a', 1),
    order('b', 2, { command: command() }),
  ];
  expect(await send(...chained)).toEqual([appended('b', 2, 5), appended('a', 2, 6), appended('b', 3, 7)]);
  expect(asked).toEqual(['es.append_single', 'es.append_single', 'es.append_plain']);
});

it('asks for a judgement where a stream is elsewhere, and then each append has its own answer', async () => {
  await send(order('a', 'no stream'));
  expect(await send(order('a', 'no stream'))).toEqual([expect.any(WrongRevision)]);
  expect(await send(order('a', 'no stream'), order('b', 'no stream'))).toEqual([
    expect.any(WrongRevision),
    appended('b', 0, 2),
  ]);
  expect(asked.slice(1)).toEqual(['es.append_single', 'es.append_groups', 'es.append_plain', 'es.append_groups']);
});

it.each([
  ['shorter', 5],
  ['longer', 0],
])('of a batch leaves nothing behind where a stream is %s than one of it expects', async (_, expected) => {
  await send(order('a', 'no stream', { events: events(2) }));
  expect(await send(order('a', expected), order('b', 'no stream', { command: command() }))).toEqual([
    expect.any(WrongRevision),
    appended('b', 0, 3),
  ]);
  expect(asked.slice(1)).toEqual(['es.append_plain', 'es.append_groups']);
});

it('looks a batch over beforehand, for a while, once one met something in its way; and finds the same', async () => {
  const caution = new Caution();
  const sendOn = (...orders: AppendOrder[]) =>
    appendBatch(
      line,
      orders.map((order) => [order]),
      caution,
    ).then((answers) => answers.flat());
  await sendOn(order('a', 'no stream'), order('b', 'no stream'));
  expect(caution.isDue).toBe(false);
  await sendOn(order('a', 'no stream'), order('c', 'no stream'));
  expect(caution.isDue).toBe(true);
  const [key, other] = [command(), command()];
  for (const inTheWay of [order('a', 'no stream'), order('a', 5), order('a', 7)]) {
    expect(await sendOn(inTheWay, order('b', 0))).toEqual([
      expect.any(WrongRevision),
      expect.objectContaining({ stream: 'b' }),
    ]);
    await pool.query(`delete from es.events where stream_id = 'b' and revision > 0`);
  }
  await sendOn(order('d', 'no stream', { command: key }), order('e', 'no stream', { command: other }));
  expect((await sendOn(order('f', 'no stream', { command: key }), order('g', 'no stream')))[0]).toMatchObject({
    stream: 'd',
    repeated: true,
  });
  for (let batch = 0; batch < 50; batch += 1) {
    expect(caution.isDue).toBe(true);
    await sendOn(order(`h${batch}`, 'no stream'), order(`i${batch}`, 'no stream'));
  }
  expect(caution.isDue).toBe(false);
});

it('asks for a judgement where a command comes again, alone, among others, or twice in a batch', async () => {
  const first = order('a', 'no stream', { command: command() });
  await send(first);
  expect(await send(first)).toEqual([appended('a', 0, 1, true)]);
  expect(await send({ ...first, stream: 'c', expected: 'no stream' }, order('b', 'no stream'))).toEqual([
    appended('a', 0, 1, true),
    appended('b', 0, 2),
  ]);
  const twice = order('d', 'no stream', { command: command() });
  expect(await send(twice, { ...twice, stream: 'e' })).toEqual([appended('d', 0, 3), appended('d', 0, 3, true)]);
  expect(asked.slice(1)).toEqual([
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
    await send(order('a', 'no stream', { events: written }));
    const end = (...ids: string[]) => ({ revision: 2, ids });
    expect(await send(order('a', end(written[1].id, written[2].id)))).toEqual([appended('a', 3, 4)]);
    expect(
      await send(order('b', 'no stream'), order('a', { revision: 3, ids: [written[2].id] }), order('c', 'no stream')),
    ).toEqual([appended('b', 0, 5), expect.any(WrongRevision), appended('c', 0, 6)]);
    expect(asked.slice(1)).toEqual(['es.append_plain', 'es.append_plain', 'es.append_groups']);
  },
);

it('judges an append by the events it expects at the end of its stream, be they there or not', async () => {
  const written = events(2);
  await send(order('a', 'no stream', { events: written }), order('b', 'no stream', { events: events(2) }));
  const end = { revision: 1, ids: written.map(({ id }) => id) };
  const answers = await send(
    order('x', 'any', { events: events(3) }),
    order('b', end),
    order('y', 'any'),
    order('a', end),
  );
  expect(answers).toEqual([appended('x', 2, 7), expect.any(WrongRevision), appended('y', 0, 8), appended('a', 2, 9)]);
  expect(asked).toEqual(['es.append_plain', 'es.append_groups']);
});

it.each(['any', 'stream exists'] as const)(
  'asks for a judgement at once where an append that expects %s says no place',
  async (expected) => {
    await send(order('a', 'no stream'));
    expect(await send(order('a', expected))).toEqual([appended('a', 1, 2)]);
    expect(await send(order('a', expected), order('b', 'no stream'))).toEqual([
      appended('a', 2, 3),
      appended('b', 0, 4),
    ]);
    expect(asked.slice(1)).toEqual(['es.append_groups', 'es.append_groups']);
  },
);
