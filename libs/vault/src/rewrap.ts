import type { Pool } from 'pg';
import { decrypt, encrypt } from './encryption';
import { keyAad, type PersonRow } from './person-row';
import type { VaultKeys } from './vault-keys';

const BATCH = 1_000;

/** What `rewrap` did: `unreadable` rows are wrapped with a key that is not in the file, or are damaged. */
export interface Rewrapped {
  readonly rewrapped: number;
  readonly unreadable: number;
}

/**
 * Wraps the key of every person with the wrap key in use. Tags, words and contacts stay as they are, and the system may
 * run. Afterwards, where nothing is unreadable, the older wrap keys open nothing any more.
 */
export const rewrap = async (pool: Pool, keys: VaultKeys): Promise<Rewrapped> => {
  const { id, key } = keys.current;
  let [last, done, unreadable] = ['00000000-0000-0000-0000-000000000000', 0, 0];
  for (;;) {
    const { rows } = await pool.query<PersonRow>(
      'select * from vault.person where key_id <> $1 and person > $2 order by person limit $3',
      [id, last, BATCH],
    );
    if (rows.length === 0) return { rewrapped: done, unreadable };
    const opened = rows.flatMap((row) => {
      const dataKey = unwrapped(row, keys);
      return dataKey === undefined ? [] : [{ row, ...encrypt(key, dataKey, keyAad(row, id)) }];
    });
    const { rowCount } = await pool.query(
      `update vault.person p set key_id = $1, key_iv = n.key_iv, key_cipher = n.key_cipher
         from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) n(person, before, key_iv, key_cipher)
        where p.person = n.person and p.key_id = n.before`,
      [
        id,
        opened.map(({ row }) => row.person),
        opened.map(({ row }) => row.key_id),
        opened.map(({ iv }) => iv),
        opened.map(({ cipher }) => cipher),
      ],
    );
    done += rowCount ?? 0;
    unreadable += rows.length - opened.length;
    last = rows[rows.length - 1].person;
  }
};

const unwrapped = (row: PersonRow, keys: VaultKeys): string | undefined => {
  try {
    return decrypt(keys.wrapKey(row.key_id).key, { iv: row.key_iv, cipher: row.key_cipher }, keyAad(row, row.key_id));
  } catch {
    return undefined;
  }
};
