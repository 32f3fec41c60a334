import { randomUUID } from 'node:crypto';
import { appendingParts, command, events, eventStoreContract } from '@minsheng/event-store/testing';
import { KurrentDBEventStore } from './kurrentdb-event-store';
import { KurrentDBServer } from './testing/kurrentdb-server';

let server: KurrentDBServer | undefined;
afterEach(() => server?.stop());

const opened = (batchAppend: boolean) => async () => {
  const started = await KurrentDBServer.start({ batchAppend });
  server = started;
  const open = () => KurrentDBEventStore.open({ connectionString: started.url });
  return { store: await open(), reopen: open, countsPositions: false as const, groupsSpanStreams: false as const };
};

/**
 * A log cannot be emptied on a server that stays: each test gets a space of names. Without a server nothing is
 * declared, and nothing counted.
 */
const openedOnARealServer = async () => {
  const [connectionString, space] = [process.env.KURRENTDB_URL!, `contract-${randomUUID()}:`];
  const open = () => KurrentDBEventStore.open({ connectionString, space });
  return { store: await open(), reopen: open, countsPositions: false as const, groupsSpanStreams: false as const };
};
if (process.env.KURRENTDB_URL)
  eventStoreContract('KurrentDBEventStore on the server of KURRENTDB_URL', openedOnARealServer);

eventStoreContract('KurrentDBEventStore', opened(true));
eventStoreContract(
  'KurrentDBEventStore on a server that takes each append by a call of its own',
  opened(false),
  appendingParts,
);

it('refuses a connection that would hide the revision of a conflict', async () => {
  await expect(
    KurrentDBEventStore.open({ connectionString: 'kurrentdb://127.0.0.1:2113?tls=false&throwOnAppendFailure=false' }),
  ).rejects.toThrow(RangeError);
});

it('keeps the streams of two spaces on one server apart', async () => {
  server = await KurrentDBServer.start();
  const [connectionString, key] = [server.url, command()];
  const [first, two] = await Promise.all(
    ['one:', 'two:'].map((space) => KurrentDBEventStore.open({ connectionString, space })),
  );
  await first.append('a', 'no stream', events(2), key);
  expect(await two.append('a', 'no stream', events(1), key)).toMatchObject({ repeated: false });
  expect((await first.readAll(0n, { limit: 10, streamPrefixes: ['a'] })).map(({ stream }) => stream)).toEqual([
    'a',
    'a',
  ]);
  expect(await two.readAll(0n, { limit: 10 })).toHaveLength(1);
  await Promise.all([first.close(), two.close()]);
});

it('does not open without a server', async () => {
  await expect(
    KurrentDBEventStore.open({
      connectionString: 'kurrentdb://127.0.0.1:1?tls=false',
      answerWithinMs: 200,
      timeoutMs: 100,
    }),
  ).rejects.toThrow('cannot be reached');
});
