import type { RecordedEvent } from '@minsheng/event-store';
import { project } from './projection';
import type { AnyProjection } from './projections';
import { decoded } from './recorded';

export type Rows = ReadonlyMap<string, object>;

/** Folds events, in order, over the rows they touch. `rowsOf` fetches the rows of all keys of the batch in one go. */
export const foldBatch = async (projection: AnyProjection, events: readonly RecordedEvent[], rowsOf: (keys: readonly string[]) => Promise<Rows>): Promise<Rows> => {
  const steps = events
    .filter(({ stream }) => projection.categories.some((category) => stream.startsWith(`${category}-`)))
    .map(decoded)
    .filter(({ event }) => event.type in projection.on)
    .map((step) => ({ ...step, key: projection.keyOf(step.event, step.recorded) }));
  const keys = [...new Set(steps.flatMap(({ key }) => (key === undefined ? [] : [key])))];
  if (keys.length === 0) return new Map();
  const before = await rowsOf(keys);
  const after = new Map<string, object>();
  for (const { event, recorded, key } of steps) {
    if (key === undefined) continue;
    const row = project(projection, after.get(key) ?? before.get(key), event, recorded);
    if (row !== undefined) after.set(key, row as object);
  }
  return after;
};
