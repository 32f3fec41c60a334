/** The key of one person in one matter, as it is stored; `person` is the key's name in events, drawn by lot. */
export interface PersonRow {
  readonly person: string;
  readonly matter: string;
  /** The wrap key that opens it. */
  readonly key_id: string;
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
