import type { EventContent, EventStore, ReadAllOptions } from '@minsheng/event-store';
import { ignore } from './event-groups';
import { project } from './projection';
import type { AnyProjection } from './projections';
import { decoded, decodedAgain, type Decoded } from './decoded-event';

export type Rows = ReadonlyMap<string, object>;

/** Prefixes of the streams that a projection reads. */
export const streamPrefixesOf = ({ categories }: AnyProjection): string[] =>
  categories.map((category) => `${category}-`);

type Step = (event: Decoded['event'], context: Decoded['context'], key: string, place: number) => void;

/**
 * Calls `step` for each event that concerns a projection, decoded, once per row that it changes, with the row's key and
 * its place among the event's rows.
 */
function eachStep(
  projection: AnyProjection,
  events: readonly EventContent[],
  decode: (stored: EventContent) => Decoded,
  step: Step,
): void {
  const prefixes = streamPrefixesOf(projection);
  for (const stored of events) {
    const { stream } = stored; // undefined if only these streams were read
    if (stream !== undefined && !prefixes.some((prefix) => stream.startsWith(prefix))) continue;
    if (decode === decodedAgain && (projection.on as Readonly<Record<string, unknown>>)[stored.type] === ignore)
      continue; // validated before, and without effect
    const { event, context } = decode(stored);
    const keys = event.type in projection.on ? projection.keyOf(event, context) : undefined;
    if (keys === undefined) continue;
    if (typeof keys === 'string') step(event, context, keys, 0);
    else keys.forEach((key, place) => step(event, context, key, place));
  }
}

/**
 * Folds events, in order, over the rows they touch, and returns the rows that they change. `rowsOf` is called at most
 * once, with all keys of the batch.
 */
export const foldBatch = async (
  projection: AnyProjection,
  events: readonly EventContent[],
  rowsOf: (keys: readonly string[]) => Promise<Rows>,
): Promise<Rows> => {
  const all: (Decoded & { readonly key: string; readonly place: number })[] = [];
  eachStep(projection, events, decoded, (event, context, key, place) => all.push({ event, context, key, place }));
  const first = new Map<string, string>();
  for (const { event, key } of all) if (!first.has(key)) first.set(key, event.type);
  const wanted = [...first].flatMap(([key, type]) => (projection.createdBy.includes(type) ? [] : [key]));
  const before: Rows = wanted.length === 0 ? new Map() : await rowsOf(wanted);
  const after = new Map<string, object>();
  for (const { event, context, key, place } of all) {
    const row = project(projection, after.get(key) ?? before.get(key), event, context, place);
    if (row !== undefined) after.set(key, row as object);
  }
  return after;
};

/** Folds events, in order, into rows held in memory. */
export const foldInto = (
  rows: Map<string, object>,
  projection: AnyProjection,
  events: readonly EventContent[],
  decode: (stored: EventContent) => Decoded = decoded,
): void =>
  eachStep(projection, events, decode, (event, context, key, place) => {
    const row = project(projection, rows.get(key), event, context, place);
    if (row !== undefined) rows.set(key, row as object);
  });

/** Reads from the log what a projection needs, and no more. */
export const readingFor =
  ({ needs }: AnyProjection, store: EventStore) =>
  (after: bigint, options: ReadAllOptions): Promise<EventContent[]> =>
    needs === 'metadata'
      ? store.readAll(after, options)
      : store.readContents(after, { ...options, places: needs === 'position' });

/** The projection as it is replayed from its first event to the last, and the function that completes its rows. */
export const replayOf = (
  projection: AnyProjection,
): { readonly forReplay: AnyProjection; readonly complete: (row: object) => object } => ({
  forReplay: projection.replay
    ? ({ ...projection, on: { ...projection.on, ...projection.replay.on } } as AnyProjection)
    : projection,
  complete: projection.replay?.finish ?? ((row) => row),
});
