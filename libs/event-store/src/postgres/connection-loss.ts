import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreUnavailable } from '../event-store';

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
  /^(Connection terminated|timeout expired|timeout exceeded|Query read timeout|Client has encountered a connection error|Client was closed)/;
/** A statement, or its wait for a lock, took longer than the connection allows. */
const TIMED_OUT = new Set(['57014', '55P03']);

/**
 * Tries again while the connection is lost, for about `timeoutMs`; then the log is unavailable. The outcome of a lost
 * attempt is unknown, so only work that may run twice belongs here.
 */
export async function withRetry<T>(attempt: () => Promise<T>, timeoutMs: number): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (let wait = 20; ; wait = Math.min(2 * wait, 1_000)) {
    try {
      return await attempt();
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code && TIMED_OUT.has(code))
        throw new EventStoreUnavailable('The event store did not answer in time; nothing was done', { cause: error });
      if (!isConnectionLoss(code, message)) throw error;
      if (performance.now() + wait > deadline)
        throw new EventStoreUnavailable(`The event store cannot be reached: ${message || code}`, { cause: error });
    }
    await pause(wait);
  }
}

/** The server refused the content (bad data, a constraint, a size), so nothing of the batch was written. */
export const isBadContent = (error: unknown): boolean => /^(22|23|54)/.test((error as { code?: string }).code ?? '');

const isConnectionLoss = (code: string | undefined, message: string): boolean =>
  code ? LOST_STATES.test(code) || LOST_ERRNOS.has(code) : LOST_MESSAGES.test(message);
