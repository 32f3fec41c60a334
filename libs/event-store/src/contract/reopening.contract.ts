import type { OpenedStore } from './opened-store';
import { command, event, everything } from './samples';

export const reopeningContract = (opened: () => OpenedStore) => {
  describe('closing', () => {
    it('may be asked twice', async () => {
      await opened().store.close();
      await expect(opened().store.close()).resolves.toBeUndefined();
    });

    it('loses nothing of a log that outlives its store', async () => {
      const { store, reopen } = opened();
      if (!reopen) return; // a log in memory ends with its store
      const key = command();
      const receipt = await store.append('a', 'no stream', [event(), event()], key);
      const written = await everything(store);
      await store.close();
      const again = await reopen();
      try {
        expect(await everything(again)).toEqual(written);
        expect(await again.append('a', 'no stream', [event()], key)).toEqual({ ...receipt, repeated: true });
      } finally {
        await again.close();
      }
    });
  });
};
