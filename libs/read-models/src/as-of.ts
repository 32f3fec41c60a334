import { readPages, type EventStore } from '@minsheng/event-store';
import { foldInto } from './fold';
import type { AnyProjection } from './projections';

const PAGE = 2_000;

/**
 * The rows of a read model as they were at an instant: the same pure functions over the events recorded until then.
 * `scopes` name what the rows are about, list ids, project ids or suggestion ids; only their streams are read.
 */
export const rowsAsOf = async <Row extends object>(store: EventStore, projection: AnyProjection & { readonly entity: new () => Row }, scopes: readonly string[], at: Date): Promise<Row[]> => {
  if (scopes.length === 0) return [];
  const until = await store.head(at);
  const streamPrefixes = projection.categories.flatMap((category) => scopes.map((scope) => `${category}-${scope}`));
  const rows = new Map<string, object>();
  for await (const page of readPages(store, 0n, { limit: PAGE, until, streamPrefixes })) foldInto(rows, projection, page);
  return [...rows.values()] as Row[];
};
