import { decrypt, encrypt } from './encryption';
import type { VaultKeys, WrapKey } from './vault-keys';

/** The key of one person in one matter, as it is stored; `person` is the key's name in events, drawn by lot. */
export interface PersonRow {
  readonly person: string;
  readonly owner: string;
  readonly matter: string;
  /** The wrap key that opens it. Null: as the first release left it, with cipher texts that name nobody. */
  readonly key_id: string | null;
  readonly key_iv: string;
  readonly key_cipher: string;
  readonly contact_iv: string | null;
  readonly contact_cipher: string | null;
}
type Name = Pick<PersonRow, 'person' | 'matter'>;

/** What each cipher text belongs to: put into another row, or another column, it does not open. */
export const keyAad = ({ person, matter }: Name, keyId: string): readonly string[] => ['key', keyId, person, matter];
export const contactAad = ({ person, matter }: Name): readonly string[] => ['contact', person, matter];
export const wordsAad = ({ person, matter }: Name): readonly string[] => ['words', person, matter];

/** The person's key. @throws Error where the wrap key is not there, or the row was changed */
export const keyIn = (row: PersonRow, keys: VaultKeys): Buffer => {
  const wrapped = { iv: row.key_iv, cipher: row.key_cipher };
  const plain =
    row.key_id === null
      ? decrypt(keys.of('wrap'), wrapped)
      : decrypt(keys.wrapKey(row.key_id).key, wrapped, keyAad(row, row.key_id));
  return Buffer.from(plain, 'hex');
};

/** The contact as JSON, null where none was left. @throws Error where the row was changed */
export const contactIn = (row: PersonRow, key: Buffer): string | null => {
  if (row.contact_iv === null) return null;
  const contact = { iv: row.contact_iv, cipher: row.contact_cipher! };
  return row.key_id === null ? decrypt(key, contact) : decrypt(key, contact, contactAad(row));
};

/** The same row under this wrap key; one of the first release becomes like the others. @throws Error as `keyIn` */
export const rewrapped = (row: PersonRow, keys: VaultKeys, { id, key: wrapKey }: WrapKey): PersonRow => {
  const key = keyIn(row, keys);
  const wrapped = encrypt(wrapKey, key.toString('hex'), keyAad(row, id));
  const now = { ...row, key_id: id, key_iv: wrapped.iv, key_cipher: wrapped.cipher };
  if (row.key_id !== null) return now;
  const contact = contactIn(row, key);
  const kept = contact === null ? undefined : encrypt(key, contact, contactAad(row));
  return {
    ...now,
    owner: keys.ownerTagFrom(row.owner, row.matter),
    contact_iv: kept?.iv ?? null,
    contact_cipher: kept?.cipher ?? null,
  };
};
