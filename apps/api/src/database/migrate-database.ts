import { migrateEventStore } from '@minsheng/event-store';
import { migrateReadModels } from '@minsheng/read-models';
import { Vault } from '@minsheng/vault';
import { Pool } from 'pg';
import type { DatabaseSettings } from './database-settings';
import { grantPrivileges, makeReadSchema } from './privileges';
import { makeRoles } from './roles';

/**
 * Makes the roles, brings log, vault and read models up to date as their owner, and gives api and projector what they
 * need. Safe to repeat, and when several do it at once.
 * @returns how much of an older database changed hands: 0 once it is converted
 */
export async function migrateDatabase({ adminUrl, logins, eventStore }: DatabaseSettings): Promise<number> {
  const handedOver = adminUrl ? await makeRoles(adminUrl, logins) : 0;
  if (eventStore.kind === 'postgres') await migrateEventStore(logins.owner.url);
  await makeReadSchema(logins);
  await migrateReadModels(logins.owner.url, { role: logins.projector.role });
  await migrateVault(logins.owner.url);
  await grantPrivileges(logins);
  return handedOver;
}

async function migrateVault(connectionString: string): Promise<void> {
  const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: 5_000 });
  try {
    await new Vault(pool, Buffer.alloc(32)).migrate(); // making tables needs no key
  } finally {
    await pool.end();
  }
}
