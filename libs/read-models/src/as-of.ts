import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore } from '@minsheng/event-store';
import { foldInto, replayOf, readingFor } from './fold';
import type { AnyProjection } from './projections';
import { decodedAgain } from './decoded-event';
import type { SetAside } from './set-aside';

const PAGE = 1_000;
/** Events folded per turn of the event loop: a year of a large list takes seconds, and other requests must not wait. */
const SLICE = 25;

/**
 * The rows of a read model as they were at an instant: the same pure functions over the events recorded until then.
 * `scopes` are ids of lists, projects or suggestions; only streams whose id begins with one of them are read. What is
 * set aside stays as it was before; what else cannot be folded is added to it, or thrown if there is no `setAside`.
 */
export const rowsAsOf = async <Row extends object>(
  store: EventStore,
  projection: AnyProjection & { readonly entity: new () => Row },
  scopes: readonly string[],
  at: Date,
  setAside?: SetAside,
): Promise<Row[]> => {
  if (scopes.length === 0) return [];
  const until = await store.head(at);
  const streamPrefixes = projection.categories.flatMap((category) => scopes.map((scope) => `${category}-${scope}`));
  const read = readingFor(projection, store, setAside !== undefined);
  const rows = new Map<string, object>();
  const { forReplay, complete } = replayOf(projection);
  for (let after = 0n, more = true; more;) {
    // Pages are not read ahead: a statement that waits while the page before it is folded runs into its time limit.
    const page = after < until ? await read(after, { limit: PAGE, until, streamPrefixes, few: true }) : [];
    for (let from = 0; from < page.length; from += SLICE) {
      // stored events were validated when they were written
      foldInto(rows, forReplay, page.slice(from, from + SLICE), decodedAgain, setAside);
      await nextTurn();
    }
    more = page.length === PAGE;
    if (more) after = page[page.length - 1].position;
  }
  return [...rows.values()].map(complete) as Row[];
};
