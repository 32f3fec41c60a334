import type { Metadata } from '@minsheng/contracts';
import { rewriteFingerprints } from '@minsheng/event-store';
import type { Pool, PoolClient } from 'pg';
import { decrypt, encrypt } from './encryption';
import { contactAad, keyAad, type PersonRow } from './person-row';
import type { VaultKeys } from './vault-keys';

const BATCH = 1_000;
const UNREADABLE = 'unreadable';

/** In the order in which they are applied; only ever added to. */
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
    await rewrapFirstRows(client, keys);
    await client.query('alter table vault.person alter column key_id set not null');
    const { rows } = await client.query(`select where to_regclass('es.commands') is not null`);
    if (rows.length > 0)
      await rewriteFingerprints(client, ({ fingerprint, metadata }) =>
        isOfAPerson(metadata) ? keys.fingerprintFrom(fingerprint) : fingerprint,
      );
  },
];

/**
 * Brings the schema `vault` to today's version, and with it the plain hashes of requests that the first release left in
 * the log. Any number of processes may call it at once. Nobody else may write rows of the first release meanwhile.
 * @throws Error where the keys open none of the rows that are there: they are another vault's
 */
export const migrateVault = async (pool: Pool, keys: VaultKeys): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('begin; select pg_advisory_xact_lock(7303)');
    await client.query(`
      create schema if not exists vault;
      create table if not exists vault.schema_version (
        version int primary key,
        applied_at timestamptz not null default now()
      )`);
    const { rows } = await client.query<{ version: number }>(
      'select coalesce(max(version), 0)::int as version from vault.schema_version',
    );
    const { version } = rows[0];
    if (version > steps.length)
      throw new Error(
        `The vault's schema is at version ${version}, newer than this program, which knows ${steps.length}`,
      );
    for (const [index, step] of steps.entries()) {
      if (index < version) continue;
      await step(client, keys);
      await client.query('insert into vault.schema_version (version) values ($1)', [index + 1]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};

/** Policies and the clock send nothing of persons, and compare their commands with plain hashes for ever. */
const isOfAPerson = (metadata: string): boolean => {
  const { actor } = JSON.parse(metadata) as Metadata;
  return actor.role !== 'policy' && actor.role !== 'timer';
};

/**
 * Rows of the first release: one owner tag per person, keys wrapped with the pseudonym key, cipher texts without names.
 * A damaged row stays shut, as it was, and stops nobody.
 */
const rewrapFirstRows = async (client: PoolClient, keys: VaultKeys): Promise<void> => {
  let [last, readable, unreadable] = ['00000000-0000-0000-0000-000000000000', 0, 0];
  for (;;) {
    const { rows } = await client.query<FirstRow>(
      'select * from vault.person where person > $1 order by person limit $2',
      [last, BATCH],
    );
    if (rows.length === 0) break;
    const after = rows.map((row) => rewrapped(row, keys));
    await client.query(
      `update vault.person p set owner = n.owner, key_id = n.key_id, key_iv = n.key_iv, key_cipher = n.key_cipher,
              contact_iv = n.contact_iv, contact_cipher = n.contact_cipher
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
              n(person, owner, key_id, key_iv, key_cipher, contact_iv, contact_cipher)
        where p.person = n.person`,
      (['person', 'owner', 'key_id', 'key_iv', 'key_cipher', 'contact_iv', 'contact_cipher'] as const).map((column) =>
        after.map((row) => row[column]),
      ),
    );
    const shut = after.filter((row) => row.key_id === UNREADABLE).length;
    [readable, unreadable] = [readable + after.length - shut, unreadable + shut];
    last = rows[rows.length - 1].person;
  }
  if (unreadable > 0 && readable === 0)
    throw new Error('The vault key opens nothing that is in the vault: it is the key of another one');
};

type FirstRow = Omit<PersonRow, 'key_id'> & { readonly owner: string };

const rewrapped = (row: FirstRow, keys: VaultKeys): PersonRow & { readonly owner: string } => {
  const owner = keys.ownerTagFrom(row.owner, row.matter);
  try {
    const hex = decrypt(keys.of('wrap'), { iv: row.key_iv, cipher: row.key_cipher });
    const key = Buffer.from(hex, 'hex');
    const { id, key: wrapKey } = keys.current;
    const wrapped = encrypt(wrapKey, hex, keyAad(row, id));
    const contact =
      row.contact_iv &&
      encrypt(key, decrypt(key, { iv: row.contact_iv, cipher: row.contact_cipher! }), contactAad(row));
    return {
      ...row,
      owner,
      key_id: id,
      key_iv: wrapped.iv,
      key_cipher: wrapped.cipher,
      contact_iv: contact ? contact.iv : null,
      contact_cipher: contact ? contact.cipher : null,
    };
  } catch {
    return { ...row, owner, key_id: UNREADABLE };
  }
};
