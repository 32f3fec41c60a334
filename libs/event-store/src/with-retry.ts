import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreUnavailable } from './event-store';

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [20, 1_000];

/**
 * Tries again, after growing pauses, as long as an attempt fails with an unknown outcome; after `timeoutMs` the log is
 * unavailable. Only work that may run twice belongs here.
 * @throws EventStoreUnavailable, and every error whose outcome is known
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  isOutcomeUnknown: (error: unknown) => boolean,
  timeoutMs: number,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isOutcomeUnknown(error)) throw error;
      if (performance.now() + wait > deadline)
        throw new EventStoreUnavailable(`The event store cannot be reached: ${reasonOf(error)}`, { cause: error });
    }
    await pause(wait);
  }
}

/** Some errors of a connection have a code and no message. */
const reasonOf = (error: unknown): string => {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return message || String(code);
};
