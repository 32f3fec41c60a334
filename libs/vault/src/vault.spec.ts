import { readFileSync } from 'node:fs';
import type { ListId, ProjectId, Sealed } from '@minsheng/contracts';
import { keysOf, openVaultOfASuite, type VaultOfASuite } from './testing/vault-of-a-suite';
import { UNREADABLE, type Vault } from './vault';
import { migrateVault } from './vault-schema';

const list = '511400-2019' as ListId;
const gardens = '511400-2019-gardens001' as ProjectId;
const clinics = '511400-2019-clinics002' as ProjectId;
const words = { title: '河堤路没有路灯', content: '夜里看不清路' };
const contact = { name: '王小明', phone: '13800000001' };

const keys = keysOf(1, 11);
let suite: VaultOfASuite;
let vault: Vault;
beforeAll(async () => {
  suite = await openVaultOfASuite();
  vault = suite.vaultWith(keys);
  await Promise.all(Array.from({ length: 3 }, () => migrateVault(suite.pool, keys))); // processes that start together
});
afterAll(() => suite.close());
beforeEach(() => suite.pool.query('delete from vault.person'));

/** Every byte that the vault's table holds, as text. */
const stored = async (): Promise<string> =>
  (await suite.pool.query('select t::text as row from vault.person t')).rows.map(({ row }) => row).join('\n');

describe("a person's words", () => {
  it('come back as they were, each in its place', async () => {
    const sealed = [await vault.seal('citizen-1', list, words), await vault.seal('citizen-2', list, { title: '座椅' })];
    expect(await vault.openAll(sealed)).toEqual([words, { title: '座椅' }]);
    expect(await vault.openAll([...sealed].reverse())).toEqual([{ title: '座椅' }, words]);
  });
  it('look different every time, under one pseudonym per matter', async () => {
    const [first, second] = [await vault.seal('citizen-1', list, words), await vault.seal('citizen-1', list, words)];
    expect(first.person).toBe(second.person);
    expect(first.cipher).not.toBe(second.cipher);
  });
  it('cannot be joined across matters', async () => {
    const people = await Promise.all([list, gardens, clinics].map((matter) => vault.seal('citizen-1', matter, words)));
    expect(new Set(people.map(({ person }) => person)).size).toBe(3);
  });
  it('cannot be read where a sign was changed; those beside it can', async () => {
    const sealed = await vault.seal('citizen-1', list, words);
    const changed = {
      ...sealed,
      cipher: `${sealed.cipher.slice(0, -9)}${sealed.cipher.endsWith('A') ? 'B' : 'A'}AAAAAAAA`,
    };
    expect(await vault.openAll([changed, sealed])).toEqual([UNREADABLE, words]);
  });
  it('cannot be read with another wrap key, nor with the pseudonym key alone', async () => {
    const sealed = await vault.seal('citizen-1', list, words, contact);
    for (const other of [suite.vaultWith(keysOf(1, 12)), suite.vaultWith(keysOf(1, 1))]) {
      expect(await other.openAll([sealed])).toEqual([UNREADABLE]);
      expect(await other.contactOf(sealed)).toBe(UNREADABLE);
    }
  });
  it.each([
    ["another person's key", 'key_iv = other.key_iv, key_cipher = other.key_cipher'],
    ["another person's contact", 'contact_iv = other.contact_iv, contact_cipher = other.contact_cipher'],
    ['another matter', 'matter = other.matter'],
    ['another wrap key', "key_id = 'deadbeef'"],
  ])('cannot be read from a row that was given %s', async (_, change) => {
    const sealed = await vault.seal('citizen-1', list, words, contact);
    const other = await vault.seal('citizen-2', gardens, words, contact);
    await suite.pool.query(
      `update vault.person set ${change} from (select * from vault.person where person = $2) other
        where vault.person.person = $1`,
      [sealed.person, other.person],
    );
    expect([...(await vault.openAll([sealed])), await vault.contactOf(sealed)]).toContain(UNREADABLE);
  });
  it('can be sealed by many at once, with one key', async () => {
    const sealed = await Promise.all(
      Array.from({ length: 12 }, (_, number) => vault.seal('citizen-1', list, { number })),
    );
    expect(await vault.openAll(sealed)).toEqual(Array.from({ length: 12 }, (_, number) => ({ number })));
  });
});

describe('a contact', () => {
  it('is kept for those who handle the matter', async () => {
    expect(await vault.contactOf(await vault.seal('citizen-1', list, words, contact))).toEqual(contact);
  });
  it('is not lost by a later text without one, and replaced by a newer one', async () => {
    await vault.seal('citizen-1', list, words, contact);
    expect(await vault.contactOf(await vault.seal('citizen-1', list, words, {}))).toEqual(contact);
    expect(await vault.contactOf(await vault.seal('citizen-1', list, words, { phone: '13900000002' }))).toEqual({
      phone: '13900000002',
    });
  });
  it('is null where none was left', async () =>
    expect(await vault.contactOf(await vault.seal('citizen-1', list, words))).toBeNull());
  it('is nowhere in the table in plain, nor is who left it', async () => {
    const sealed = await vault.seal('citizen-1', list, words, contact);
    const bytes = await stored();
    for (const plain of [...Object.values(contact), ...Object.values(words), 'citizen-1']) {
      for (const form of [
        plain,
        Buffer.from(plain).toString('hex'),
        Buffer.from(plain).toString('base64').slice(0, -4),
        Buffer.from(plain).toString('base64url').slice(0, -4),
      ])
        expect(bytes).not.toContain(form);
    }
    expect(bytes).toContain(sealed.person); // the search does find what is there
  });
});

