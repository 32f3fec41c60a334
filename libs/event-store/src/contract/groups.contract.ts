import { randomUUID } from 'node:crypto';
import {
  AppendTooLarge,
  CommandKeyReused,
  GroupAcrossStreams,
  GroupRepeatedInPart,
  WrongRevision,
  type Append,
} from '../event-store';
import { atOnce, command, event, events, everything } from './samples';
import type { OpenedStore } from './opened-store';

export const groupsContract = (opened: () => OpenedStore) => {
  const log = () => opened().store;
  const member = (rest: Partial<Append> = {}): Append => ({ stream: 'a', expected: 'any', events: events(1), ...rest });

  describe('a group', () => {
    it('is appended in its order, each member on what those before it leave', async () => {
      const keys = [command(), command()];
      const receipts = await log().appendGroup([
        member({ expected: 'no stream', events: events(2), command: keys[0] }),
        member({ expected: 1, command: keys[1] }),
        member({ expected: 'stream exists' }),
        member(),
      ]);
      expect(receipts.map(({ stream, revision, repeated }) => ({ stream, revision, repeated }))).toEqual(
        [1, 2, 3, 4].map((revision) => ({ stream: 'a', revision, repeated: false })),
      );
      expect((await everything(log())).slice(1).map(({ position }) => position)).toEqual(
        receipts.map(({ position }) => position),
      );
      expect(await log().receiptOf(keys[1])).toEqual({ ...receipts[1], repeated: true });
    });

    it('leaves nothing when one member expects another revision', async () => {
      await log().append('a', 'any', events(1));
      const key = command();
      await expect(
        log().appendGroup([member({ expected: 0, command: key }), member({ expected: 0 }), member()]),
      ).rejects.toEqual(new WrongRevision('a', 0, 1));
      expect(await everything(log())).toHaveLength(1);
      expect(await log().receiptOf(key)).toBeUndefined();
    });

    it('answers the first receipts when it is asked again', async () => {
      const group = [
        member({ expected: 'no stream', command: command() }),
        member({ expected: 0, command: command() }),
      ];
      const receipts = await log().appendGroup(group);
      await log().append('a', 'any', events(1));
      expect(await log().appendGroup(group)).toEqual(receipts.map((receipt) => ({ ...receipt, repeated: true })));
      expect(await everything(log())).toHaveLength(3);
    });

    it(
      'is refused whole when only some of its commands took effect before, or a key was used for another ' + 'request',
      async () => {
        const known = command('known');
        await log().append('a', 'any', events(1), known);
        await expect(log().appendGroup([member({ command: command() }), member({ command: known })])).rejects.toThrow(
          GroupRepeatedInPart,
        );
        await expect(
          log().appendGroup([member({ command: command() }), member({ command: { ...known, fingerprint: 'other' } })]),
        ).rejects.toThrow(CommandKeyReused);
        expect(await everything(log())).toHaveLength(1);
      },
    );

    it('may not carry one key twice, be empty or exceed what travels in one call', async () => {
      const twice = command();
      await expect(log().appendGroup([member({ command: twice }), member({ command: twice })])).rejects.toThrow(
        RangeError,
      );
      await expect(log().appendGroup([])).rejects.toThrow(RangeError);
      await expect(
        log().appendGroup([member({ events: events(600) }), member({ events: events(401) })]),
      ).rejects.toThrow(AppendTooLarge);
      const large = [event('x'.repeat(600_000))];
      await expect(log().appendGroup([member({ events: large }), member({ events: large })])).rejects.toThrow(
        AppendTooLarge,
      );
      expect(await everything(log())).toEqual([]);
    });

    it('spans streams, or says that it cannot', async () => {
      const group = [
        member(),
        member({ stream: 'b', expected: 'no stream' }),
        member({ stream: 'c', expected: 'stream exists' }),
      ];
      const refused = log().appendGroup(group);
      await (opened().groupsSpanStreams === false
        ? expect(refused).rejects.toThrow(GroupAcrossStreams)
        : expect(refused).rejects.toEqual(new WrongRevision('c', 'stream exists', -1)));
      expect(await everything(log())).toEqual([]);
      if (opened().groupsSpanStreams !== false)
        expect(await log().appendGroup(group.slice(0, 2))).toMatchObject([{ stream: 'a' }, { stream: 'b' }]);
    });

    it('wins or loses whole against others at the same time', async () => {
      const outcomes = await atOnce(30, async (n) => {
        const ids = [randomUUID(), randomUUID(), randomUUID()];
        const won = await log()
          .appendGroup(
            ids.map((id, place) =>
              member({ expected: place - 1 === -1 ? 'no stream' : place - 1, events: [{ ...events(1)[0], id }] }),
            ),
          )
          .then(
            () => true,
            () => false,
          );
        return { n, ids, won };
      });
      const written = (await log().read('a')).map(({ id }) => id);
      expect(outcomes.filter(({ won }) => won).map(({ ids }) => ids)).toEqual([written]);
    });
  });
};
