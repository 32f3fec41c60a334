/**
 * The time of day in milliseconds, as finely as the server tells it. `Date.now()` is cut to whole milliseconds and
 * `performance.now()`
 * drifts from the time of day, so the finer one is set by the coarser one for as long as a measurement lasts.
 */
export function fineClock(): () => number {
  let ahead = -Infinity;
  for (const end = performance.now() + 5; performance.now() < end;)
    ahead = Math.max(ahead, Date.now() - performance.now());
  return () => performance.now() + ahead;
}
