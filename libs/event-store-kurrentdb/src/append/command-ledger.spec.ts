import { command, events, pause } from '@minsheng/event-store/testing';
import { EventStoreUnavailable, GroupRepeatedInPart, WrongRevision } from '@minsheng/event-store';
import { systemEvent } from '../testing/kurrentdb-log';
import { openedServer } from '../testing/opened-server';

const { server, open, inTheLog } = openedServer({ answerWithinMs: 500, timeoutMs: 5_000 });
/** Gives up soon, as a process does that dies. */
const dying = { answerWithinMs: 500, timeoutMs: 100 };
const streamsInTheLog = () => inTheLog().map(({ stream }) => stream);

describe('a command key, asked for by two processes at once', () => {
  it('takes effect once, in whatever streams', async () => {
    const stores = [await open(), await open()];
    for (let round = 0; round < 15; round++) {
      const key = command();
      const receipts = await Promise.all(
        stores.map((store, n) => store.append(`${round}-${n}`, 'any', events(2), key)),
      );
      expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(receipts[0]).toEqual({ ...receipts[1], repeated: receipts[0].repeated });
    }
    expect(inTheLog()).toHaveLength(30);
  });

  it('would take effect twice without a key: the control', async () => {
    const stores = [await open(), await open()];
    await Promise.all(stores.map((store, n) => store.append(`s-${n}`, 'any', events(2))));
    expect(inTheLog()).toHaveLength(4);
  });

  it('takes effect once on one stream too, with conflicts', async () => {
    const stores = [await open(), await open()];
    const keys = Array.from({ length: 10 }, () => command());
    await Promise.all(stores.flatMap((store) => keys.map((key) => store.append('hot', 'any', events(1), key))));
    expect(inTheLog()).toHaveLength(10);
  });
});

describe('a process that dies between the plan and the append', () => {
  const died = async () => {
    const [key, written] = [command(), events(2)];
    server().fault = (stream) => (stream === 'a' ? 'lost' : undefined);
    await expect((await open(dying)).append('a', 'no stream', written, key)).rejects.toThrow(EventStoreUnavailable);
    server().fault = () => undefined;
    expect(inTheLog()).toEqual([]);
    return { key, written };
  };

  it('leaves a plan, which the next to ask for the key carries out', async () => {
    const { key, written } = await died();
    const store = await open();
    const receipt = await store.append('b', 'any', events(1), key);
    expect(receipt).toMatchObject({ stream: 'a', revision: 1, repeated: true });
    expect(inTheLog().map(({ stream, id }) => ({ stream, id }))).toEqual(
      written.map(({ id }) => ({ stream: 'a', id })),
    );
    expect(await store.read('a')).toMatchObject(written);
  });

  it('leaves the key without a receipt, and asking for it changes nothing', async () => {
    const { key } = await died();
    expect(await (await open()).receiptOf(key)).toBeUndefined();
    expect(inTheLog()).toEqual([]);
  });

  it('leaves a free key when others took the place meanwhile', async () => {
    const { key } = await died();
    const store = await open();
    await store.append('a', 'any', events(1));
    expect(await store.append('b', 'any', events(1), { ...key, fingerprint: 'another request' })).toMatchObject({
      stream: 'b',
      repeated: false,
    });
    expect(streamsInTheLog()).toEqual(['a', 'b']);
  });

  it('may have been only slow: what it sent comes too late or is the same', async () => {
    const [store, other, key] = [await open(), await open(), command()];
    let lost = 0;
    server().fault = (stream) => (stream === 'a' && lost++ === 0 ? 'lost' : undefined);
    const slow = store.append('a', 'any', events(1), key);
    while (lost === 0) await pause(2);
    expect(await other.append('b', 'any', events(1), key)).toMatchObject({ stream: 'a', repeated: true });
    expect(await slow).toMatchObject({ stream: 'a', repeated: false });
    expect(streamsInTheLog()).toEqual(['a']);
  });
});

describe('an append that is refused after its plan was made', () => {
  const foreign = {
    ...systemEvent('Noted'),
    contentType: 'application/octet-stream',
    metadata: Buffer.from('envelope/1 {"version":1}\n{}'),
  };

  it('leaves the key free', async () => {
    const [store, key] = [await open(), command()];
    server().fault = (stream) => {
      if (stream === 'a') server().log.append('a', 'any', [foreign]); // somebody is faster by a hair
      return undefined;
    };
    await expect(store.append('a', 'no stream', events(1), key)).rejects.toThrow(WrongRevision);
    server().fault = () => undefined;
    expect(await store.receiptOf(key)).toBeUndefined();
    expect(await store.append('b', 'any', events(1), { ...key, fingerprint: 'another request' })).toMatchObject({
      stream: 'b',
      repeated: false,
    });
    expect(streamsInTheLog()).toEqual(['a', 'b']);
  });
});

describe('a group of which only the notes were written', () => {
  const died = async () => {
    const keys = [command(), command()];
    const group = keys.map((key) => ({ stream: 'a', expected: 'any' as const, events: events(1), command: key }));
    const planStream = `~command-${keys[0].key}`;
    server().fault = (stream) => (stream === planStream ? 'lost' : undefined);
    await expect((await open(dying)).appendGroup(group)).rejects.toThrow(EventStoreUnavailable);
    server().fault = () => undefined;
    expect(server().log.read(`~command-${keys[1].key}`)).toHaveLength(1);
    return { keys, group, planStream };
  };

  it('gives its keys up to others, and its plan then comes too late', async () => {
    const { keys, group, planStream } = await died();
    const store = await open();
    expect(await store.append('b', 'any', events(1), keys[1])).toMatchObject({ stream: 'b', repeated: false });
    const plan = server().received.find(({ stream, outcome }) => stream === planStream && outcome === undefined)!;
    expect(
      server().log.append(
        planStream,
        plan.expected,
        plan.ids.map((id) => ({
          id,
          type: 'Noted',
          contentType: '',
          data: new Uint8Array(),
          metadata: new Uint8Array(),
        })),
      ),
    ).toEqual({ current: 0 });
    await expect(store.appendGroup(group)).rejects.toThrow(GroupRepeatedInPart);
    expect(streamsInTheLog()).toEqual(['b']);
  });

  it('can be asked for again', async () => {
    const { group } = await died();
    expect(await (await open()).appendGroup(group)).toMatchObject([
      { revision: 0, repeated: false },
      { revision: 1, repeated: false },
    ]);
  });
});

describe('a group whose append was lost after its plan', () => {
  it('is carried out whole by the next to ask for any of its keys', async () => {
    const keys = [command(), command()];
    const group = keys.map((key) => ({ stream: 'a', expected: 'any' as const, events: events(2), command: key }));
    server().fault = (stream) => (stream === 'a' ? 'lost' : undefined);
    await expect((await open(dying)).appendGroup(group)).rejects.toThrow(EventStoreUnavailable);
    server().fault = () => undefined;
    const store = await open();
    expect(await store.append('b', 'any', events(1), keys[1])).toMatchObject({
      stream: 'a',
      revision: 3,
      repeated: true,
    });
    expect(await store.receiptOf(keys[0])).toMatchObject({ stream: 'a', revision: 1, repeated: true });
    expect(streamsInTheLog()).toEqual(['a', 'a', 'a', 'a']);
  });
});
