import { WrongRevision } from '../event-store';
import type { OpenedStore } from './opened-store';
import { atOnce, events, everything, positionsOf } from './samples';

export const competingContract = (opened: () => OpenedStore) => {
  const log = () => opened().store;

  describe('appends at the same time', () => {
    it('all succeed on distinct streams, without a hole', async () => {
      const receipts = await atOnce(50, (n) => log().append(`s-${n}`, 'no stream', events((n % 3) + 1)));
      const recorded = await everything(log());
      expect(recorded.map(({ position }) => position)).toEqual(await positionsOf(opened(), recorded.length));
      expect(recorded).toHaveLength(receipts.reduce((sum, { revision }) => sum + revision + 1, 0));
      for (const { stream, revision, position } of receipts) {
        expect(recorded.find((event) => event.position === position)).toMatchObject({ stream, revision });
      }
    });

    it('let exactly one win when all expect the same revision', async () => {
      await log().append('a', 'no stream', events(1));
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => log().append('a', 0, events(1))));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toEqual(new WrongRevision('a', 0, 1));
      }
      expect(await log().read('a')).toHaveLength(2);
    });

    it('chain on one stream when they expect nothing of it', async () => {
      const receipts = await atOnce(40, () => log().append('a', 'any', events(2)));
      expect(receipts.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, n) => 2 * n + 1),
      );
      expect((await log().read('a')).map(({ revision }) => revision)).toEqual(Array.from({ length: 80 }, (_, n) => n));
    });

    it('of one caller keep their order', async () => {
      const receipts = await atOnce(30, (n) => log().append('a', n - 1, events(1)));
      expect(receipts.map(({ position }) => position)).toEqual(await positionsOf(opened(), 30));
    });
  });
};
