import type { Pool } from 'pg';
import { rewrapped, type PersonRow } from './person-row';
import type { VaultKeys } from './vault-keys';

const BATCH = 1_000;
const COLUMNS = ['person', 'owner', 'key_id', 'key_iv', 'key_cipher', 'contact_iv', 'contact_cipher'] as const;
/** Contacts change in rows of the first release only. A person has one row per matter, should an old one come late. */
const UPDATE = `
  update vault.person p set owner = n.owner, key_id = n.key_id, key_iv = n.key_iv, key_cipher = n.key_cipher,
         contact_iv = case when p.key_id is null then n.contact_iv else p.contact_iv end,
         contact_cipher = case when p.key_id is null then n.contact_cipher else p.contact_cipher end
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
           n(person, owner, key_id, key_iv, key_cipher, contact_iv, contact_cipher, before)
   where p.person = n.person and p.key_cipher = n.before
     and not exists (select from vault.person o
       where o.owner = n.owner and o.matter = p.matter and o.person <> p.person)`;

/** What `rewrap` did: `unreadable` rows are wrapped with a key that is not in the file, or are damaged. */
export interface Rewrapped {
  readonly rewrapped: number;
  readonly unreadable: number;
}

/**
 * Wraps the key of every person with the wrap key in use. Tags, words and contacts stay as they are, and the system may
 * run. Afterwards, where nothing is unreadable, the older wrap keys open nothing any more.
 */
export const rewrap = (pool: Pool, keys: VaultKeys): Promise<Rewrapped> =>
  rewrapRows(pool, keys, `key_id is distinct from '${keys.current.id}'`);

/** The same for what the first release left. What does not open stays as it is: another key may open it. */
export const rewrapFirstRows = (on: Pick<Pool, 'query'>, keys: VaultKeys): Promise<Rewrapped> =>
  rewrapRows(on, keys, 'key_id is null');

const rewrapRows = async (on: Pick<Pool, 'query'>, keys: VaultKeys, where: string): Promise<Rewrapped> => {
  const wrapKey = keys.current;
  let [last, done, unreadable] = ['00000000-0000-0000-0000-000000000000', 0, 0];
  for (;;) {
    const { rows } = await on.query<PersonRow>(
      `select * from vault.person where ${where} and person > $1 order by person limit $2`,
      [last, BATCH],
    );
    if (rows.length === 0) return { rewrapped: done, unreadable };
    const opened = rows.flatMap((before) => {
      try {
        return [{ before, after: rewrapped(before, keys, wrapKey) }];
      } catch {
        return [];
      }
    });
    const { rowCount } = await on.query(UPDATE, [
      ...COLUMNS.map((column) => opened.map(({ after }) => after[column])),
      opened.map(({ before }) => before.key_cipher),
    ]);
    done += rowCount ?? 0;
    unreadable += rows.length - opened.length;
    last = rows[rows.length - 1].person;
  }
};
