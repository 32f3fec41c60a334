import { events } from './contract/samples';
import type { EventStore, ReadAllOptions } from './event-store';
import { InMemoryEventStore } from './in-memory/in-memory-event-store';
import { readPages } from './read-pages';

const logOf = async (count: number) => {
  const store = new InMemoryEventStore();
  for (let n = 0; n < count; n++) await store.append(n % 2 ? 'odd-1' : 'even-1', 'any', events(1));
  return store;
};
const reading = (store: EventStore) => (after: bigint, options: ReadAllOptions) => store.readAll(after, options);
const pages = async (after: bigint, until: bigint, streamPrefixes?: string[]) => {
  const read: bigint[][] = [];
  for await (const page of readPages(reading(await logOf(7)), after, {
    limit: 3,
    until,
    ...(streamPrefixes && { streamPrefixes }),
  }))
    read.push(page.map(({ position }) => position));
  return read;
};

it.each([
  ['the whole log', 0n, 7n, [[1n, 2n, 3n], [4n, 5n, 6n], [7n]]],
  ['a stretch of it', 2n, 6n, [[3n, 4n, 5n], [6n]]],
  [
    'a stretch that ends with a page',
    0n,
    6n,
    [
      [1n, 2n, 3n],
      [4n, 5n, 6n],
    ],
  ],
  ['nothing', 7n, 7n, []],
])('reads %s page by page', async (_what, after, until, expected) =>
  expect(await pages(after, until)).toEqual(expected),
);

it('reads only the streams asked for', async () => expect(await pages(0n, 7n, ['odd-'])).toEqual([[2n, 4n, 6n]]));

it('asks for the next page while one is worked on, and for no more', async () => {
  const store = await logOf(9);
  const readAll = jest.spyOn(store, 'readAll');
  const pagesOf = readPages(reading(store), 0n, { limit: 3, until: 9n });
  await pagesOf.next();
  expect(readAll).toHaveBeenCalledTimes(2);
  await pagesOf.return(undefined);
  expect(readAll).toHaveBeenCalledTimes(2);
});

it('has asked for the next page before work on one begins, though that work never waits', async () => {
  const store = await logOf(6);
  const steps: string[] = [];
  const read = (after: bigint, options: ReadAllOptions) => {
    setImmediate(() => steps.push(`asked for what follows ${after}`));
    return store.readAll(after, options);
  };
  for await (const page of readPages(read, 0n, { limit: 3, until: 6n }))
    steps.push(`worked on what ends with ${page[2].position}`);
  expect(steps).toEqual([
    'asked for what follows 0',
    'asked for what follows 3',
    'worked on what ends with 3',
    'worked on what ends with 6',
  ]);
});

it('tells an error where its page is asked for', async () => {
  const store = await logOf(6);
  const readAll = store.readAll.bind(store);
  jest
    .spyOn(store, 'readAll')
    .mockImplementationOnce(readAll)
    .mockImplementationOnce(async () => {
      throw new Error('gone');
    });
  const pagesOf = readPages(reading(store), 0n, { limit: 3, until: 6n });
  expect((await pagesOf.next()).value).toHaveLength(3);
  await expect(pagesOf.next()).rejects.toThrow('gone');
});
