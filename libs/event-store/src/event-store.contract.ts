import { appendingContract } from './contract/appending.contract';
import { commandKeysContract } from './contract/command-keys.contract';
import { competingContract } from './contract/competing.contract';
import { followingContract } from './contract/following.contract';
import { readingContract } from './contract/reading.contract';
import { reopeningContract } from './contract/reopening.contract';
import type { EventStore } from './event-store';

export interface OpenedStore {
  readonly store: EventStore;
  /** Opens the same log once more, for a log that outlives its store. */
  readonly reopen?: () => Promise<EventStore>;
}

/** The suite that every event store passes. `open` is called before each test and gives a store with an empty log. */
export function eventStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the promises of an event store`, () => {
    let opened: OpenedStore;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.store.close());

    const log = () => opened.store;
    readingContract(log);
    appendingContract(log);
    commandKeysContract(log);
    competingContract(log);
    followingContract(log);
    reopeningContract(() => opened);
  });
}
