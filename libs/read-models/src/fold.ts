import type { EventContent, EventStore, ReadAllOptions } from '@minsheng/event-store';
import { ignore } from './event-groups';
import { project } from './projection';
import type { AnyProjection } from './projections';
import { decoded, decodedAgain, type Decoded } from './decoded-event';
import { reasonOf, subjectOf, type SetAside } from './set-aside';

export type Rows = ReadonlyMap<string, object>;

/** Prefixes of the streams that a projection reads. */
export const streamPrefixesOf = ({ categories }: AnyProjection): string[] =>
  categories.map((category) => `${category}-`);

interface Step extends Decoded {
  readonly stored: EventContent;
  readonly key: string;
  /** Place among the event's rows. */ readonly place: number;
}

/**
 * Calls `onStep` for each event that concerns a projection, decoded, once per row that it changes. If the rows cannot
 * be determined, everything of the subject is set aside; without `aside` that is an error. What waits with its subject
 * is left out.
 */
function eachStep(
  projection: AnyProjection,
  events: readonly EventContent[],
  decode: (stored: EventContent) => Decoded,
  aside: SetAside | undefined,
  onStep: (step: Step) => void,
): void {
  const prefixes = streamPrefixesOf(projection);
  for (const stored of events) {
    const { stream, position } = stored; // stream: undefined if only these streams were read
    if (stream !== undefined && !prefixes.some((prefix) => stream.startsWith(prefix))) continue;
    if (aside && aside.size > 0 && aside.waits(subjectOf(stored), position)) continue;
    if (decode === decodedAgain && (projection.on as Readonly<Record<string, unknown>>)[stored.type] === ignore)
      continue; // validated before, and without effect
    const found = located(projection, stored, decode, aside);
    if (found?.keys === undefined) continue;
    const { event, context, keys } = found;
    if (typeof keys === 'string') onStep({ event, context, stored, key: keys, place: 0 });
    else keys.forEach((key, place) => onStep({ event, context, stored, key, place }));
  }
}

/** The event and the rows it belongs to. */
const located = (
  projection: AnyProjection,
  stored: EventContent,
  decode: (stored: EventContent) => Decoded,
  aside: SetAside | undefined,
): (Decoded & { readonly keys: string | readonly string[] | undefined }) | undefined => {
  try {
    const { event, context } = decode(stored);
    return { event, context, keys: event.type in projection.on ? projection.keyOf(event, context) : undefined };
  } catch (error) {
    if (!aside) throw error;
    const subject = subjectOf(stored);
    aside.add({ key: subject, subject, since: stored.position, reason: reasonOf(error) });
    return undefined;
  }
};

/** The row after a step; undefined where there is none, or where it waits. A step that fails sets its row aside. */
const stepped = (
  projection: AnyProjection,
  row: object | undefined,
  { event, context, stored, key, place }: Step,
  aside: SetAside | undefined,
): object | undefined => {
  if (!aside) return project(projection, row, event, context, place) as object | undefined;
  if (aside.waits(key, stored.position)) return undefined;
  try {
    return project(projection, row, event, context, place) as object | undefined;
  } catch (error) {
    aside.add({ key, subject: subjectOf(stored), since: stored.position, reason: reasonOf(error) });
    return undefined;
  }
};

/**
 * Folds events, in order, over the rows they touch, and returns the rows that they change. `rowsOf` is called at most
 * once, with all keys of the batch. `aside` holds what has to wait, and takes in what cannot be applied; without it
 * that is an error. @throws TooMuchSetAside
 */
export const foldBatch = async (
  projection: AnyProjection,
  events: readonly EventContent[],
  rowsOf: (keys: readonly string[]) => Promise<Rows>,
  aside?: SetAside,
): Promise<Rows> => {
  const steps: Step[] = [];
  eachStep(projection, events, decoded, aside, (step) => steps.push(step));
  const first = new Map<string, string>();
  for (const { event, key } of steps) if (!first.has(key)) first.set(key, event.type);
  const wanted = [...first].flatMap(([key, type]) => (projection.createdBy.includes(type) ? [] : [key]));
  const before: Rows = wanted.length === 0 ? new Map() : await rowsOf(wanted);
  const after = new Map<string, object>();
  for (const step of steps) {
    const row = stepped(projection, after.get(step.key) ?? before.get(step.key), step, aside);
    if (row !== undefined) after.set(step.key, row);
  }
  return after;
};

/** Folds events, in order, into rows held in memory; `aside` as in `foldBatch`. @throws StreamUnknown */
export const foldInto = (
  rows: Map<string, object>,
  projection: AnyProjection,
  events: readonly EventContent[],
  decode: (stored: EventContent) => Decoded = decoded,
  aside?: SetAside,
): void =>
  eachStep(projection, events, decode, aside, (step) => {
    const row = stepped(projection, rows.get(step.key), step, aside);
    if (row !== undefined) rows.set(step.key, row);
  });

/** Reads from the log what a projection needs, and no more; with `places` also the position of each event. */
export const readingFor =
  ({ needs }: AnyProjection, store: EventStore, places = false) =>
  (after: bigint, options: ReadAllOptions): Promise<EventContent[]> =>
    needs === 'metadata'
      ? store.readAll(after, options)
      : store.readContents(after, { ...options, places: places || needs === 'position' });

/** The projection as it is replayed from its first event to the last, and the function that completes its rows. */
export const replayOf = (
  projection: AnyProjection,
): { readonly forReplay: AnyProjection; readonly complete: (row: object) => object } => ({
  forReplay: projection.replay
    ? ({ ...projection, on: { ...projection.on, ...projection.replay.on } } as AnyProjection)
    : projection,
  complete: projection.replay?.finish ?? ((row) => row),
});
