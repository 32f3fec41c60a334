import type { ListId, ProjectId } from '@minsheng/contracts';
import { rewrap } from './rewrap';
import { keysOf, openVaultOfASuite, type VaultOfASuite } from './testing/vault-of-a-suite';
import { UNREADABLE } from './vault';
import { VaultKeys } from './vault-keys';
import { migrateVault } from './vault-schema';

const list = '511400-2019' as ListId;
const gardens = '511400-2019-gardens001' as ProjectId;
const words = { title: '河堤路没有路灯' };
const contact = { phone: '13800000001' };

let suite: VaultOfASuite;
beforeAll(async () => {
  suite = await openVaultOfASuite();
  await migrateVault(suite.pool, keysOf(1, 11));
});
afterAll(() => suite.close());
beforeEach(() => suite.pool.query('delete from vault.person'));

const sealed = async () => {
  const before = suite.vaultWith(keysOf(1, 11));
  return [await before.seal('citizen-1', list, words, contact), await before.seal('citizen-2', gardens, words)];
};

describe('a new wrap key', () => {
  it('takes over every row: the old one opens nothing any more, and no tag is another', async () => {
    const texts = await sealed();
    const names = async () => (await suite.pool.query('select person, owner from vault.person order by person')).rows;
    const before = await names();
    expect(await rewrap(suite.pool, keysOf(1, 11, 12))).toEqual({ rewrapped: 2, unreadable: 0 });

    expect(await suite.vaultWith(keysOf(1, 12)).openAll(texts)).toEqual([words, words]);
    expect(await suite.vaultWith(keysOf(1, 12)).contactOf(texts[0])).toEqual(contact);
    expect(await suite.vaultWith(keysOf(1, 11)).openAll(texts)).toEqual([UNREADABLE, UNREADABLE]);
    expect(await names()).toEqual(before);
    expect(suite.vaultWith(keysOf(1, 12)).personTag(gardens, 'citizen-1')).toBe(
      suite.vaultWith(keysOf(1, 11)).personTag(gardens, 'citizen-1'),
    );
    expect(await rewrap(suite.pool, keysOf(1, 12))).toEqual({ rewrapped: 0, unreadable: 0 });
  });
  it('is read by a running system when it first meets a row of that key', async () => {
    const texts = await sealed();
    let inTheFile = [11];
    const running = suite.vaultWith(
      new VaultKeys(Buffer.alloc(32, 1), () => inTheFile.map((byte) => Buffer.alloc(32, byte))),
    );
    inTheFile = [11, 12];
    await rewrap(suite.pool, keysOf(1, 11, 12));
    expect(await running.openAll(texts)).toEqual([words, words]);
  });
  it('leaves what it cannot open as it is, and says how much that is', async () => {
    const texts = await sealed();
    expect(await rewrap(suite.pool, keysOf(1, 12))).toEqual({ rewrapped: 0, unreadable: 2 });
    expect(await suite.vaultWith(keysOf(1, 11)).openAll(texts)).toEqual([words, words]);
  });
  it('is under way in more than one batch', async () => {
    const vault = suite.vaultWith(keysOf(1, 11));
    const texts = await Promise.all(
      Array.from({ length: 1_001 }, (_, number) => vault.seal(`citizen-${number}`, list, {})),
    );
    expect(await rewrap(suite.pool, keysOf(1, 11, 12))).toEqual({ rewrapped: 1_001, unreadable: 0 });
    expect(await suite.vaultWith(keysOf(1, 12)).openAll(texts)).toHaveLength(1_001);
  });
});