describe('a person who is erased', () => {
  it('stays erased when a backup from before is restored: who starts erases them again', async () => {
    const sealed = [await vault.seal('citizen-1', list, words, contact), await vault.seal('citizen-1', gardens, words)];
    const kept = await vault.seal('citizen-2', list, words);
    await suite.pool.query('create table backup as select * from vault.person');
    await vault.erase('citizen-1');
    const after = await vault.seal('citizen-1', list, { title: '新的' });
    await suite.pool.query('insert into vault.person select * from backup on conflict do nothing; drop table backup');

    expect(await suite.vaultWith(keysOf(1, 12, 11)).replayErasures()).toBe(1); // in the other matter is a new key
    expect(await vault.openAll([...sealed, kept, after])).toEqual([null, null, words, { title: '新的' }]);
    expect(await vault.replayErasures()).toBe(0);
  });
  it('is remembered without a word, or a name of a key, that could be compared with another', async () => {
    const sealed = await vault.seal('citizen-1', list, words, contact);
    await vault.erase('citizen-1');
    const remembered = readFileSync(suite.erasuresFile, 'utf8');
    expect(remembered).toMatch(/"at":"20\d\d-/);
    for (const secret of ['citizen-1', sealed.person, ...Object.values(contact)])
      expect(remembered).not.toContain(secret);
  });
  it('leaves nothing that can be read, in any matter', async () => {
    const sealed = [await vault.seal('citizen-1', list, words, contact), await vault.seal('citizen-1', gardens, words)];
    const kept = await vault.seal('citizen-2', list, words, contact);
    expect(await vault.erase('citizen-1')).toBe(2);
    expect(await vault.openAll([...sealed, kept])).toEqual([null, null, words]);
    expect(await vault.contactOf(sealed[0])).toBeNull();
    expect(await vault.contactOf(kept)).toEqual(contact);
  });
  it('cannot be read again when they write anew: the new key opens the new words only', async () => {
    const before = await vault.seal('citizen-1', list, words);
    await vault.erase('citizen-1');
    const after = await vault.seal('citizen-1', list, { title: '新的' });
    expect(await vault.openAll([after])).toEqual([{ title: '新的' }]);
    expect(await vault.openAll([before])).toEqual([null]);
  });
  it('keeps their tag, so that nobody rates twice', async () => {
    const before = vault.personTag(gardens, 'citizen-1');
    await vault.erase('citizen-1');
    expect(vault.personTag(gardens, 'citizen-1')).toBe(before);
  });
  it('is none where there was none', async () => expect(await vault.erase('nobody')).toBe(0));
});

describe('a tag', () => {
  it('is one per person and matter', () => {
    expect(vault.personTag(gardens, 'citizen-1')).toBe(vault.personTag(gardens, 'citizen-1'));
    expect(
      new Set([
        vault.personTag(gardens, 'citizen-1'),
        vault.personTag(clinics, 'citizen-1'),
        vault.personTag(list, 'citizen-1'),
        vault.personTag(gardens, 'citizen-2'),
        vault.actorTag('citizen-1'),
      ]).size,
    ).toBe(5);
  });
  it('cannot be made without the key', () => {
    const other = suite.vaultWith(keysOf(2, 11));
    expect(other.personTag(gardens, 'citizen-1')).not.toBe(vault.personTag(gardens, 'citizen-1'));
    expect(vault.actorTag('citizen-1')).toMatch(/^[0-9a-f]{32}$/);
  });
  it('of the owner of a key is another in every matter, so that a dump joins no two', async () => {
    for (const matter of [list, gardens, clinics]) await vault.seal('citizen-1', matter, words);
    const { rows } = await suite.pool.query('select distinct owner from vault.person');
    expect(rows).toHaveLength(3);
  });
  it('to follow a suggestion is ten signs that nobody mishears, the same for a retry', () => {
    expect(vault.trackingCode('command-1')).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(vault.trackingCode('command-1')).toBe(vault.trackingCode('command-1'));
    expect(vault.trackingCode('command-2')).not.toBe(vault.trackingCode('command-1'));
  });
});

it('an open text of nobody is asked of no table row', async () => {
  const stranger: Sealed = { person: '8f1d6b0a-6f0e-4f43-9a55-0f6b7c7c2f10', iv: 'x', cipher: 'y' };
  expect(await vault.openAll([stranger])).toEqual([null]);
  expect(await vault.contactOf(stranger)).toBeNull();
});
