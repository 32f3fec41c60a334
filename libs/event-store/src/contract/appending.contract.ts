import { WrongRevision, type Expected } from '../event-store';
import type { OpenedStore } from './opened-store';
import { event, events, everything, nth, positionsOf } from './samples';

export const appendingContract = (opened: () => OpenedStore) => {
  const log = () => opened().store;

  describe('appending', () => {
    it('answers with the place of the last event', async () => {
      expect(await log().append('a', 'no stream', events(3))).toEqual({
        stream: 'a',
        revision: 2,
        position: await nth(opened(), 3),
        repeated: false,
      });
      expect(await log().append('b', 'no stream', events(1))).toEqual({
        stream: 'b',
        revision: 0,
        position: await nth(opened(), 4),
        repeated: false,
      });
      expect(await log().append('a', 2, events(2))).toEqual({
        stream: 'a',
        revision: 4,
        position: await nth(opened(), 6),
        repeated: false,
      });
    });

    it('puts all events in the order of the appends, numbered from 1 without a hole where the log counts', async () => {
      const ids: string[] = [];
      for (const [n, stream] of ['a', 'b', 'a', 'c', 'b'].entries()) {
        const written = events(n + 1);
        ids.push(...written.map(({ id }) => id));
        await log().append(stream, 'any', written);
        await log()
          .append(stream, 'no stream', events(1))
          .catch(() => undefined); // a refusal uses no number
      }
      const recorded = await everything(log());
      expect(recorded.map(({ position }) => position)).toEqual(await positionsOf(opened(), 15));
      expect(recorded.map(({ id }) => id)).toEqual(ids);
    });

    it('records at times that never fall, close to now', async () => {
      const before = Date.now();
      for (let n = 0; n < 20; n++) await log().append(`s-${n}`, 'any', events(2));
      const times = (await everything(log())).map(({ recordedAt }) => recordedAt.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times[0]).toBeGreaterThanOrEqual(before - 1_000);
      expect(times[39]).toBeLessThanOrEqual(Date.now() + 1_000);
    });

    const met: [Expected, number][] = [
      ['no stream', 0],
      ['any', 0],
      [-1, 0],
      [1, 2],
      ['stream exists', 2],
      ['any', 2],
    ];
    it.each(met)('takes an append that expects %p of a stream of %p events', async (expected, length) => {
      if (length > 0) await log().append('a', 'any', events(length));
      expect(await log().append('a', expected, events(1))).toMatchObject({ revision: length, repeated: false });
    });

    const unmet: [Expected, number][] = [
      [0, 0],
      ['stream exists', 0],
      ['no stream', 2],
      [0, 2],
      [2, 2],
    ];
    it.each(unmet)('refuses an append that expects %p of a stream of %p events', async (expected, length) => {
      if (length > 0) await log().append('a', 'any', events(length));
      const refusal = await log()
        .append('a', expected, events(1))
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(WrongRevision);
      expect(refusal).toMatchObject({ stream: 'a', expected, actual: length - 1 });
      expect(await log().head()).toBe(await nth(opened(), length));
    });

    it('takes all events or none', async () => {
      const flawed = [event(), event(), event('{}', { id: 'not a UUID' })];
      await expect(log().append('a', 'any', flawed)).rejects.toThrow('not a UUID');
      await expect(log().append('a', 5, events(3))).rejects.toThrow(WrongRevision);
      expect(await log().read('a')).toEqual([]);
      expect(await log().head()).toBe(0n);
    });

    it('recognises the same events at the expected place as a retry', async () => {
      const [first, second] = [events(2), events(3)];
      await log().append('a', 'no stream', first);
      const receipt = await log().append('a', 1, second);
      expect(await log().append('a', 1, second)).toEqual({ ...receipt, repeated: true });
      expect(await log().append('a', 'no stream', first)).toEqual({
        stream: 'a',
        revision: 1,
        position: await nth(opened(), 2),
        repeated: true,
      });
      await expect(log().append('a', 0, second)).rejects.toThrow(WrongRevision); // known events, another place
      await expect(log().append('a', 1, [second[0], event()])).rejects.toThrow(WrongRevision); // only partly the same
      expect(await log().head()).toBe(await nth(opened(), 5));
    });

    it('lets a bad append among good ones fail alone', async () => {
      const outcomes = await Promise.allSettled(
        ['{}', '{"nul":"\0"}', '{}', '{"half":"\ud83c"}', '{}'].map((data, n) =>
          log().append(`s-${n}`, 'any', [event(data)]),
        ),
      );
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(await log().head()).toBe(await nth(opened(), 3));
    });

    it('takes 1,000 events at once, in order', async () => {
      const written = events(1_000);
      const receipt = await log().append('a', 'no stream', written);
      expect(receipt).toMatchObject({ revision: 999, position: await nth(opened(), 1_000) });
      expect((await log().read('a')).map(({ id }) => id)).toEqual(written.map(({ id }) => id));
    });

    it('says what is wrong with an append that is too small, too large or misnamed', async () => {
      await expect(log().append('a', 'any', [])).rejects.toThrow('1 to 1000 events, not 0');
      await expect(log().append('a', 'any', events(1_001))).rejects.toThrow('1 to 1000 events, not 1001');
      await expect(log().append('a', 'any', [event(`"${'x'.repeat(1_000_000)}"`)])).rejects.toThrow(
        'at most 1000000 bytes',
      );
      await expect(log().append('', 'any', events(1))).rejects.toThrow('stream');
      await expect(log().append('a', 0.5, events(1))).rejects.toThrow('revision 0.5');
      await expect(log().append('a', -2, events(1))).rejects.toThrow('revision -2');
      await expect(log().append('a', 'any', [event('{}', { version: 0 })])).rejects.toThrow('version 0');
      expect(await log().head()).toBe(0n);
    });
  });
};
