import { migrateEventStore } from '@minsheng/event-store';
import { migrateReadModels } from '@minsheng/read-models';
import { migrateVault } from '@minsheng/vault';
import { Pool } from 'pg';
import { migrateRates } from '../rates/rates';
import type { DatabaseSettings } from './database-settings';
import { grantPrivileges, makeReadSchema } from './privileges';
import { makeRoles } from './roles';

/** What was done to an older database; 0 once it is converted. */
export interface MigratedDatabase {
  /** Schemas, tables and functions that belonged to another role. */
  readonly handedOver: number;
  /** Rows of the vault that the first release left and that the keys do not open. */
  readonly unreadable: number;
}

/**
 * Makes the roles, brings log, vault, read models and counts of requests up to date as their owner, and gives api and
 * projector what they need. Safe to repeat, and when several do it at once.
 */
export async function migrateDatabase(settings: DatabaseSettings): Promise<MigratedDatabase> {
  const { adminUrl, logins, eventStore, vaultKeys } = settings;
  const handedOver = adminUrl ? await makeRoles(adminUrl, logins) : 0;
  if (eventStore.kind === 'postgres') await migrateEventStore(logins.owner.url);
  await makeReadSchema(logins);
  await migrateReadModels(logins.owner.url, { role: logins.projector.role });
  const pool = new Pool({ connectionString: logins.owner.url, max: 1, connectionTimeoutMillis: 5_000 });
  try {
    const { unreadable } = await migrateVault(pool, vaultKeys);
    await migrateRates(pool);
    await grantPrivileges(logins);
    return { handedOver, unreadable };
  } finally {
    await pool.end();
  }
}
