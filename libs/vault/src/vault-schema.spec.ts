import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { ListId, ProjectId, Sealed } from '@minsheng/contracts';
import { migrateEventStore } from '@minsheng/event-store';
import { keysOf, openVaultOfASuite, type VaultOfASuite } from './testing/vault-of-a-suite';
import { UNREADABLE } from './vault';
import { assertVaultIsCurrent, makeEmptyVault, migrateVault } from './vault-schema';

const list = '511400-2019' as ListId;
const gardens = '511400-2019-gardens001' as ProjectId;
const words = { title: '河堤路没有路灯', content: '夜里看不清路' };
const contact = { name: '王小明', phone: '13800000001' };
const masterKey = Buffer.alloc(32, 1);

/** The first release, word for word: one key for everything, one owner tag per person, cipher texts without names. */
const firstKey = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, 'minsheng-ledger', purpose, 32));
const firstOwner = (subject: string) =>
  createHmac('sha256', firstKey('owner'))
    .update(JSON.stringify([subject]))
    .digest('hex');
const firstLock = (key: Buffer, plain: string) => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return {
    iv: iv.toString('base64url'),
    cipher: Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url'),
  };
};

let suite: VaultOfASuite;
beforeEach(async () => {
  suite = await openVaultOfASuite();
  await suite.pool.query(`
    create schema vault;
    create table vault.person (
      person uuid primary key, owner text not null, matter text not null, key_iv text not null,
      key_cipher text not null, contact_iv text, contact_cipher text, unique (owner, matter)
    )`);
});
afterEach(() => suite.close());

const sealedByTheFirstRelease = async (subject: string, matter: string): Promise<Sealed> => {
  const [person, key] = [randomUUID(), randomBytes(32)];
  const [wrapped, kept] = [firstLock(firstKey('wrap'), key.toString('hex')), firstLock(key, JSON.stringify(contact))];
  await suite.pool.query('insert into vault.person values ($1, $2, $3, $4, $5, $6, $7)', [
    person,
    firstOwner(subject),
    matter,
    wrapped.iv,
    wrapped.cipher,
    kept.iv,
    kept.cipher,
  ]);
  return { person, ...firstLock(key, JSON.stringify(words)) };
};
const owners = async () =>
  (await suite.pool.query<{ owner: string }>('select owner from vault.person')).rows.map(({ owner }) => owner);

describe('a vault of the first release', () => {
  it('is opened as it was, under tags that differ per matter and keys of the new file', async () => {
    const sealed = [
      await sealedByTheFirstRelease('citizen-1', list),
      await sealedByTheFirstRelease('citizen-1', gardens),
    ];
    expect(new Set(await owners()).size).toBe(1); // so it was
    await Promise.all([migrateVault(suite.pool, keysOf(1, 11)), migrateVault(suite.pool, keysOf(1, 11))]);

    expect(new Set([...(await owners()), firstOwner('citizen-1')]).size).toBe(3);
    const vault = suite.vaultWith(keysOf(1, 11));
    expect(await vault.openAll(sealed)).toEqual([words, words]);
    expect(await vault.contactOf(sealed[1])).toEqual(contact);
    expect(await suite.vaultWith(keysOf(1, 12)).openAll(sealed)).toEqual([UNREADABLE, UNREADABLE]);
  });
  it('takes more words under the key that is there, and erases old and new together', async () => {
    const before = await sealedByTheFirstRelease('citizen-1', list);
    const other = await sealedByTheFirstRelease('citizen-2', list);
    await migrateVault(suite.pool, keysOf(1, 11));
    const vault = suite.vaultWith(keysOf(1, 11));
    const [after, elsewhere] = [
      await vault.seal('citizen-1', list, { title: '座椅' }),
      await vault.seal('citizen-1', gardens, words),
    ];
    expect(after.person).toBe(before.person);
    expect(await vault.openAll([before, after])).toEqual([words, { title: '座椅' }]);
    expect(await vault.erase('citizen-1')).toBe(2);
    expect(await vault.openAll([before, after, elsewhere, other])).toEqual([null, null, null, words]);
  });
  it('with a row that does not open starts none the less: the row stays as it was, and can be erased', async () => {
    const [good, damaged] = [
      await sealedByTheFirstRelease('citizen-1', list),
      await sealedByTheFirstRelease('citizen-2', list),
    ];
    await suite.pool.query(`update vault.person set key_iv = 'AAAA' where person = $1`, [damaged.person]);
    await migrateVault(suite.pool, keysOf(1, 11));
    const vault = suite.vaultWith(keysOf(1, 11));
    expect(await vault.openAll([good])).toEqual([words]);
    expect(await vault.openAll([damaged])).toEqual([UNREADABLE]);
    expect(await vault.erase('citizen-2')).toBe(1);
    expect(await vault.openAll([damaged])).toEqual([null]);
  });
  it('is left as it is by the key of another vault, and opened by its own at the next start', async () => {
    const sealed = await sealedByTheFirstRelease('citizen-1', list);
    const before = await owners();
    await migrateVault(suite.pool, keysOf(2, 11));
    expect(await owners()).toEqual(before);
    await migrateVault(suite.pool, keysOf(1, 11));
    expect(await suite.vaultWith(keysOf(1, 11)).openAll([sealed])).toEqual([words]);
    expect(await owners()).not.toEqual(before);
  });
  it('stays readable, and the start goes on, where a row of the first release comes late', async () => {
    await migrateVault(suite.pool, keysOf(1, 11));
    const vault = suite.vaultWith(keysOf(1, 11));
    const own = await vault.seal('citizen-1', list, words);
    const late = await sealedByTheFirstRelease('citizen-1', list); // by a process that was not stopped
    await migrateVault(suite.pool, keysOf(1, 11));
    expect(await vault.openAll([own, late])).toEqual([words, words]);
    expect(await vault.erase('citizen-1')).toBe(2);
  });
});

