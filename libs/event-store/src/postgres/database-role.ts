import { Client } from 'pg';
import { CONNECT_TIMEOUT_MS } from './connections';

/** The role of a connection may do more than its program needs: the message says what, and what to do. */
export class DatabaseRoleRefused extends Error {}

/** What a role that runs the product never needs, each as a condition on the connected role. */
const TOO_MUCH = {
  'is a superuser': `(select rolsuper from pg_roles where rolname = current_user)`,
  'may change events': `to_regclass('es.events') is not null
    and has_table_privilege(to_regclass('es.events'), 'update, delete, truncate')`,
};

/** @throws DatabaseRoleRefused when the role of this address is a superuser or may change or remove events */
export async function refuseDatabaseRoleWithTooMuch(connectionString: string): Promise<void> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'event-store role',
  });
  client.on('error', () => undefined); // the query in progress rejects with it
  await client.connect();
  try {
    const columns = Object.entries(TOO_MUCH).map(([name, condition]) => `${condition} as "${name}"`);
    const { rows } = await client.query<Record<string, boolean>>(`select ${columns.join(', ')}`);
    const found = Object.keys(TOO_MUCH).filter((name) => rows[0][name]);
    if (found.length > 0)
      throw new DatabaseRoleRefused(
        `DATABASE_URL: its role ${found.join(' and ')}. Give each program the role that is made for it: see ` +
          'docs/decisions/0034-database-roles.md',
      );
  } finally {
    await client.end();
  }
}
