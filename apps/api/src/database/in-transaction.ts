import { Client } from 'pg';

/** Key of the advisory lock; no other part of the product uses this number. */
const ROLES_LOCK = 7305;

/** One transaction on a connection of its own; of several migrations at once, one after the other. */
export async function inTransaction<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000, lock_timeout: 5_000 });
  client.on('error', () => undefined); // the query in progress rejects with it
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [ROLES_LOCK]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end(); // also rolls back
  }
}
