import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  type BinaryEventType,
  type Direction,
  type Filter,
  type ReadRevision,
  type ResolvedEvent,
} from '@kurrent/kurrentdb-client';
import { withRetry, type ReadAllOptions } from '@minsheng/event-store';
import type { Connection } from './connection';
import { unsealed, type FoundEvent } from './envelope';
import { inOurWords, isOutcomeUnknown, isStreamUnknown } from './failures';
import { isOfTheServer } from './names';

type Raw = ResolvedEvent<BinaryEventType>;
type Place = bigint | typeof START | typeof END;

/** Events per call: each has its own limit of time, so none may be long. */
const PAGE = 1_000;
/** Only the server's leader is read: another node may not have yet what was just acknowledged. */
const fromTheLeader = { requiresLeader: true, resolveLinkTos: false };

/** Reads streams and the whole log in short calls; waits for a server that is away for `timeoutMs`. */
export class LogReader {
  constructor(
    private readonly connection: Connection,
    private readonly timeoutMs: number,
  ) {}

  /** The stream's events from a revision on, at most `limit` when told. @throws StreamDeleted, EventStoreUnavailable */
  async read(stream: string, from: number, limit = Number.POSITIVE_INFINITY): Promise<FoundEvent[]> {
    return this.unsealedOf(await this.readRaw(stream, from, limit));
  }

  /** The same as it stands there: bookkeeping is read so. */
  async readRaw(stream: string, from: number, limit = Number.POSITIVE_INFINITY): Promise<Raw[]> {
    const found: Raw[] = [];
    for (let next = Math.max(0, from); found.length < limit;) {
      const wanted = Math.min(PAGE, limit - found.length);
      const page = await this.pageOfStream(stream, BigInt(next), wanted);
      found.push(...page);
      if (page.length < wanted) break;
      next = Number(page[page.length - 1].event!.revision) + 1;
    }
    return found;
  }

  /** The newest entry of a stream. */
  async last(stream: string): Promise<Raw | undefined> {
    return (await this.pageOfStream(stream, END, 1))[0];
  }

  /** Revision of the newest event, -1 when there is none. */
  async lastRevision(stream: string): Promise<number> {
    const last = await this.last(stream);
    return last ? Number(last.event!.revision) : -1;
  }

  async readAll(after: bigint, { limit, until, streamPrefixes }: ReadAllOptions): Promise<FoundEvent[]> {
    const filter = this.connection.names.filterOf(streamPrefixes);
    const found: FoundEvent[] = [];
    for (let cursor = after; filter && found.length < limit;) {
      const wanted = Math.min(PAGE, limit - found.length + 1); // the server begins with the place itself
      const page = await this.pageOfAll(cursor > 0n ? cursor : START, wanted, filter);
      for (const raw of page) {
        const { commit } = raw.event!.position!;
        if (until !== undefined && commit > until) return found;
        if (commit > cursor && found.length < limit) found.push(...this.unsealedOf([raw]));
      }
      if (page.length < wanted) break;
      cursor = page[page.length - 1].event!.position!.commit;
    }
    return found;
  }

  /**
   * The newest event, or the newest recorded at or before an instant. For that one the log is read backwards from its
   * end, since the server has no index of times: the cost grows with what was written since.
   */
  async newest(at?: Date, streamPrefixes?: readonly string[]): Promise<FoundEvent | undefined> {
    const filter = this.connection.names.filterOf(streamPrefixes);
    for (let place: Place = END, wanted = 1; filter; wanted = PAGE) {
      const page: Raw[] = await this.pageOfAll(place, wanted, filter, BACKWARDS);
      const found = this.unsealedOf(page).find(({ recordedAt }) => !at || recordedAt <= at);
      if (found || page.length < wanted) return found;
      place = page[page.length - 1].event!.position!.commit;
    }
    return undefined;
  }

  /** The events among what was read: links and metadata are none. */
  unsealedOf(page: readonly Raw[]): FoundEvent[] {
    return page
      .filter(({ event }) => event !== undefined && !isOfTheServer(event.type))
      .map((raw) => unsealed(raw, this.connection.names));
  }

  private pageOfStream(stream: string, from: ReadRevision, maxCount: number): Promise<Raw[]> {
    const direction = from === END ? BACKWARDS : FORWARDS;
    return withRetry(
      async () => {
        try {
          return await this.connection.call((client) =>
            gathered<Raw>(
              client.readStream<BinaryEventType>(this.connection.names.onServer(stream), {
                ...fromTheLeader,
                direction,
                fromRevision: from,
                maxCount,
              }),
            ),
          );
        } catch (error) {
          if (isStreamUnknown(error)) return [];
          throw inOurWords(error, stream);
        }
      },
      isOutcomeUnknown,
      this.timeoutMs,
    );
  }

  /** Forwards it begins with the place itself, backwards with what stands before it. */
  private pageOfAll(place: Place, maxCount: number, filter: Filter, direction: Direction = FORWARDS): Promise<Raw[]> {
    const fromPosition = typeof place === 'bigint' ? { commit: place, prepare: place } : place;
    return withRetry(
      () =>
        this.connection.call((client) =>
          gathered<Raw>(
            client.readAll({ ...fromTheLeader, direction, fromPosition, maxCount, filter }) as AsyncIterable<Raw>,
          ),
        ),
      isOutcomeUnknown,
      this.timeoutMs,
    );
  }
}

const gathered = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
};