it('a vault is served after its migration, and not after that of a later release', async () => {
  const served = () => assertVaultIsCurrent(suite.pool);
  await expect(served()).rejects.toThrow('at version 0 of 3');
  await makeEmptyVault(suite.pool, 2);
  await expect(served()).rejects.toThrow('at version 2 of 3');
  await migrateVault(suite.pool, keysOf(1, 11));
  await served();
  await suite.pool.query('insert into vault.schema_version (version) values (4)');
  await expect(served()).rejects.toThrow('newer than this program');
});

describe('an empty vault for an import', () => {
  const columns = async () =>
    (
      await suite.pool.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = 'person'`,
      )
    ).rows.map(({ name }) => name);
  it('has the shape of the file, also where a newer one was made before', async () => {
    await migrateVault(suite.pool, keysOf(1, 11));
    expect(await columns()).toContain('key_id');
    await makeEmptyVault(suite.pool);
    expect(await columns()).not.toContain('key_id');
    const sealed = await sealedByTheFirstRelease('citizen-1', list);
    await migrateVault(suite.pool, keysOf(1, 11));
    expect(await suite.vaultWith(keysOf(1, 11)).openAll([sealed])).toEqual([words]);
  });
  it('is never made of one that holds something', async () => {
    await sealedByTheFirstRelease('citizen-1', list);
    await migrateVault(suite.pool, keysOf(1, 11));
    await expect(makeEmptyVault(suite.pool)).rejects.toThrow('not empty');
    expect(await owners()).toHaveLength(1);
  });
  it('of today has the shape of today', async () => {
    await makeEmptyVault(suite.pool, 2);
    expect(await columns()).toContain('key_id');
  });
});

describe('the plain hash of a request', () => {
  const request = '{"name":"王小明"}';
  const plain = createHash('sha256').update(request).digest('hex');
  const stored = async (role: string) => {
    const key = randomUUID();
    const { rows } = await suite.pool.query<{ position: string }>(
      `insert into es.events select coalesce(max(global_position), 0) + 1, 0, now(), $1, $2, 'T', 1, '{}', $3
         from es.events returning global_position as position`,
      [randomUUID(), `a-${key}`, JSON.stringify({ actor: { id: 'x', role } })],
    );
    await suite.pool.query('insert into es.commands values ($1, $2, $3, 0, $4, now())', [
      key,
      plain,
      `a-${key}`,
      rows[0].position,
    ]);
    return key;
  };
  const fingerprint = async (key: string) =>
    (await suite.pool.query('select fingerprint from es.commands where key = $1', [key])).rows[0].fingerprint;

  it('of a person gives way to a keyed one that a repeat meets; those of policies and the clock stay', async () => {
    const client = (suite.pool.options as { connectionString: string }).connectionString;
    await migrateEventStore(client);
    const [citizen, policy, timer] = [await stored('public'), await stored('policy'), await stored('timer')];
    await migrateVault(suite.pool, keysOf(1, 11));
    await migrateVault(suite.pool, keysOf(1, 11)); // at the next start: nothing is done twice

    expect(await fingerprint(citizen)).toBe(suite.vaultWith(keysOf(1, 11)).fingerprint(request));
    expect(await fingerprint(citizen)).not.toContain(plain);
    expect([await fingerprint(policy), await fingerprint(timer)]).toEqual([plain, plain]);
    expect(suite.vaultWith(keysOf(2, 11)).fingerprint(request)).not.toBe(await fingerprint(citizen));
  });
});
