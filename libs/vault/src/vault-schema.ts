import type { Metadata } from '@minsheng/contracts';
import { rewriteFingerprints } from '@minsheng/event-store';
import type { Pool, PoolClient } from 'pg';
import { REVOCATION_TABLE } from './revocations';
import { rewrapFirstRows, type Rewrapped } from './rewrap';
import { VaultKeys } from './vault-keys';

/** In the order in which they are applied; only ever added to. The first release counted no versions. */
const steps: readonly ((client: PoolClient, keys: VaultKeys) => Promise<void>)[] = [
  async (client) => {
    await client.query(`
      create table if not exists vault.person (
        person uuid primary key,
        owner text not null,
        matter text not null,
        key_iv text not null,
        key_cipher text not null,
        contact_iv text,
        contact_cipher text,
        unique (owner, matter)
      )`);
  },
  async (client, keys) => {
    await client.query('alter table vault.person add column key_id text');
    const { rowCount } = await client.query(`select where to_regclass('es.commands') is not null`);
    if (rowCount === 0) return;
    await rewriteFingerprints(client, ({ fingerprint, metadata }) =>
      isOfAPerson(metadata) ? keys.fingerprintFrom(fingerprint) : fingerprint,
    );
  },
  async (client) => {
    await client.query(REVOCATION_TABLE);
  },
];

/**
 * Brings the schema `vault` to today's version, and with it the plain hashes of requests that the first release left in
 * the log; wraps what the first release left with the wrap key, and answers how much. Any
 * number of processes may call it at once.
 */
export const migrateVault = (pool: Pool, keys: VaultKeys): Promise<Rewrapped> =>
  inTransaction(pool, async (client) => {
    await applySteps(client, keys, await versionOf(client), steps.length);
    return rewrapFirstRows(client, keys);
  });

/** Of no use and no harm where there is nothing to rewrap. */
const NO_KEYS = new VaultKeys(Buffer.alloc(32), () => [Buffer.alloc(32)]);

/**
 * An empty vault in the shape of an older version, for the rows of an export of that age; `migrateVault` brings them up
 * to date. Needs no key. @throws Error where the vault is not empty
 */
export const makeEmptyVault = (pool: Pool, wanted = 1): Promise<void> =>
  inTransaction(pool, async (client) => {
    let version = await versionOf(client);
    if (version > 0 && (await client.query('select from vault.person limit 1')).rowCount !== 0)
      throw new Error('The vault is not empty');
    if (version > wanted) {
      await client.query('drop table vault.person; delete from vault.schema_version');
      version = 0;
    }
    await applySteps(client, NO_KEYS, version, Math.min(wanted, steps.length));
  });

/** @throws Error where the schema is not the one of this program: `migrateVault` is for the owner of the database */
export const assertVaultIsCurrent = async (pool: Pool): Promise<void> => {
  const { rows } = await pool.query<{ known: boolean }>(
    `select to_regclass('vault.schema_version') is not null as known`,
  );
  const version = rows[0].known ? await newestVersion(pool) : 0;
  if (version < steps.length)
    throw new Error(`The vault's schema is at version ${version} of ${steps.length}: call migrateVault first`);
  refuseNewer(version);
};

const inTransaction = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query('begin; select pg_advisory_xact_lock(7303)');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};

const versionOf = async (client: PoolClient): Promise<number> => {
  await client.query(`
    create schema if not exists vault;
    create table if not exists vault.schema_version (
      version int primary key,
      applied_at timestamptz not null default now()
    )`);
  const version = await newestVersion(client);
  refuseNewer(version);
  return version;
};

const newestVersion = async (on: Pick<Pool, 'query'>): Promise<number> => {
  const { rows } = await on.query<{ version: number }>(
    'select coalesce(max(version), 0)::int as version from vault.schema_version',
  );
  return rows[0].version;
};

const refuseNewer = (version: number): void => {
  if (version > steps.length)
    throw new Error(
      `The vault's schema is at version ${version}, newer than this program, which knows ${steps.length}`,
    );
};

const applySteps = async (client: PoolClient, keys: VaultKeys, from: number, to: number): Promise<void> => {
  for (let next = from + 1; next <= to; next++) {
    await steps[next - 1](client, keys);
    await client.query('insert into vault.schema_version (version) values ($1)', [next]);
  }
};

/** Policies and the clock send nothing of persons, and compare their commands with plain hashes for ever. */
const isOfAPerson = (metadata: string): boolean => {
  const { actor } = JSON.parse(metadata) as Metadata;
  return actor.role !== 'policy' && actor.role !== 'timer';
};
