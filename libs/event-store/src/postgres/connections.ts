import { Pool, type ClientConfig } from 'pg';

export const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;
/** Later than the server's own limit: only for a server or network that is silent. */
const SILENCE_TIMEOUT_MS = 12_000;

export const clientConfig = (connectionString: string, applicationName: string): ClientConfig => ({
  connectionString,
  application_name: applicationName,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  statement_timeout: STATEMENT_TIMEOUT_MS,
  query_timeout: SILENCE_TIMEOUT_MS,
  keepAlive: true,
});

/** A pool forgets a broken connection and opens another one when it is next asked. */
export function openPool(config: ClientConfig, max: number, idleTimeoutMillis: number): Pool {
  const pool = new Pool({ ...config, max, idleTimeoutMillis });
  pool.on('error', () => undefined); // a connection lost while idle: without a listener it would end the process
  return pool;
}
