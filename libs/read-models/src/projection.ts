import type { Category, LedgerEvent, Metadata } from '@minsheng/contracts';

/** Where in the log an event stands. */
export interface EventPosition {
  readonly stream: string;
  /** Number of events in the stream, this one included: what an ETag shows. */
  readonly streamVersion: number;
  readonly position: string;
}
/** All that a projection may know of an event beside its data. Nothing else: no clock, no random, no other table. */
export interface EventContext extends EventPosition {
  /** ISO instant at which the log took it. */
  readonly recordedAt: string;
  readonly metadata: Metadata;
}

/** Data of an event among those a projection knows. */
type DataIn<E extends LedgerEvent, T extends E['type']> = Extract<E, { type: T }>['data'];

/**
 * What is read of the log for a projection: what happened; and where; and who did it and when. Its type follows: it
 * cannot look at more.
 */
export type Needs<Known> = Known extends EventContext ? 'metadata' : Known extends EventPosition ? 'position' : 'data';

/**
 * A read model told as a table: on this event, change the row so. A missing event does not compile. `Known` is what it
 * may know beside the data.
 */
export interface Projection<Row extends object, E extends LedgerEvent, Known = EventPosition> {
  /** Name of the table and of the checkpoint. */
  readonly name: string;
  readonly entity: new () => Row;
  /** The streams it listens to. */
  readonly categories: readonly Category[];
  readonly needs: Needs<Known>;
  /** Which row an event belongs to, or which rows, each once; undefined where it changes none. */
  readonly keyOf: (event: E, known: Known) => string | readonly string[] | undefined;
  /** Events that make a row anew without a look at the one before: it need not be fetched for them. */
  readonly createdBy: readonly E['type'][];
  /**
   * `place` is the row's place among those that `keyOf` named: an event about two thousand sites changes each row by
   * its own part of it.
   */
  readonly on: {
    readonly [T in E['type']]: (
      row: Row | undefined,
      data: DataIn<E, T>,
      known: Known,
      place: number,
    ) => Row | undefined;
  };
  /**
   * Where only the last state is wanted: these lines leave out what is reckoned from the rest of the row, and
   * `complete` adds it once at the end.
   */
  readonly replay?: {
    readonly on: {
      readonly [T in E['type']]?: (row: Row | undefined, data: DataIn<E, T>, known: Known) => Row | undefined;
    };
    readonly finish: (row: Row) => Row;
  };
}

/** One step of the fold. */
export const project = <Row extends object, E extends LedgerEvent, Known>(
  { on }: Projection<Row, E, Known>,
  row: Row | undefined,
  event: E,
  known: Known,
  place = 0,
): Row | undefined =>
  (
    on[event.type as E['type']] as (row: Row | undefined, data: unknown, known: Known, place: number) => Row | undefined
  )(row, event.data, known, place);
