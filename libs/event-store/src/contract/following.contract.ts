import type { RecordedEvent } from '../event-store';
import type { OpenedStore } from './opened-store';
import { events, eventually, nth, pause, positionsOf } from './samples';

export const followingContract = (opened: () => OpenedStore) => {
  const log = () => opened().store;

  describe('following', () => {
    const gather = () => {
      const seen: RecordedEvent[] = [];
      return {
        seen,
        positions: () => seen.map(({ position }) => position),
        handler: async (page: readonly RecordedEvent[]) => {
          seen.push(...page);
        },
      };
    };

    it('starts at the beginning and goes on with what is new, in order', async () => {
      await log().append('a', 'any', events(7));
      const { seen, positions, handler } = gather();
      const subscription = log().subscribe(0n, handler, { batch: 3 });
      await eventually(() => seen.length === 7);
      for (const stream of ['a', 'b', 'c']) await log().append(stream, 'any', events(4));
      await eventually(() => seen.length === 19);
      expect(positions()).toEqual(await positionsOf(opened(), 19));
      await subscription.stop();
      await expect(subscription.ended).resolves.toBeUndefined();
    });

    it('starts after a position', async () => {
      await log().append('a', 'any', events(5));
      const { positions, seen, handler } = gather();
      const subscription = log().subscribe(await nth(opened(), 3), handler);
      await eventually(() => seen.length === 2);
      expect(positions()).toEqual([await nth(opened(), 4), await nth(opened(), 5)]);
      await subscription.stop();
    });

    it('is woken at once by each new event', async () => {
      const { seen, handler } = gather();
      const subscription = log().subscribe(0n, handler);
      await log().append('a', 'any', events(1));
      await eventually(() => seen.length === 1);
      for (let n = 2; n <= 6; n++) {
        await pause(30);
        await log().append('a', 'any', events(1));
        await eventually(() => seen.length === n, 300); // a poll of one second would miss one of five
      }
      await subscription.stop();
    });

    it('calls one handler at a time, with no more than a batch', async () => {
      const sizes: number[] = [];
      let running = 0;
      const subscription = log().subscribe(
        0n,
        async (page) => {
          expect(++running).toBe(1);
          await pause(5);
          sizes.push(page.length);
          running--;
        },
        { batch: 4 },
      );
      for (let n = 0; n < 10; n++) await log().append('a', 'any', events(2));
      await eventually(() => sizes.reduce((sum, size) => sum + size, 0) === 20);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
      await subscription.stop();
      await subscription.ended;
    });

    it('can be narrowed to streams by their prefix', async () => {
      const { seen, handler } = gather();
      await log().append('other-1', 'any', events(9));
      const subscription = log().subscribe(0n, handler, { batch: 2, streamPrefixes: ['wanted-', 'also-'] });
      for (const stream of ['wanted-1', 'other-1', 'also-1', 'unwanted-1', 'wanted-2'])
        await log().append(stream, 'any', events(3));
      await eventually(() => seen.length === 9);
      await log().append('other-2', 'any', events(1));
      await log().append('wanted-3', 'any', events(1));
      await eventually(() => seen.length === 10);
      expect(seen.map(({ stream }) => stream).filter((stream, n, all) => stream !== all[n - 1])).toEqual([
        'wanted-1',
        'also-1',
        'wanted-2',
        'wanted-3',
      ]);
      await subscription.stop();
    });

    it('serves several subscriptions independently', async () => {
      const [first, two] = [gather(), gather()];
      await log().append('a', 'any', events(2));
      const subscriptions = [
        log().subscribe(0n, first.handler),
        log().subscribe(await nth(opened(), 2), two.handler, { batch: 1 }),
      ];
      await log().append('a', 'any', events(3));
      await eventually(() => first.seen.length === 5 && two.seen.length === 3);
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    });

    it('stops after the handler in progress, and calls no other', async () => {
      let [begun, finished] = [0, 0];
      const subscription = log().subscribe(
        0n,
        async () => {
          begun++;
          await pause(50);
          finished++;
        },
        { batch: 1 },
      );
      await log().append('a', 'any', events(5));
      await eventually(() => begun === 1);
      await subscription.stop();
      expect([begun, finished]).toEqual([1, 1]);
      await subscription.ended;
      await log().append('a', 'any', events(1));
      await pause(30);
      expect(begun).toBe(1);
    });

    it('ends with the error of its handler', async () => {
      const subscription = log().subscribe(0n, async () => {
        throw new Error('the handler gave up');
      });
      const ended = expect(subscription.ended).rejects.toThrow('the handler gave up');
      await log().append('a', 'any', events(1));
      await ended;
      await subscription.stop();
    });

    it('refuses to start beyond the end of the log, which a restored older copy would bring about', async () => {
      await log().append('a', 'any', events(2));
      const end = await nth(opened(), 2);
      await expect(log().subscribe(end + 1n, async () => undefined).ended).rejects.toThrow(`ends at ${end}`);
    });

    it('refuses a batch of no size', () => {
      expect(() => log().subscribe(0n, async () => undefined, { batch: 0 })).toThrow(RangeError);
    });

    it('ends when the store is closed', async () => {
      const subscription = log().subscribe(0n, async () => undefined);
      await log().close();
      await expect(subscription.ended).resolves.toBeUndefined();
    });
  });
};
