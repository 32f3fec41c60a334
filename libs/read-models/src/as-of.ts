import type { Category } from '@minsheng/contracts';
import type { EventStore } from '@minsheng/event-store';
import { foldBatch } from './fold';
import type { AnyProjection } from './projections';

const PAGE = 2000;

/**
 * The rows of a read model as they were at an instant: the same pure functions over the events recorded until then.
 * `scope` names what the rows are about, a list id, project id or suggestion id; only its streams are read.
 */
export const rowsAsOf = async <Row extends object>(store: EventStore, projection: AnyProjection & { readonly entity: new () => Row }, scope: string, at: Date): Promise<Row[]> => {
  const until = await store.head(at);
  const streamPrefixes = projection.categories.map((category: Category) => `${category}-${scope}`);
  const rows = new Map<string, object>();
  for (let after = 0n; after < until;) {
    const page = await store.readAll(after, { limit: PAGE, until, streamPrefixes });
    for (const [key, row] of await foldBatch(projection, page, async () => rows)) rows.set(key, row);
    if (page.length < PAGE) break;
    after = page[page.length - 1].position;
  }
  return [...rows.values()] as Row[];
};
