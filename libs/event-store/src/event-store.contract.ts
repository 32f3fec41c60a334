import { appendingContract } from './contract/appending.contract';
import { commandKeysContract } from './contract/command-keys.contract';
import { competingContract } from './contract/competing.contract';
import { followingContract } from './contract/following.contract';
import { groupsContract } from './contract/groups.contract';
import type { OpenedStore } from './contract/opened-store';
import { readingContract } from './contract/reading.contract';
import { reopeningContract } from './contract/reopening.contract';

export type { OpenedStore };

type Part = (opened: () => OpenedStore) => void;
/** What depends on how appends reach the log. */
export const appendingParts: readonly Part[] = [
  appendingContract,
  commandKeysContract,
  groupsContract,
  competingContract,
];

/**
 * The suite that every event store passes. `open` is called before each test and gives a store with an empty log. A
 * second way of the same store to append is shown by those parts alone.
 */
export function eventStoreContract(
  name: string,
  open: () => Promise<OpenedStore>,
  parts: readonly Part[] = [...appendingParts, readingContract, followingContract, reopeningContract],
): void {
  describe(`${name} keeps the promises of an event store`, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.store.close());

    for (const part of parts) part(() => opened);
  });
}
