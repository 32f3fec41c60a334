import { EventStoreUnavailable } from '../event-store';
import { withRetry } from '../with-retry';

/** Connection exceptions, server shutting down or starting, too many connections, a standby that only reads. */
const LOST_STATES = /^(08|57P|53300|25006)/;
const LOST_ERRNOS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAGAIN',
]);
/** What the driver says without a code. */
const LOST_MESSAGES =
  /^(Connection terminated|timeout ex|Query read timeout|Client (has encountered a connection error|was closed))/;
/** A statement, or its wait for a lock, took longer than the connection allows. */
const TIMED_OUT = new Set(['57014', '55P03']);

type DriverError = { readonly code?: string; readonly message?: string };

/** Whether an error of the driver says that PostgreSQL cannot be reached, or that the connection broke. */
export const isConnectionLoss = (error: unknown): boolean => {
  const { code, message } = error as DriverError;
  return code ? LOST_STATES.test(code) || LOST_ERRNOS.has(code) : LOST_MESSAGES.test(message ?? '');
};

/** The server refused the content (bad data, a constraint, a size), so nothing of the batch was written. */
export const isBadContent = (error: unknown): boolean => /^(22|23|54)/.test((error as DriverError).code ?? '');

/** Tries again while the connection is lost; a statement that took too long was undone, and is not repeated. */
export const whileConnectionIsLost = <T>(attempt: () => Promise<T>, timeoutMs: number): Promise<T> =>
  withRetry(
    () =>
      attempt().catch((error: DriverError) => {
        if (!TIMED_OUT.has(error.code ?? '')) throw error;
        throw new EventStoreUnavailable('The event store did not answer in time; nothing was done', { cause: error });
      }),
    isConnectionLoss,
    timeoutMs,
  );
