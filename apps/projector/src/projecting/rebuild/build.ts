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
  /** Takes in what cannot be applied, as the live projection sets it aside. */
  readonly setAside: SetAside;
  /** The live projection has applied everything up to here, so these events need no validation. */
  readonly knownUntil: bigint;
  /** Whether to read in which stream each event stands, also where the projection does not ask for it. */
  readonly places: boolean;
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
 * @throws StreamUnknown if something has to be set aside and the events were read without their places
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
