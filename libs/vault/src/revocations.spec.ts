import type { Pool } from 'pg';
import { Revocations } from './revocations';
import { keysOf, openVaultOfASuite, type VaultOfASuite } from './testing/vault-of-a-suite';
import type { Vault } from './vault';
import { migrateVault } from './vault-schema';

let suite: VaultOfASuite;
let pool: Pool;
let vault: Vault;
/** Two processes of the api, and the operator's command. */
let here: Revocations;
let elsewhere: Revocations;
let operator: Revocations;
beforeAll(async () => {
  suite = await openVaultOfASuite();
  pool = suite.pool;
  const keys = keysOf(1, 2);
  await migrateVault(pool, keys);
  vault = suite.vaultWith(keys);
});
afterAll(() => suite.close());
beforeEach(async () => {
  await pool.query('delete from vault.revocation');
  [here, elsewhere, operator] = [0, 1, 2].map(() => new Revocations(pool, vault));
});

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);
const second = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('a revocation', () => {
  it("refuses one person's tokens and nobody else's", async () => {
    await operator.revoke(vault.actorTag('person-1'), secondsAgo(0));
    expect(await here.isRevoked('person-1', secondsAgo(300))).toBe(true);
    expect(await here.isRevoked('person-2', secondsAgo(300))).toBe(false);
  });
  it('of everybody refuses all tokens issued until then', async () => {
    await operator.revoke(null, secondsAgo(600));
    expect(await here.isRevoked('person-1', secondsAgo(601))).toBe(true);
    expect(await here.isRevoked('person-2', secondsAgo(300))).toBe(false);
  });
  it('refuses in doubt: a token of the minute after it, for clocks differ', async () => {
    await operator.revoke(vault.actorTag('person-1'), secondsAgo(600));
    expect(await here.isRevoked('person-1', secondsAgo(545))).toBe(true);
    expect(await here.isRevoked('person-1', secondsAgo(535))).toBe(false);
  });
  it('is not taken back by an earlier one that is recorded later', async () => {
    await operator.revoke(vault.actorTag('person-1'), secondsAgo(0));
    await operator.revoke(vault.actorTag('person-1'), secondsAgo(3_600));
    expect(await here.isRevoked('person-1', secondsAgo(300))).toBe(true);
  });
  it('is seen within a second by every process, whatever it has read before', async () => {
    for (const process of [here, elsewhere]) expect(await process.isRevoked('person-1', secondsAgo(300))).toBe(false);
    await operator.revoke(vault.actorTag('person-1'), secondsAgo(0));
    await second();
    for (const process of [here, elsewhere]) expect(await process.isRevoked('person-1', secondsAgo(300))).toBe(true);
  });
  it('names nobody in the table', async () => {
    await operator.revoke(vault.actorTag('person-1'), secondsAgo(0));
    const { rows } = await pool.query('select t::text as row from vault.revocation t');
    expect(rows).toEqual([{ row: expect.stringContaining(vault.actorTag('person-1')) }]);
    expect(rows[0].row).not.toContain('person-1');
  });
});

describe('the table of revocations', () => {
  it('is read once for many requests', async () => {
    const query = jest.spyOn(pool, 'query');
    await Promise.all(Array.from({ length: 50 }, () => here.isRevoked('person-1', secondsAgo(300))));
    await here.isRevoked('person-1', secondsAgo(300));
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });
  it('that cannot be read lets nobody in, and is read again for the next request', async () => {
    expect(await here.isRevoked('person-1', secondsAgo(300))).toBe(false);
    await second();
    const query = jest.spyOn(pool, 'query').mockRejectedValueOnce(new Error('the database is gone') as never);
    await expect(here.isRevoked('person-1', secondsAgo(300))).rejects.toThrow('the database is gone');
    expect(await here.isRevoked('person-1', secondsAgo(300))).toBe(false);
    query.mockRestore();
  });
});
