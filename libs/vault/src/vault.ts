import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { PersonTag, type ListId, type ProjectId, type Sealed } from '@minsheng/contracts';
import { RequestBatcher } from '@minsheng/event-store';
import type { Pool } from 'pg';
import { REVOCATION_TABLE } from './revocations';

const COLUMNS = 'person, key_iv, key_cipher, contact_iv, contact_cipher';
const SELECT = `select ${COLUMNS} from vault.person`;
/**
 * Keys of persons, made for those who have none in their matter yet. One that somebody else makes at this very moment
 * is not found: it is seen next time.
 */
const FIND_OR_MAKE = `
  with wanted as (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) w(person, owner,
  matter, key_iv, key_cipher)),
       made as (insert into vault.person (person, owner, matter, key_iv, key_cipher) select * from wanted on
       conflict (owner, matter) do nothing returning owner, matter, ${COLUMNS})
  select owner, matter, ${COLUMNS} from made union all
  select owner, matter, ${COLUMNS} from vault.person where (owner, matter) in (select owner, matter from wanted)`;
const SAFE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'; // no 0 O 1 I: read aloud over the phone
const TRACKING_LENGTH = 10;

/** A key of its own for each use, all derived from the master key. */
const PURPOSES = ['actor', 'person', 'owner', 'tracking', 'wrap'] as const;
type Purpose = (typeof PURPOSES)[number];

interface Box {
  readonly iv: string;
  readonly cipher: string;
}

/** AES-256-GCM; the tag stands behind the cipher text. */
const lock = (key: Buffer, plain: string): Box => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return {
    iv: iv.toString('base64url'),
    cipher: Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url'),
  };
};
const unlock = (key: Buffer, { iv, cipher }: Box): string => {
  const bytes = Buffer.from(cipher, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
};

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
 * Each person has a key, wrapped by the master key; erasing the row makes all of it unreadable for ever (handbook
 * design.md 7).
 */
export class Vault {
  private readonly keys: Readonly<Record<Purpose, Buffer>>;
  private readonly wanted = new RequestBatcher((wanted: readonly Wanted[]) => this.findOrMake(wanted));

  constructor(
    private readonly pool: Pool,
    masterKey: Buffer,
  ) {
    this.keys = Object.fromEntries(
      PURPOSES.map((purpose) => [purpose, Buffer.from(hkdfSync('sha256', masterKey, 'minsheng-ledger', purpose, 32))]),
    ) as Record<Purpose, Buffer>;
  }

  /** Creates the vault's schema; safe when several processes start together. */
  async migrate(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin; select pg_advisory_xact_lock(7303)');
      await client.query('create schema if not exists vault');
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
      await client.query(REVOCATION_TABLE);
      await client.query('commit');
    } finally {
      client.release();
    }
  }

  /** The pseudonym under which events remember a member of staff who acts; citizens go by `personTag`. */
  actorTag(subject: string): string {
    return this.hmac('actor', subject).slice(0, 32);
  }
  /**
   * One person in one matter (a list or a project): the same every time, different for every matter, and linked to no
   * name.
   */
  personTag(matter: ListId | ProjectId, subject: string): PersonTag {
    return PersonTag.parse(this.hmac('person', matter, subject).slice(0, 32));
  }
  /** Ten signs to follow a suggestion by; a retry of the same command gets the same. */
  trackingCode(commandId: string): string {
    return [...Buffer.from(this.hmac('tracking', commandId), 'hex').subarray(0, TRACKING_LENGTH)]
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
    const { person, key } = await this.keyFor(this.hmac('owner', subject), matter, contact);
    return { person, ...lock(key, JSON.stringify(plain)) };
  }

  /**
   * Decrypts; null where the person has been erased, `UNREADABLE` where row or cipher text is damaged. One query for
   * any number of texts.
   */
  async openAll<T>(sealed: readonly Sealed[]): Promise<readonly (T | null | typeof UNREADABLE)[]> {
    const rows = new Map((await this.rows(sealed.map(({ person }) => person))).map((row) => [row.person, row]));
    return sealed.map((entry) => {
      const row = rows.get(entry.person);
      return row ? unlessUnreadable(() => JSON.parse(unlock(this.unwrap(row), entry)) as T) : null;
    });
  }

  /** The contact a person left, for those who handle the matter; `UNREADABLE` where it is damaged. */
  async contactOf({ person }: Sealed): Promise<object | null | typeof UNREADABLE> {
    const [row] = await this.rows([person]);
    if (!row?.contact_iv) return null;
    const contact = { iv: row.contact_iv, cipher: row.contact_cipher! };
    return unlessUnreadable(() => JSON.parse(unlock(this.unwrap(row), contact)) as object);
  }

  /**
   * Destroys every key and contact of a person; answers how many. Their words in the log stay as noise, their rating
   * tags stay, so that nobody rates twice.
   */
  async erase(subject: string): Promise<number> {
    const { rowCount } = await this.pool.query('delete from vault.person where owner = $1', [
      this.hmac('owner', subject),
    ]);
    return rowCount ?? 0;
  }

  private hmac(purpose: Purpose, ...parts: readonly string[]): string {
    return createHmac('sha256', this.keys[purpose]).update(JSON.stringify(parts)).digest('hex');
  }
  private unwrap(row: PersonRow): Buffer {
    return Buffer.from(unlock(this.keys.wrap, { iv: row.key_iv, cipher: row.key_cipher }), 'hex');
  }

  /**
   * The name of a key is drawn by lot: after an erasure the person gets another, and what the old one sealed stays
   * shut.
   */
  private async keyFor(owner: string, matter: string, contact?: object): Promise<{ person: string; key: Buffer }> {
    const wanted = { person: randomUUID(), owner, matter, ...lock(this.keys.wrap, randomBytes(32).toString('hex')) };
    let row: PersonRow | undefined;
    while (!row) row = await this.wanted.ask(wanted);
    const key = this.unwrap(row);
    if (contact && Object.keys(contact).length > 0) {
      const box = lock(key, JSON.stringify(contact));
      await this.pool.query('update vault.person set contact_iv = $2, contact_cipher = $3 where person = $1', [
        row.person,
        box.iv,
        box.cipher,
      ]);
    }
    return { person: row.person, key };
  }
  private async findOrMake(wanted: readonly Wanted[]): Promise<(PersonRow | undefined)[]> {
    const nameOf = ({ owner, matter }: Pick<Wanted, 'owner' | 'matter'>) => `${owner} ${matter}`;
    // so that no two batches ever wait for each other in a circle
    const inOrder = [...wanted].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
    const { rows } = await this.pool.query<PersonRow & Wanted>(
      FIND_OR_MAKE,
      (['person', 'owner', 'matter', 'iv', 'cipher'] as const).map((part) => inOrder.map((entry) => entry[part])),
    );
    const found = new Map(rows.map((row) => [nameOf(row), row]));
    return wanted.map((entry) => found.get(nameOf(entry)));
  }
  private async rows(persons: readonly string[]): Promise<PersonRow[]> {
    return (await this.pool.query<PersonRow>(`${SELECT} where person = any($1)`, [persons])).rows;
  }
}

/** Whose key is asked for, and what it is to be if there is none. */
interface Wanted extends Box {
  readonly person: string;
  readonly owner: string;
  readonly matter: string;
}
interface PersonRow {
  readonly person: string;
  readonly key_iv: string;
  readonly key_cipher: string;
  readonly contact_iv: string | null;
  readonly contact_cipher: string | null;
}
