import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryDatabase } from '@minsheng/event-store/testing';
import { Pool } from 'pg';
import { Tombstones } from '../tombstones';
import { Vault } from '../vault';
import { VaultKeys } from '../vault-keys';

/** Keys that are no secret: of 32 times one byte each. */
export const keysOf = (pseudonym: number, ...wrap: readonly number[]): VaultKeys =>
  new VaultKeys(Buffer.alloc(32, pseudonym), () => wrap.map((byte) => Buffer.alloc(32, byte)));

/** A database and a folder of one suite, for any number of vaults. */
export interface VaultOfASuite {
  readonly pool: Pool;
  readonly erasuresFile: string;
  vaultWith(keys: VaultKeys): Vault;
  close(): Promise<void>;
}

export const openVaultOfASuite = async (): Promise<VaultOfASuite> => {
  const database = await temporaryDatabase();
  const pool = new Pool({ connectionString: database.connectionString, max: 3 });
  const folder = mkdtempSync(join(tmpdir(), 'ledger-vault-'));
  const erasuresFile = join(folder, 'vault-erasures');
  return {
    pool,
    erasuresFile,
    vaultWith: (keys) => new Vault(pool, keys, new Tombstones(erasuresFile, keys)),
    close: async () => {
      await pool.end();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
};
