import type { EventStore } from '../event-store';

/** What a contract test works on. */
export interface OpenedStore {
  readonly store: EventStore;
  /** False for a log whose positions rise with gaps, instead of 1, 2, 3 …. */
  readonly countsPositions?: false;
  /** False for a log whose groups hold one stream only. */
  readonly groupsSpanStreams?: false;
  /** Opens the same log once more, for a log that outlives its store. */
  readonly reopen?: () => Promise<EventStore>;
}
