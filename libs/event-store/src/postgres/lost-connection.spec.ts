import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Client, Pool } from 'pg';
import { atOnce, command, event, eventually, everything, pause, upTo } from '../contract/samples';
import { EventStoreUnavailable, type AppendReceipt, type EventStore } from '../event-store';
import { appendBatch } from './append/append-batch';
import type { AppendRequest } from './append/append-request';
import { whileConnectionIsLost } from './connection-loss';
import { migrateEventStore } from './migrate';
import { PostgresEventStore } from './postgres-event-store';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database';
import { tampering } from './testing/tampering';

let database: TemporaryDatabase;
let admin: Client;
let store: EventStore;

beforeAll(async () => {
  database = await temporaryDatabase();
  await migrateEventStore(database.connectionString);
  admin = new Client(database);
  await admin.connect();
});
beforeEach(async () => {
  await admin.query(tampering('truncate es.events, es.commands'));
  store = await PostgresEventStore.open({ ...database, applicationName: 'victim' });
});
afterEach(() => store?.close());
afterAll(async () => {
  await admin?.end();
  await database?.drop();
});

/** Ends the store's connections for one use; answers how many there were. */
const cut = async (use: string) => {
  const { rowCount } = await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
    [`victim ${use}`],
  );
  return rowCount ?? 0;
};

it('keeps every acknowledged event once when the connection is cut during 200 concurrent appends', async () => {
  const acknowledged = new Map<string, AppendReceipt>();
  let working = true;
  const callers = atOnce(200, async (caller) => {
    for (let n = 0; n < 10; n++) {
      const written = event();
      const [stream, key] = [n % 2 ? 'hot' : `s-${caller}`, n % 3 ? command() : undefined];
      acknowledged.set(
        written.id,
        await store.append(stream, n % 2 ? 'any' : n === 0 ? 'no stream' : n / 2 - 1, [written], key),
      );
    }
  }).finally(() => {
    working = false;
  });
  let cuts = 0;
  while (working) {
    const before = acknowledged.size;
    cuts += await cut('append');
    await eventually(() => acknowledged.size > before || !working); // each new connection gets something done
  }
  await callers;

  expect(cuts).toBeGreaterThan(3);
  const recorded = await everything(store);
  expect(recorded.map(({ position }) => position)).toEqual(upTo(2_000));
  expect(
    recorded.every(({ id, stream, revision, position }) => {
      const receipt = acknowledged.get(id);
      return receipt?.stream === stream && receipt.revision === revision && receipt.position === position;
    }),
  ).toBe(true);
});

it('takes a batch once that is sent twice, whatever its appends expect', async () => {
  const pool = new Pool({ ...database, max: 1 });
  const request = (rest: Partial<AppendRequest>): AppendRequest => ({
    stream: 'a',
    expected: 'any',
    events: [event(), event()],
    bytes: 8,
    ...rest,
  });
  const batch = [
    request({ expected: 'no stream' }),
    request({ expected: 1 }),
    request({ command: command() }),
    request({ retryKey: randomUUID() }),
    request({ expected: 'stream exists', retryKey: randomUUID() }),
  ];
  const group = [request({ expected: 9, command: command() }), request({ retryKey: randomUUID() })];
  const send = async () => (await appendBatch(pool, [...batch.map((request) => [request]), group])).flat();
  const first = await send();
  const second = await send();
  await pool.end();
  expect(first).toEqual(
    [1, 3, 5, 7, 9, 11, 13].map((revision) => ({
      stream: 'a',
      revision,
      position: BigInt(revision + 1),
      repeated: false,
    })),
  );
  expect(second).toEqual(first.map((receipt, n) => ({ ...receipt, repeated: n < 3 || n === 5 })));
  expect(await store.head()).toBe(14n);
});

/** A line to the server of which only the near end can be cut: the server goes on with what it was asked. */
const fragileProxy = async () => {
  const callers = new Set<Socket>();
  const far = admin.host.startsWith('/')
    ? { path: `${admin.host}/.s.PGSQL.${admin.port}` }
    : { host: admin.host, port: admin.port };
  const server = createServer({ allowHalfOpen: true }, (caller) => {
    const server = connect(far);
    callers.add(caller.on('error', () => undefined));
    caller.on('data', (bytes) => server.write(bytes));
    server
      .on('data', (bytes) => caller.writable && caller.write(bytes))
      .on('close', () => caller.destroy())
      .on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(database.connectionString);
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    connectionString: url.href,
    cut: () => callers.forEach((caller) => caller.destroy()),
    close: () => server.close(),
  };
};

const callsWaitingForTheLock = async (count: number) => {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { rowCount } = await admin.query(
      `select from pg_stat_activity where application_name = 'half append' and wait_event_type = 'Lock'`,
    );
    if (rowCount === count) return;
    await pause(5);
  }
  throw new Error(`There were never ${count} calls waiting`);
};

it('appends once when the server still works on a call whose connection is gone', async () => {
  const proxy = await fragileProxy();
  const half = await PostgresEventStore.open({ connectionString: proxy.connectionString, applicationName: 'half' });
  try {
    await admin.query('select pg_advisory_lock(7301)');
    const appending = half.append('a', 'any', [event()]);
    await callsWaitingForTheLock(1);
    proxy.cut();
    await callsWaitingForTheLock(2); // the lost call and its repetition
    await admin.query('select pg_advisory_unlock(7301)');

    expect(await appending).toEqual({ stream: 'a', revision: 0, position: 1n, repeated: false });
    await callsWaitingForTheLock(0);
    await half.append('b', 'any', [event()]); // takes its turn behind both
    expect((await everything(store)).map(({ stream }) => stream)).toEqual(['a', 'b']);
  } finally {
    await admin.query('select pg_advisory_unlock_all()');
    await half.close();
    proxy.close();
  }
});

it('goes on following after its connections were cut', async () => {
  let seen = 0;
  const subscription = store.subscribe(0n, async (page) => {
    seen += page.length;
  });
  await store.append('a', 'any', [event()]);
  await eventually(() => seen === 1);
  for (const use of ['listen', 'read', 'append']) expect(await cut(use)).toBeGreaterThan(0);
  await store.append('a', 'any', [event()]);
  await eventually(() => seen === 2);
  await pause(500); // listening again by now
  await store.append('a', 'any', [event()]);
  await eventually(() => seen === 3, 300);
  await subscription.stop();
});

it('reads again after its connections were cut', async () => {
  await store.append('a', 'any', [event()]);
  await cut('read');
  expect(await store.read('a')).toHaveLength(1);
});

it('is unavailable when the server stays away', async () => {
  let attempts = 0;
  const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  await expect(
    whileConnectionIsLost(async () => {
      attempts++;
      throw gone;
    }, 200),
  ).rejects.toThrow(EventStoreUnavailable);
  expect(attempts).toBeGreaterThan(2);
});

it('does not repeat what failed for another reason', async () => {
  let attempts = 0;
  await expect(
    whileConnectionIsLost(async () => {
      attempts++;
      throw new TypeError('a bug');
    }, 200),
  ).rejects.toThrow(TypeError);
  expect(attempts).toBe(1);
});

it.each(['57014', '55P03'])('does not repeat what took too long, and says that nothing was done: %s', async (code) => {
  const attempt = jest.fn(() => Promise.reject(Object.assign(new Error('canceling statement'), { code })));
  await expect(whileConnectionIsLost(attempt, 200)).rejects.toEqual(
    new EventStoreUnavailable('The event store did not answer in time; nothing was done'),
  );
  expect(attempt).toHaveBeenCalledTimes(1);
});
