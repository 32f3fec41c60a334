import { Client } from 'pg';

/** COPY writes times, floats and bytes by session settings: fixed here, so that two exports can be compared. */
const ONE_WAY_TO_WRITE = [
  `datestyle = 'ISO, YMD'`,
  `intervalstyle = 'iso_8601'`,
  `timezone = 'UTC'`,
  `client_encoding = 'UTF8'`,
  `bytea_output = 'hex'`,
  'extra_float_digits = 1',
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0', // a large table takes long
];

/** Does the work in one transaction on a connection of its own; a failure leaves nothing behind. */
export async function inTransaction<T>(url: string, mode: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'minsheng-transfer',
  });
  client.on('error', () => undefined); // the statement under way rejects with it
  await client.connect();
  try {
    await client.query(ONE_WAY_TO_WRITE.map((setting) => `set ${setting}`).join('; '));
    await client.query(`begin ${mode}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end().catch(() => undefined); // also rolls back what was not committed
  }
}
