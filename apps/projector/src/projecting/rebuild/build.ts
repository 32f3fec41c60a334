import { getHeapStatistics } from 'node:v8';
import { readPages, type EventContent, type EventStore } from '@minsheng/event-store';
import {
  decoded,
  decodedAgain,
  foldBatch,
  foldInto,
  readingFor,
  streamPrefixesOf,
  type AnyProjection,
  type DataSource,
  type SetAside,
  type TableRows,
} from '@minsheng/read-models';
import { indexShadow } from './shadow-table';

/** How far a rebuild is. */
export interface Progress {
  readonly position: bigint;
  readonly until: bigint;
  readonly events: number;
}

interface Build {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly projection: AnyProjection;
  /** The table that is filled. */
  readonly rows: TableRows;
  /** Takes in what cannot be applied, as the live projection sets it aside. */
  readonly setAside: SetAside;
  /**
   * The living projection has applied everything up to here, so that the shapes of these events need no second check.
   */
  readonly knownUntil: bigint;
  /** Whether to read in which stream each event stands, also where the projection does not ask for it. */
  readonly places: boolean;
  readonly onPage: (progress: Progress) => Promise<void>;
  /** Events read at once. */
  readonly page?: number;
  /** Whether there is room to fold on in memory. */
  readonly fits?: () => boolean;
}

const PAGE = 10_000;
/** Rows are folded in memory as long as they fill no more than this part of the heap. */
const FITS = 0.5;
const stillFits = (): boolean => {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used < FITS * limit;
};

/**
 * Fills the new table with the log from its first event to `until`: folded in memory and copied in at once while the
 * rows fit, otherwise
 * page by page. Answers how many events it read. @throws StreamUnknown where something has to be set aside, and events
 * were read without their places
 */
export async function build(
  { onPage, page: limit = PAGE, fits = stillFits, ...parts }: Build,
  until: bigint,
): Promise<number> {
  const { store, dataSource, projection, rows, setAside, knownUntil, places } = parts;
  const folded = new Map<string, object>();
  let events = 0;
  let inMemory = true;
  for await (const page of readPages(readingFor(projection, store, places), 0n, {
    limit,
    until,
    streamPrefixes: streamPrefixesOf(projection),
  })) {
    if (inMemory && !fits()) {
      await rows.copyIn(dataSource, folded);
      folded.clear();
      await indexShadow(dataSource, projection.name);
      inMemory = false;
    }
    const last = page[page.length - 1].position;
    if (inMemory) foldInto(folded, projection, page, last <= knownUntil ? decodedAgain : decoded, setAside);
    else await writePage(parts, page);
    events += page.length;
    await onPage({ position: last, until, events });
  }
  if (inMemory) {
    await rows.copyIn(dataSource, folded);
    await indexShadow(dataSource, projection.name);
  }
  return events;
}

/** Brings a filled table from one position to another. */
export async function catchUp(
  parts: Pick<Build, 'store' | 'dataSource' | 'projection' | 'rows' | 'setAside'>,
  from: bigint,
  until: bigint,
): Promise<void> {
  const { store, projection } = parts;
  for await (const page of readPages(readingFor(projection, store, true), from, {
    limit: PAGE,
    until,
    streamPrefixes: streamPrefixesOf(projection),
  }))
    await writePage(parts, page);
}

async function writePage(
  {
    dataSource: { manager },
    projection,
    rows,
    setAside,
  }: Pick<Build, 'dataSource' | 'projection' | 'rows' | 'setAside'>,
  page: readonly EventContent[],
): Promise<void> {
  await rows.write(manager, await foldBatch(projection, page, (keys) => rows.read(manager, keys), setAside));
}
