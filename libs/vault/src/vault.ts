import { randomBytes, randomUUID } from 'node:crypto';
import { PersonTag, type ListId, type ProjectId, type Sealed } from '@minsheng/contracts';
import { RequestBatcher } from '@minsheng/event-store';
import type { Pool } from 'pg';
import { decrypt, encrypt, type Encrypted } from './encryption';
import { contactAad, contactIn, keyAad, keyIn, wordsAad, type PersonRow } from './person-row';
import type { Tombstones } from './tombstones';
import type { VaultKeys } from './vault-keys';

const COLUMNS = 'person, owner, matter, key_id, key_iv, key_cipher, contact_iv, contact_cipher';
const SELECT = `select ${COLUMNS} from vault.person`;
/**
 * Keys of persons, made for those who have none in their matter yet. One that somebody else makes at this very moment
 * is not found: it is seen next time.
 */
const FIND_OR_MAKE = `
  with wanted as (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
         w(person, owner, matter, key_id, key_iv, key_cipher)),
       made as (insert into vault.person (person, owner, matter, key_id, key_iv, key_cipher) select * from wanted
         on conflict (owner, matter) do nothing returning ${COLUMNS})
  select ${COLUMNS} from made union all
  select ${COLUMNS} from vault.person where (owner, matter) in (select owner, matter from wanted)`;
const SAFE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'; // no 0 O 1 I: read aloud over the phone
const TRACKING_LENGTH = 10;

/** Before the cipher text of words that open in their person's matter only; words of the first release have none. */
const IN_ITS_MATTER = 'v2.';

/** Stands for what cannot be opened: its row or its cipher text is damaged. What was erased is null. */
export const UNREADABLE = 'unreadable';
/** One damaged row hides its own text and no other. */
const unlessUnreadable = <T>(open: () => T): T | typeof UNREADABLE => {
  try {
    return open();
  } catch {
    return UNREADABLE;
  }
};

/**
 * Personal data live here and nowhere else: contacts as rows, a person's own words as cipher text that travels in
 * events.
 * Each person has a key per matter, wrapped by the wrap key; erasing the row makes all of it unreadable for ever
 * (handbook design.md 7).
 */
export class Vault {
  private readonly wanted = new RequestBatcher((wanted: readonly Wanted[]) => this.findOrMake(wanted));

  /** On a database that `migrateVault` has made. */
  constructor(
    private readonly pool: Pool,
    private readonly keys: VaultKeys,
    private readonly tombstones: Tombstones,
  ) {}

  /** The pseudonym under which events remember a member of staff who acts; citizens go by `personTag`. */
  actorTag(subject: string): string {
    return this.keys.hmac('actor', subject).slice(0, 32);
  }
  /**
   * One person in one matter (a list or a project): the same every time, different for every matter, and linked to no
   * name.
   */
  personTag(matter: ListId | ProjectId, subject: string): PersonTag {
    return PersonTag.parse(this.keys.hmac('person', matter, subject).slice(0, 32));
  }
  /** Tells requests apart, and says nothing about them without the key. */
  fingerprint(request: string): string {
    return this.keys.fingerprint(request);
  }
  /** Ten signs to follow a suggestion by; a retry of the same command gets the same. */
  trackingCode(commandId: string): string {
    return [...Buffer.from(this.keys.hmac('tracking', commandId), 'hex').subarray(0, TRACKING_LENGTH)]
      .map((byte) => SAFE_SIGNS[byte % SAFE_SIGNS.length])
      .join('');
  }

  /**
   * Encrypts a person's words with their key, which is made at first need. `subject` names the person, or the paper
   * their words came on.
   * `matter` is the list or project they speak about: each has a key and a pseudonym of its own, so that nothing can be
   * joined across matters.
   */
  async seal(subject: string, matter: ListId | ProjectId, plain: object, contact?: object): Promise<Sealed> {
    const row = await this.rowFor(this.keys.ownerTag(subject, matter), matter);
    const key = keyIn(row, this.keys);
    if (contact && Object.keys(contact).length > 0) await this.keepContact(row, key, contact);
    const { iv, cipher } = encrypt(key, JSON.stringify(plain), wordsAad(row));
    return { person: row.person, iv, cipher: `${IN_ITS_MATTER}${cipher}` };
  }

  /**
   * Decrypts; null where the person has been erased, `UNREADABLE` where row or cipher text is damaged. One query for
   * any number of texts.
   */
  async openAll<T>(sealed: readonly Sealed[]): Promise<readonly (T | null | typeof UNREADABLE)[]> {
    const rows = new Map((await this.rows(sealed.map(({ person }) => person))).map((row) => [row.person, row]));
    return sealed.map((entry) => {
      const row = rows.get(entry.person);
      return row ? unlessUnreadable(() => JSON.parse(this.wordsIn(row, entry)) as T) : null;
    });
  }

