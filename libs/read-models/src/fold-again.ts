import { readPages, type EventStore } from '@minsheng/event-store';
import { decoded } from './decoded-event';
import { foldInto, type Rows } from './fold';
import type { AnyProjection } from './projections';
import { SetAside, streamPrefixesAbout, subjectOf } from './set-aside';

const PAGE = 1_000;

/**
 * All rows of some subjects, folded from the first event of the log to a position: how what was set aside is put right
 * once it can be applied. What still cannot be is set aside from its own position on. @throws TooMuchSetAside
 */
export const foldedAgain = async (
  store: EventStore,
  projection: AnyProjection,
  subjects: readonly string[],
  until: bigint,
): Promise<{ readonly rows: Rows; readonly setAside: SetAside }> => {
  const rows = new Map<string, object>();
  const setAside = new SetAside();
  const about = new Set(subjects);
  for await (const page of readPages((after, options) => store.readAll(after, options), 0n, {
    limit: PAGE,
    until,
    streamPrefixes: subjects.flatMap((subject) => streamPrefixesAbout(projection.categories, subject)),
    few: true,
  }))
    foldInto(
      rows,
      projection,
      page.filter((stored) => about.has(subjectOf(stored))),
      decoded,
      setAside,
    );
  return { rows, setAside };
};
