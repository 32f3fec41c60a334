import { open, readFile } from 'node:fs/promises';
import { decrypt, encrypt, type Encrypted } from './encryption';
import type { VaultKeys } from './vault-keys';

const AAD = ['tombstone'];

/**
 * Which persons were erased, in a file apart from the database: what an older backup or export brings back is erased
 * again. A line per erasure, encrypted: in plain, a line would join what one person did in several matters.
 */
export class Tombstones {
  constructor(
    private readonly file: string,
    private readonly keys: VaultKeys,
  ) {}

  /** On disk when this resolves. */
  async add(persons: readonly string[]): Promise<void> {
    const sealed = encrypt(this.keys.of('tombstone'), JSON.stringify(persons), AAD);
    const handle = await open(this.file, 'a', 0o600);
    try {
      // the first line break ends what a power cut left of another line
      await handle.appendFile(`\n${JSON.stringify({ at: new Date().toISOString(), ...sealed })}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Every person that was ever erased; none without a file. @throws Error where a line opens with another key only */
  async all(): Promise<string[]> {
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => this.personsIn(line));
  }

  private personsIn(line: string): readonly string[] {
    if (!line.endsWith('}')) return []; // blank, or the start of a line that was never finished: nothing was erased
    try {
      const sealed = JSON.parse(line) as Encrypted;
      return JSON.parse(decrypt(this.keys.of('tombstone'), sealed, AAD)) as string[];
    } catch (error) {
      throw new Error(
        `${this.file} holds a line that this vault key does not open: it is damaged, or another vault's`,
        {
          cause: error,
        },
      );
    }
  }
}
