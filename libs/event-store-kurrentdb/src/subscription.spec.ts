import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { event, events, eventually, pause } from '@minsheng/event-store/testing';
import type { RecordedEvent } from '@minsheng/event-store';
import { ForeignEvent } from './envelope';
import { systemEvent, type Proposal } from './testing/kurrentdb-log';
import { openedServer } from './testing/opened-server';

const { server, open, restart, inTheLog } = openedServer({ answerWithinMs: 400, timeoutMs: 3_000 });

const gather = () => {
  const seen: RecordedEvent[] = [];
  return {
    seen,
    ids: () => seen.map(({ id }) => id),
    handler: async (page: readonly RecordedEvent[]) => {
      seen.push(...page);
    },
  };
};
const idsInTheLog = () => inTheLog().map(({ id }) => id);

const large = (): Proposal => ({
  ...systemEvent('Noted'),
  contentType: 'application/octet-stream',
  data: Buffer.alloc(2_000, '1'),
  metadata: Buffer.from('envelope/1 {"version":1}\n{}'),
});

describe('a subscription', () => {
  it('that is dropped again and again goes on where its handler stood, and gives each event once', async () => {
    const [store, { seen, ids, handler }] = [await open(), gather()];
    const subscription = store.subscribe(0n, handler, { batch: 7 });
    let drops = 0;
    for (let n = 0; n < 5; n++) {
      await store.append('a', 'any', events(20));
      await eventually(() => seen.length > 20 * n);
      drops += server().dropSubscriptions();
    }
    await store.append('a', 'any', events(1));
    await eventually(() => seen.length === 101);
    expect(ids()).toEqual(idsInTheLog());
    expect(drops).toBeGreaterThan(0);
    await subscription.stop();
    await expect(subscription.ended).resolves.toBeUndefined();
  });

  it('ends for the client when it is dropped: the control', async () => {
    const client = KurrentDBClient.connectionString(server().url);
    const failed = new Promise((resolve) => {
      client
        .subscribeToAll()
        .once('confirmation', () => server().dropSubscriptions())
        .on('error', resolve);
    });
    expect(await failed).toMatchObject({ type: 'unavailable' });
    await client.dispose();
  });

  it('that the server forgets without a word is begun anew', async () => {
    const [store, { seen, ids, handler }] = [await open(), gather()];
    const subscription = store.subscribe(0n, handler);
    await store.append('a', 'any', events(2));
    await eventually(() => seen.length === 2);
    server().forgetSubscriptions();
    await store.append('a', 'any', events(2));
    await pause(100);
    expect(seen).toHaveLength(2); // it is deaf by now
    await eventually(() => seen.length === 4);
    expect(ids()).toEqual(idsInTheLog());
    await subscription.stop();
  });

  it('waits while the server is away', async () => {
    const [store, { seen, ids, handler }] = [await open(), gather()];
    await store.append('a', 'any', events(1));
    const subscription = store.subscribe(0n, handler);
    await eventually(() => seen.length === 1);
    server().unavailable = true;
    server().dropSubscriptions();
    await pause(200);
    server().unavailable = false;
    await restart();
    await store.append('a', 'any', events(1));
    await eventually(() => seen.length === 2);
    expect(ids()).toEqual(idsInTheLog());
    await subscription.stop();
  });

  it('stops while the server is away or silent', async () => {
    const store = await open();
    const subscriptions = [store.subscribe(0n, async () => undefined)];
    server().unavailable = true;
    server().dropSubscriptions();
    subscriptions.push(store.subscribe(0n, async () => undefined));
    await pause(50);
    server().silent = true;
    subscriptions.push(store.subscribe(0n, async () => undefined));
    const begun = performance.now();
    await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('lets the server wait for a slow handler', async () => {
    const store = await open();
    for (let n = 0; n < 30; n++)
      server().log.append(
        `s-${n}`,
        'no stream',
        Array.from({ length: 200 }, () => large()),
      );
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let taken = 0;
    const subscription = store.subscribe(
      0n,
      async (page) => {
        taken += page.length;
        await held;
      },
      { batch: 10 },
    );
    await eventually(() => taken > 0);
    await pause(300);
    expect(taken).toBeLessThanOrEqual(10);
    expect(server().fed).toBeLessThan(3_000); // of 6,000: what fits between, no more
    release();
    await eventually(() => taken === 6_000, 15_000);
    await subscription.stop();
  });

  it('ends with an event that this store did not write', async () => {
    const [store, { handler }] = [await open(), gather()];
    const subscription = store.subscribe(0n, handler);
    const ended = expect(subscription.ended).rejects.toThrow(ForeignEvent);
    server().log.append('somebody-else', 'any', [systemEvent('Imported')]);
    await ended;
    await expect(store.readAll(0n, { limit: 1 })).rejects.toThrow(ForeignEvent);
  });

  it('sees nothing of the server and of our bookkeeping, and neither do reads', async () => {
    const [store, { seen, ids, handler }] = [await open(), gather()];
    const written = [event(), event()];
    await store.append('a', 'any', [written[0]], { key: '00000000-0000-4000-8000-000000000001', fingerprint: 'one' });
    server().log.append('$ce-a', 'any', [systemEvent('$>', '0@a')]);
    server().log.append('links', 'any', [systemEvent('$>', '0@a')]);
    await store.append('a', 'any', [written[1]]);
    server().log.append('$scavenges', 'any', [systemEvent('$scavengeStarted')]);
    server().log.append('links', 'any', [systemEvent('$>', '1@a')]);

    const wanted = written.map(({ id }) => id);
    const subscription = store.subscribe(0n, handler);
    await eventually(() => seen.length === 2);
    await subscription.stop();
    expect(ids()).toEqual(wanted);
    for (const options of [{ limit: 10 }, { limit: 10, streamPrefixes: ['', '$'] }])
      expect((await store.readAll(0n, options)).map(({ id }) => id)).toEqual(wanted);
    expect(await store.readAll(0n, { limit: 10, streamPrefixes: ['$', '~'] })).toEqual([]);
    expect(await store.head()).toBe((await store.read('a'))[1].position);
    // there was something to see
    expect(server().log.all.filter(({ id }) => !wanted.includes(id)).length).toBeGreaterThan(6);
  });

  it.each(['$settings', '~command-1'])('finds no stream of ours named %s: it is refused', async (stream) => {
    await expect((await open()).append(stream, 'any', events(1))).rejects.toThrow(RangeError);
  });
});
