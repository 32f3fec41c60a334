import { appendingContract } from './contract/appending.contract';
import { commandKeysContract } from './contract/command-keys.contract';
import { competingContract } from './contract/competing.contract';
import { followingContract } from './contract/following.contract';
import { groupsContract } from './contract/groups.contract';
import type { OpenedStore } from './contract/opened-store';
import { readingContract } from './contract/reading.contract';
import { reopeningContract } from './contract/reopening.contract';

export type { OpenedStore };

/** The suite that every event store passes. `open` is called before each test and gives a store with an empty log. */
export function eventStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} keeps the promises of an event store`, () => {
    let opened: OpenedStore;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.store.close());

    readingContract(() => opened);
    appendingContract(() => opened);
    commandKeysContract(() => opened);
    groupsContract(() => opened);
    competingContract(() => opened);
    followingContract(() => opened);
    reopeningContract(() => opened);
  });
}
