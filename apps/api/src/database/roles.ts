import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import type { DatabaseLogins } from './database-settings';
import { inTransaction } from './in-transaction';

/** What a role is, whatever it was before: none of ours may make roles or databases, or pass over privileges. */
const ATTRIBUTES = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/**
 * Makes the three roles with the passwords of their addresses, and hands them what is in the database: a database of
 * the time before the roles belongs to a superuser. Safe to repeat; a changed password is taken over.
 * @returns how many schemas, tables and functions changed hands: 0 once it is done
 */
export const makeRoles = (adminUrl: string, logins: DatabaseLogins): Promise<number> =>
  inTransaction(adminUrl, async (admin) => {
    for (const { role, password } of Object.values(logins)) {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
      const made = `${rowCount ? 'alter' : 'create'} role ${escapeIdentifier(role)}`;
      await admin.query(`${made} ${ATTRIBUTES} password ${escapeLiteral(password)}`);
    }
    const { owner, projector } = logins;
    // the owner migrates the projector's tables, too, and an import has to see who is connected
    await admin.query(`grant ${projector.role}, pg_read_all_stats to ${owner.role}`);
    return handOver(admin, logins);
  });

/** All else belongs to the owner, read models to the projector, who replaces their tables when it rebuilds them. */
const FOREIGN = `
  with home(schema, role) as (values ('es', $1), ('vault', $1), ('rate', $1), ('read', $2)),
       here as (select n.oid, n.nspname, n.nspowner, h.role from pg_namespace n join home h on h.schema = n.nspname)
  select format('alter database %I owner to %I', datname, $1::text) as statement
    from pg_database where datname = current_database() and datdba <> $1::regrole
  union all
  select format('alter schema %I owner to %I', nspname, role) from here where nspowner <> role::regrole
  union all
  select format('alter table %I.%I owner to %I', nspname, relname, role)
    from here join pg_class on relnamespace = here.oid where relkind in ('r', 'p') and relowner <> role::regrole
  union all
  select format('alter routine %s owner to %I', p.oid::regprocedure, role)
    from here join pg_proc p on pronamespace = here.oid where proowner <> role::regrole`;

async function handOver(admin: Client, { owner, projector }: DatabaseLogins): Promise<number> {
  const { rows } = await admin.query<{ statement: string }>(FOREIGN, [owner.role, projector.role]);
  for (const { statement } of rows) await admin.query(statement);
  return rows.length;
}
