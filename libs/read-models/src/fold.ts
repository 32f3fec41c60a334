import type { RecordedEvent } from '@minsheng/event-store';
import { project } from './projection';
import type { AnyProjection } from './projections';
import { decoded, type Decoded } from './recorded';

export type Rows = ReadonlyMap<string, object>;

/** The beginnings of the streams a projection listens to. */
export const streamPrefixesOf = ({ categories }: AnyProjection): string[] => categories.map((category) => `${category}-`);

/** The events that concern a projection, decoded, each with the key of its row. */
function* steps(projection: AnyProjection, events: readonly RecordedEvent[], decode: (stored: RecordedEvent) => Decoded) {
  const prefixes = streamPrefixesOf(projection);
  for (const stored of events) {
    if (!prefixes.some((prefix) => stored.stream.startsWith(prefix))) continue;
    const { event, recorded } = decode(stored);
    const key = event.type in projection.on ? projection.keyOf(event, recorded) : undefined;
    if (key !== undefined) yield { event, recorded, key };
  }
}

/** Folds events, in order, over the rows they touch; answers the rows that they change. `rowsOf` fetches all rows of the batch in one go. */
export const foldBatch = async (projection: AnyProjection, events: readonly RecordedEvent[], rowsOf: (keys: readonly string[]) => Promise<Rows>): Promise<Rows> => {
  const all = [...steps(projection, events, decoded)];
  const first = new Map<string, string>();
  for (const { event, key } of all) if (!first.has(key)) first.set(key, event.type);
  const wanted = [...first].flatMap(([key, type]) => (projection.anew.includes(type) ? [] : [key]));
  const before: Rows = wanted.length === 0 ? new Map() : await rowsOf(wanted);
  const after = new Map<string, object>();
  for (const { event, recorded, key } of all) {
    const row = project(projection, after.get(key) ?? before.get(key), event, recorded);
    if (row !== undefined) after.set(key, row as object);
  }
  return after;
};

/** Folds events, in order, into rows that are all at hand. */
export const foldInto = (rows: Map<string, object>, projection: AnyProjection, events: readonly RecordedEvent[], decode: (stored: RecordedEvent) => Decoded = decoded): void => {
  for (const { event, recorded, key } of steps(projection, events, decode)) {
    const row = project(projection, rows.get(key), event, recorded);
    if (row !== undefined) rows.set(key, row as object);
  }
};
