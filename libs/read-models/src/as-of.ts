import type { Category } from '@minsheng/contracts';
import type { EventStore } from '@minsheng/event-store';
import { foldBatch } from './fold';
import type { AnyProjection } from './projections';

const PAGE = 2000;

/**
 * The rows of a read model as they were at an instant: the same pure functions over the events recorded until then.
 * `scopes` name what the rows are about, list ids, project ids or suggestion ids; only their streams are read.
 */
export const rowsAsOf = async <Row extends object>(store: EventStore, projection: AnyProjection & { readonly entity: new () => Row }, scopes: readonly string[], at: Date): Promise<Row[]> => {
  if (scopes.length === 0) return [];
  const until = await store.head(at);
  const streamPrefixes = projection.categories.flatMap((category: Category) => scopes.map((scope) => `${category}-${scope}`));
  const rows = new Map<string, object>();
  for (let after = 0n; after < until;) {
    const page = await store.readAll(after, { limit: PAGE, until, streamPrefixes });
    for (const [key, row] of await foldBatch(projection, page, async () => rows)) rows.set(key, row);
    if (page.length < PAGE) break;
    after = page[page.length - 1].position;
  }
  return [...rows.values()] as Row[];
};
