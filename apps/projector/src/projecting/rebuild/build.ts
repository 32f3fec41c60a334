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
  type TableRows,
} from '@minsheng/read-models';
import { indexShadow } from './shadow-table';

/** Progress of a rebuild. */
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
  /** The live projection has applied everything up to here, so these events need no validation. */
  readonly knownUntil: bigint;
  readonly onPage: (progress: Progress) => Promise<void>;
  /** Events per page. */
  readonly page?: number;
  /** Whether there is memory left to go on folding. */
  readonly fits?: () => boolean;
}

const PAGE = 10_000;
/** The largest part of the heap in use at which rows are still folded in memory. */
const FITS = 0.5;
const stillFits = (): boolean => {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used < FITS * limit;
};

/**
 * Fills the shadow table from the first event of the log to `until`: folded in memory and copied at once while the rows
 * fit, otherwise page by page. Returns the number of events read.
 */
export async function build(
  { store, dataSource, projection, rows, knownUntil, onPage, page: limit = PAGE, fits = stillFits }: Build,
  until: bigint,
): Promise<number> {
  const folded = new Map<string, object>();
  let events = 0;
  let inMemory = true;
  for await (const page of readPages(readingFor(projection, store), 0n, {
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
    if (inMemory) foldInto(folded, projection, page, last <= knownUntil ? decodedAgain : decoded);
    else await writePage(dataSource, projection, rows, page);
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
  { store, dataSource, projection, rows }: Pick<Build, 'store' | 'dataSource' | 'projection' | 'rows'>,
  from: bigint,
  until: bigint,
): Promise<void> {
  for await (const page of readPages(readingFor(projection, store), from, {
    limit: PAGE,
    until,
    streamPrefixes: streamPrefixesOf(projection),
  }))
    await writePage(dataSource, projection, rows, page);
}

async function writePage(
  { manager }: DataSource,
  projection: AnyProjection,
  rows: TableRows,
  page: readonly EventContent[],
): Promise<void> {
  await rows.write(manager, await foldBatch(projection, page, (keys) => rows.read(manager, keys)));
}
