import type { DatabaseLogins } from './database-settings';
import { inTransaction } from './in-transaction';

/**
 * Who may do what, beside the owner of log, vault and counts, and the projector, who owns the read models. Given again
 * at every migration: what else was granted by hand is taken back. Both append: the projector's policies decide, too.
 */
const privileges = (api: string, projector: string) => ({
  es: `
    revoke all on all tables in schema es from public, ${api}, ${projector};
    grant usage on schema es to ${api}, ${projector};
    grant select, insert on es.events, es.commands to ${api}, ${projector};
    grant select on es.schema_version to ${api}, ${projector}`,
  // what was revoked stays revoked
  vault: `
    revoke all on schema vault from public, ${projector};
    revoke all on all tables in schema vault from public, ${api}, ${projector};
    grant usage on schema vault to ${api};
    grant select, insert, update, delete on vault.person to ${api};
    grant select, insert on vault.revocation to ${api};
    grant select on vault.schema_version to ${api}`,
  rate: `
    revoke all on schema rate from public, ${projector};
    revoke all on all tables in schema rate from public, ${projector};
    grant usage on schema rate to ${api};
    grant select, insert, update, delete on rate.taken to ${api}`,
  // the second grant is for the tables of a later rebuild
  read: `
    revoke all on all tables in schema read from public, ${api};
    grant usage on schema read to ${api};
    grant select on all tables in schema read to ${api};
    alter default privileges for role ${projector} in schema read grant select on tables to ${api}`,
});

/** Connects as the owner. */
export const grantPrivileges = ({ owner, api, projector }: DatabaseLogins): Promise<void> =>
  inTransaction(owner.url, async (client) => {
    const granted = privileges(api.role, projector.role);
    const { rows } = await client.query<{ schema: keyof typeof granted }>(
      `select nspname as schema from pg_namespace where nspname = any($1)`,
      [Object.keys(granted)], // the log may be elsewhere
    );
    for (const { schema } of rows) await client.query(granted[schema]);
  });

/** The schema of the read models belongs to the projector, but only the owner of the database can make one. */
export const makeReadSchema = ({ owner, projector }: DatabaseLogins): Promise<void> =>
  inTransaction(owner.url, async (client) => {
    await client.query(`create schema if not exists read authorization ${projector.role}`);
  });
