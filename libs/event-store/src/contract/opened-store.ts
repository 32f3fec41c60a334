import type { EventStore } from '../event-store';

/** What a contract test works on. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Opens the same log once more, for a log that outlives its store. */
  readonly reopen?: () => Promise<EventStore>;
}
