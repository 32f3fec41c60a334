import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryDatabase } from '@minsheng/event-store/testing';
import { Client } from 'pg';
import { DATABASE_ROLES, readDatabaseSettings, type DatabaseSettings } from '../database/database-settings';

export interface DatabaseWithRoles {
  /** A superuser's. */
  readonly adminUrl: string;
  readonly settings: DatabaseSettings;
  drop(): Promise<void>;
}

/** Rows of one statement. */
export const queried = async <Row extends object>(connectionString: string, sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** A database, and the addresses of roles that no other suite uses: they belong to the whole server. */
export async function databaseWithRoles(): Promise<DatabaseWithRoles> {
  const { connectionString: adminUrl, drop } = await temporaryDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'ledger-roles-')); // for the keys of the vault
  const suite = `suite_${randomBytes(6).toString('hex')}`;
  const addresses = DATABASE_ROLES.map((name) => {
    const url = new URL(adminUrl);
    url.username = `${suite}_${name}`;
    url.password = `secret of ${name}`;
    return [`DATABASE_${name.toUpperCase()}_URL`, url.href] as const;
  });
  return {
    adminUrl,
    settings: readDatabaseSettings({
      ...Object.fromEntries(addresses),
      DATABASE_ADMIN_URL: adminUrl,
      DATA_DIR: folder,
    }),
    drop: async () => {
      await drop();
      rmSync(folder, { recursive: true });
      const server = new URL(adminUrl);
      server.pathname = '/postgres';
      await queried(server.href, `drop role if exists ${DATABASE_ROLES.map((name) => `${suite}_${name}`).join(', ')}`);
    },
  };
}
