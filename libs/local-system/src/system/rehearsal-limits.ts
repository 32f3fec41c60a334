/**
 * `RATE_LIMITS` of a rehearsal: one machine sends the requests of a whole year in minutes, for many people. To see the
 * limits at work, set `RATE_LIMITS` before the start.
 */
export const REHEARSAL_LIMITS = ['address', 'token', 'person', 'suggestions', 'ratings', 'tracking-codes', 'as-of']
  .map((name) => `${name}=1000000/1`)
  .join();
