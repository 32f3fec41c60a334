import { createHash, createHmac, hkdfSync } from 'node:crypto';

/**
 * A key of its own for each use of the pseudonym key. `wrap` opens what the first release wrapped, before there were
 * wrap keys.
 */
const PURPOSES = [
  'actor',
  'person',
  'owner',
  'owner in a matter',
  'fingerprint',
  'tracking',
  'tombstone',
  'wrap',
] as const;
export type Purpose = (typeof PURPOSES)[number];

const derive = (key: Buffer, purpose: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', key, 'minsheng-ledger', purpose, bytes));

/** What the keys of persons are wrapped with. `id` is derived from the key, so that no two keys share one. */
export interface WrapKey {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * The two secrets of the vault, which are changed apart: the pseudonym key never, for tags must stay the same, the wrap
 * key at any time.
 */
export class VaultKeys {
  private readonly derived: Readonly<Record<Purpose, Buffer>>;
  private wrapKeys: readonly WrapKey[] = [];

  /**
   * @param pseudonymKey 32 bytes
   * @param readWrapKeys the wrap keys of 32 bytes each, the newest last: it wraps, the others only open. Read again
   * where something is wrapped with a key that is not known yet
   */
  constructor(
    pseudonymKey: Buffer,
    private readonly readWrapKeys: () => readonly Buffer[],
  ) {
    this.derived = Object.fromEntries(PURPOSES.map((purpose) => [purpose, derive(pseudonymKey, purpose)])) as Record<
      Purpose,
      Buffer
    >;
    this.refresh();
  }

  /** The wrap key in use. */
  get current(): WrapKey {
    return this.wrapKeys[this.wrapKeys.length - 1];
  }
  /** @throws Error where no key of that id is left */
  wrapKey(id: string): WrapKey {
    const find = () => this.wrapKeys.find((entry) => entry.id === id);
    const known = find() ?? (this.refresh(), find());
    if (!known) throw new Error(`No wrap key has the id ${id}`);
    return known;
  }

  of(purpose: 'tombstone' | 'wrap'): Buffer {
    return this.derived[purpose];
  }
  /** HMAC-SHA-256 in hexadecimal. */
  hmac(purpose: Purpose, ...parts: readonly string[]): string {
    return createHmac('sha256', this.derived[purpose]).update(JSON.stringify(parts)).digest('hex');
  }

  /** Whose a row of the vault is: no two matters of a person share a tag, and nobody finds them without the key. */
  ownerTag(subject: string, matter: string): string {
    return this.ownerTagFrom(this.hmac('owner', subject), matter);
  }
  /** The same from the tag of the first release, which was one per person. */
  ownerTagFrom(former: string, matter: string): string {
    return this.hmac('owner in a matter', former, matter);
  }

  /** Tells requests apart without a hash that a guess at names, phones and words could be compared with. */
  fingerprint(request: string): string {
    return this.fingerprintFrom(createHash('sha256').update(request).digest('hex'));
  }
  /** The same from the plain hash that the first release kept. */
  fingerprintFrom(former: string): string {
    return `hmac-sha256:${this.hmac('fingerprint', former)}`;
  }

  private refresh(): void {
    this.wrapKeys = this.readWrapKeys().map((key) => ({
      id: derive(key, 'id', 4).toString('hex'),
      key: derive(key, 'wrap'),
    }));
  }
}
