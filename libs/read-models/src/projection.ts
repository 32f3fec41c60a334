import type { Category, LedgerEvent, Metadata } from '@minsheng/contracts';

/** Position of an event in its stream and in the log. */
export interface EventPosition {
  readonly stream: string;
  /** Number of events in the stream, this one included; shown as ETag. */
  readonly streamVersion: number;
  readonly position: string;
}
/** All that a projection may know besides an event's data: no clock, no random numbers, no other table. */
export interface EventContext extends EventPosition {
  /** ISO instant at which it was appended. */
  readonly recordedAt: string;
  readonly metadata: Metadata;
}

/** Data of an event among those a projection knows. */
type DataIn<E extends LedgerEvent, T extends E['type']> = Extract<E, { type: T }>['data'];

/** What is read from the log for a projection: data; position too; metadata too. It follows from what it may know. */
export type Needs<Known> = Known extends EventContext ? 'metadata' : Known extends EventPosition ? 'position' : 'data';

/**
 * A read model as a table of pure functions, one per event: the row before, and the row after. A missing event does not
 * compile. `Known` is what the functions may know besides the data.
 */
export interface Projection<Row extends object, E extends LedgerEvent, Known = EventPosition> {
  /** Name of the table and of the checkpoint. */
  readonly name: string;
  readonly entity: new () => Row;
  /** Categories of the streams it reads. */
  readonly categories: readonly Category[];
  readonly needs: Needs<Known>;
  /** Key of the row that an event changes, or the keys of several, each once; undefined if it changes none. */
  readonly keyOf: (event: E, known: Known) => string | readonly string[] | undefined;
  /** Events that create a row whatever was there before: it is not fetched for them. */
  readonly createdBy: readonly E['type'][];
  /** `place` is the row's place among the keys: an event about 2,000 sites changes each row by its own part. */
  readonly on: {
    readonly [T in E['type']]: (
      row: Row | undefined,
      data: DataIn<E, T>,
      known: Known,
      place: number,
    ) => Row | undefined;
  };
  /**
   * For a replay, of which only the last rows are used: `on` leaves out what is computed from the rest of the row, and
   * `finish` adds it once at the end.
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
