import { Pool, type ClientConfig } from 'pg';

export const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;
/**
 * Two batches may wait for the lock, one behind the other: both within the limit of silence, which counts from the
 * sending.
 */
const LOCK_TIMEOUT_MS = 5_000;
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

/**
 * Each statement of the log has one plan, by its indexes: planning anew costs more than most of them do, and a plan
 * made while the tables are small must still do when they are large.
 */
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';
export const readingConfig = (config: ClientConfig): ClientConfig => ({ ...config, options: ONE_PLAN });

/**
 * An append can only be held up by another one's lock, and a limit on waiting for locks costs nothing where nobody
 * waits.
 */
export const appendingConfig = (config: ClientConfig): ClientConfig => ({
  ...config,
  options: ONE_PLAN,
  statement_timeout: undefined,
  lock_timeout: LOCK_TIMEOUT_MS,
});

/**
 * A pool forgets a broken connection and opens another one when it is next asked. One that is merely idle stays: to
 * dial, prove who one is and plan every statement anew takes some 30 ms, which whoever asks first in a busier moment
 * would wait for, and all who stand behind him.
 */
export function openPool(config: ClientConfig, max: number): Pool {
  const pool = new Pool({ ...config, max, idleTimeoutMillis: 0 });
  pool.on('error', () => undefined); // a connection lost while idle: without a listener it would end the process
  return pool;
}
