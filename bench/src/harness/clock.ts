/**
 * The time of day in milliseconds, at the resolution of the server's timestamps. `Date.now()` is in whole milliseconds
 * and `performance.now()` drifts, so the second is aligned with the first for the length of a measurement.
 */
export function fineClock(): () => number {
  let ahead = -Infinity;
  for (const end = performance.now() + 5; performance.now() < end;)
    ahead = Math.max(ahead, Date.now() - performance.now());
  return () => performance.now() + ahead;
}
