import type { ClientBase } from 'pg';

/** Refuses a server that may forget what it acknowledged. UNSAFE_DURABILITY_OFF=1 allows it, for throw-away data. */
export async function assertDurable(client: ClientBase): Promise<void> {
  if (process.env.UNSAFE_DURABILITY_OFF === '1') return;
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting =
      'off' order by name`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new Error(
    `PostgreSQL runs with ${names} off and may lose acknowledged events; switch on, or set UNSAFE_DURABILITY_OFF=1 ` +
      `for throw-away data`,
  );
}
