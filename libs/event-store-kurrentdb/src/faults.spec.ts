import { binaryEvent, KurrentDBClient, NO_STREAM, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { command, event, events, everything, pause } from '@minsheng/event-store/testing';
import { EventStoreUnavailable, StreamDeleted } from '@minsheng/event-store';
import { openedServer } from './testing/opened-server';

const { server, open, restart, inTheLog } = openedServer({ answerWithinMs: 400, timeoutMs: 3_000 });
const impatient = { answerWithinMs: 500, timeoutMs: 600 };
const sendings = (stream: string) => server().received.filter((append) => append.stream === stream);

/** The first append to the stream suffers the fault, the next ones do not. */
const onceOn = (stream: string, fault: 'lost' | 'unanswered' | 'cut') => {
  let due = true;
  server().fault = (target) => {
    if (target !== stream || !due) return undefined;
    due = false;
    return fault;
  };
};

describe('a server that accepts and stays silent', () => {
  it('holds nobody past the limit, and is asked on a new connection when it speaks again', async () => {
    const store = await open(impatient);
    server().silent = true;
    const begun = performance.now();
    await expect(store.read('a')).rejects.toThrow(EventStoreUnavailable);
    await expect(store.append('a', 'any', events(1))).rejects.toThrow(EventStoreUnavailable);
    await expect(store.head()).rejects.toThrow('no answer within 500 ms');
    expect(performance.now() - begun).toBeLessThan(8_000);
    server().silent = false;
    expect(await store.append('a', 'no stream', events(1))).toMatchObject({ revision: 0, repeated: false });
  });

  it('does hold the client, which has a deadline of its own: the control', async () => {
    const client = KurrentDBClient.connectionString(server().url);
    await client.appendToStream('warm', binaryEvent({ type: 'Noted', data: Buffer.from('{}') }));
    server().silent = true;
    let answered = false;
    const append = client
      .appendToStream('a', binaryEvent({ type: 'Noted', data: Buffer.from('{}') }), { deadline: 100 })
      .catch(() => undefined)
      .then(() => {
        answered = true;
      });
    await pause(800);
    expect(answered).toBe(false);
    await client.dispose();
    await append;
  });
});

describe('a server that is unavailable', () => {
  it('is asked again until it is back', async () => {
    const store = await open();
    server().unavailable = true;
    const [appending, reading] = [store.append('a', 'any', events(2)), store.read('a')];
    await pause(100);
    expect(inTheLog()).toEqual([]);
    server().unavailable = false;
    expect(await appending).toMatchObject({ revision: 1, repeated: false });
    await reading;
    expect(inTheLog()).toHaveLength(2);
  });

  it('may be restarted', async () => {
    const store = await open();
    await store.append('a', 'any', events(1));
    await restart();
    await store.append('a', 0, events(1));
    expect(await everything(store)).toHaveLength(2);
  });

  it('is given up after the patience', async () => {
    const store = await open(impatient);
    server().unavailable = true;
    await expect(store.append('a', 'any', events(1), command())).rejects.toThrow(EventStoreUnavailable);
    await expect(store.readAll(0n, { limit: 1 })).rejects.toThrow(EventStoreUnavailable);
  });
});

describe('an append whose outcome is unknown', () => {
  it.each(['lost', 'unanswered', 'cut'] as const)(
    'is sent again as it was when it was %s, and stands in the log once',
    async (fault) => {
      const store = await open();
      await store.append('a', 'any', events(3));
      onceOn('a', fault);
      const written = events(2);
      expect(await store.append('a', 'any', written)).toMatchObject({ revision: 4, repeated: false });

      const [first, second] = sendings('a').slice(1);
      // it really was written before
      expect(first.outcome).toEqual(fault === 'lost' ? undefined : expect.objectContaining({ revision: 4 }));
      expect(second).toMatchObject({ expected: 2, ids: first.ids });
      expect((await store.read('a', 3)).map(({ id }) => id)).toEqual(written.map(({ id }) => id));
    },
  );

  it('is recognised by what stands there when the server calls it a conflict', async () => {
    const store = await open();
    server().log.recognisesRepeats = false;
    onceOn('a', 'unanswered');
    expect(await store.append('a', 'no stream', events(2))).toMatchObject({ revision: 1, repeated: false });
    expect(sendings('a').map(({ outcome }) => outcome)).toEqual([
      expect.objectContaining({ revision: 1 }),
      { current: 1 },
    ]);
    expect(inTheLog()).toHaveLength(2);
  });

  it('is a conflict to the client then: the control', async () => {
    const client = KurrentDBClient.connectionString(server().url);
    server().log.recognisesRepeats = false;
    const once = [binaryEvent({ type: 'Noted', data: Buffer.from('{}') })];
    await client.appendToStream('a', once, { streamState: NO_STREAM });
    await expect(client.appendToStream('a', once, { streamState: NO_STREAM })).rejects.toThrow(
      WrongExpectedVersionError,
    );
    await client.dispose();
  });

  it('is not repeated to the caller unless the key says so', async () => {
    const [store, key] = [await open(), command()];
    onceOn('a', 'unanswered');
    const receipt = await store.append('a', 'any', events(1), key);
    expect(receipt.repeated).toBe(false);
    expect(await store.append('a', 'any', events(1), key)).toEqual({ ...receipt, repeated: true });
  });

  it('never travels with a vague expectation', async () => {
    const store = await open();
    await store.append('a', 'any', events(1), command());
    await store.append('a', 'stream exists', events(1));
    await store.appendGroup([
      { stream: 'a', expected: 'any', events: events(1) },
      { stream: 'a', expected: 'stream exists', events: events(1), command: command() },
    ]);
    expect(server().received.map(({ expected }) => expected)).toEqual(['no stream', 'no stream', 0, 'no stream', 1]);
  });
});

describe('a stream that was deleted', () => {
  it('for ever, says so by its name and is not asked for again and again', async () => {
    const store = await open();
    await store.append('a', 'any', events(1));
    server().log.tombstone('a');
    const begun = server().reads;
    await expect(store.append('a', 'any', events(1))).rejects.toEqual(new StreamDeleted('a'));
    await expect(store.read('a')).rejects.toThrow(StreamDeleted);
    expect(server().reads - begun).toBeLessThanOrEqual(3);
    expect(sendings('a')).toHaveLength(1);
  });

  it('for ever between looking and appending, says so too', async () => {
    const store = await open();
    server().fault = (stream) => {
      if (stream === 'a') server().log.tombstone('a');
      return undefined;
    };
    await expect(store.append('a', 'any', events(1))).rejects.toThrow(StreamDeleted);
  });

  it('softly, is empty and may be written again; its revisions go on', async () => {
    const store = await open();
    await store.append('a', 'any', events(3));
    server().log.delete('a');
    expect(await store.read('a')).toEqual([]);
    expect(await store.append('a', 'no stream', events(1))).toMatchObject({ revision: 3 });
  });
});

describe('the log', () => {
  it('hides a clock that was set back', async () => {
    const hours = [10, 9, 11];
    const store = await open();
    server().log.now = () => new Date(Date.UTC(2025, 0, 1, hours.shift()));
    for (let n = 0; n < 3; n++) await store.append('a', 'any', [event()]);
    expect(inTheLog().map(({ created }) => created.getUTCHours())).toEqual([10, 9, 11]); // it did fall
    expect((await store.read('a')).map(({ recordedAt }) => recordedAt.getUTCHours())).toEqual([10, 10, 11]);
  });
});