  /** The contact a person left, for those who handle the matter; `UNREADABLE` where it is damaged. */
  async contactOf({ person }: Sealed): Promise<object | null | typeof UNREADABLE> {
    const [row] = await this.rows([person]);
    if (!row?.contact_iv) return null;
    return unlessUnreadable(() => JSON.parse(contactIn(row, keyIn(row, this.keys))!) as object);
  }

  /**
   * Destroys every key and contact of a person; answers how many. Their words in the log stay as noise, their rating
   * tags stay, so that nobody rates twice.
   */
  async erase(subject: string): Promise<number> {
    const matters = await this.pool.query<{ matter: string }>('select distinct matter from vault.person');
    const owners = matters.rows.map(({ matter }) => this.keys.ownerTag(subject, matter));
    owners.push(this.keys.hmac('owner', subject)); // a row of the first release that could not be rewrapped
    const { rows } = await this.pool.query<{ person: string }>(
      'select person from vault.person where owner = any($1) order by person',
      [owners],
    );
    return this.erasePersons(rows.map(({ person }) => person));
  }

  /** The same of keys by their names, as they are in the events. */
  async erasePersons(persons: readonly string[]): Promise<number> {
    if (persons.length === 0) return 0;
    await this.tombstones.add(persons); // before: an erasure that nobody remembers would be undone by a restore
    return deletePersons(this.pool, persons);
  }

  /**
   * Erases again whom a restored backup has brought back; answers how many keys. To be called before anybody can read.
   */
  async replayErasures(): Promise<number> {
    return deletePersons(this.pool, await this.tombstones.all());
  }

  private async keepContact(row: PersonRow, key: Buffer, contact: object): Promise<void> {
    const { iv, cipher } = encrypt(key, JSON.stringify(contact), contactAad(row));
    await this.pool.query('update vault.person set contact_iv = $2, contact_cipher = $3 where person = $1', [
      row.person,
      iv,
      cipher,
    ]);
  }

  /**
   * The name of a key is drawn by lot: after an erasure the person gets another, and what the old one sealed stays
   * shut.
   */
  private async rowFor(owner: string, matter: string): Promise<PersonRow> {
    const person = randomUUID();
    const { id, key } = this.keys.current;
    const wrapped = encrypt(key, randomBytes(32).toString('hex'), keyAad({ person, matter }, id));
    let row: PersonRow | undefined;
    while (!row) row = await this.wanted.ask({ person, owner, matter, keyId: id, ...wrapped });
    return row;
  }
  private async findOrMake(wanted: readonly Wanted[]): Promise<(PersonRow | undefined)[]> {
    const nameOf = ({ owner, matter }: Pick<Wanted, 'owner' | 'matter'>) => `${owner} ${matter}`;
    // so that no two batches ever wait for each other in a circle
    const inOrder = [...wanted].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
    const { rows } = await this.pool.query<PersonRow & Wanted>(
      FIND_OR_MAKE,
      (['person', 'owner', 'matter', 'keyId', 'iv', 'cipher'] as const).map((part) =>
        inOrder.map((entry) => entry[part]),
      ),
    );
    const found = new Map(rows.map((row) => [nameOf(row), row]));
    return wanted.map((entry) => found.get(nameOf(entry)));
  }
  private wordsIn(row: PersonRow, { iv, cipher }: Sealed): string {
    const key = keyIn(row, this.keys);
    return cipher.startsWith(IN_ITS_MATTER)
      ? decrypt(key, { iv, cipher: cipher.slice(IN_ITS_MATTER.length) }, wordsAad(row))
      : decrypt(key, { iv, cipher });
  }
  private async rows(persons: readonly string[]): Promise<PersonRow[]> {
    return (await this.pool.query<PersonRow>(`${SELECT} where person = any($1)`, [persons])).rows;
  }
}

/** Persons that nobody can read again; in a caller's transaction, if there is one. Answers how many there were. */
export const deletePersons = async (on: Pick<Pool, 'query'>, persons: readonly string[]): Promise<number> =>
  (await on.query('delete from vault.person where person = any($1::uuid[])', [persons])).rowCount ?? 0;

/** Whose key is asked for, and what it is to be if there is none. */
interface Wanted extends Encrypted {
  readonly person: string;
  readonly owner: string;
  readonly matter: string;
  readonly keyId: string;
}
