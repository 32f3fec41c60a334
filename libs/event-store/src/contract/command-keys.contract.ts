import { CommandKeyReused, WrongRevision } from '../event-store';
import type { OpenedStore } from './opened-store';
import { atOnce, command, events, nth } from './samples';

export const commandKeysContract = (opened: () => OpenedStore) => {
  const log = () => opened().store;

  describe('command keys', () => {
    it('answer a repeated command with its first receipt, and write nothing', async () => {
      const key = command();
      const receipt = await log().append('a', 'no stream', events(2), key);
      expect(receipt.repeated).toBe(false);
      await log().append('a', 1, events(1)); // the world moves on: the expectation below is wrong by now
      expect(await log().append('a', 'no stream', events(2), key)).toEqual({ ...receipt, repeated: true });
      expect(await log().append('elsewhere', 'any', events(1), key)).toEqual({ ...receipt, repeated: true });
      expect(await log().head()).toBe(await nth(opened(), 3));
    });

    it('refuse another request under a key that was used', async () => {
      const key = command('first request');
      await log().append('a', 'any', events(1), key);
      const refusal = await log()
        .append('a', 'any', events(1), { ...key, fingerprint: 'another request' })
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(CommandKeyReused);
      expect(refusal).toMatchObject({ key: key.key });
      expect(await log().head()).toBe(await nth(opened(), 1));
    });

    it('stay free when the append was refused', async () => {
      const key = command('first try');
      await expect(log().append('a', 3, events(1), key)).rejects.toThrow(WrongRevision);
      expect(await log().receiptOf(key)).toBeUndefined();
      const receipt = await log().append('a', 'any', events(1), { ...key, fingerprint: 'second try' });
      expect(receipt).toMatchObject({ position: await nth(opened(), 1), repeated: false });
    });

    it('lead back to their receipt', async () => {
      const key = command();
      expect(await log().receiptOf(key)).toBeUndefined();
      const receipt = await log().append('a', 'any', events(2), key);
      expect(await log().receiptOf(key)).toEqual({ ...receipt, repeated: true });
      await expect(log().receiptOf({ ...key, fingerprint: 'other' })).rejects.toThrow(CommandKeyReused);
      await expect(log().receiptOf({ ...key, key: 'x' })).rejects.toThrow(RangeError);
    });

    it('take effect once when 30 appends carry the same one at the same time', async () => {
      const key = command();
      const receipts = await atOnce(30, (n) => log().append(`s-${n}`, 'no stream', events(2), key));
      expect(new Set(receipts.map(({ stream, revision, position }) => `${stream} ${revision} ${position}`)).size).toBe(
        1,
      );
      expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await log().head()).toBe(await nth(opened(), 2));
    });

    it('pass from a refused append to the next one of the same moment', async () => {
      const key = command();
      const outcomes = await Promise.allSettled([
        log().append('a', 7, events(1), key),
        log().append('b', 'any', events(1), key),
        log().append('c', 'any', events(1), { ...key, fingerprint: 'other' }),
        log().append('d', 'any', events(1), key),
      ]);
      const position = await nth(opened(), 1);
      expect(outcomes).toMatchObject([
        { reason: expect.any(WrongRevision) },
        { value: { stream: 'b', position, repeated: false } },
        { reason: expect.any(CommandKeyReused) },
        { value: { stream: 'b', position, repeated: true } },
      ]);
    });
  });
};
