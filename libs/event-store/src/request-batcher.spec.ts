import { setImmediate as nextTurn } from 'node:timers/promises';
import { RequestBatcher } from './request-batcher';

/** Doubles numbers, and writes down which came together. */
const doubling = (most?: number) => {
  const batches: number[][] = [];
  const batcher = new RequestBatcher(async (requests: readonly number[]) => {
    batches.push([...requests]);
    await nextTurn();
    if (requests.includes(13)) throw new Error('13');
    return requests.map((number) => 2 * number);
  }, most);
  return { batches, ask: (number: number) => batcher.ask(number) };
};

it('answers each question of a turn, all together', async () => {
  const { batches, ask } = doubling();
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

it('gathers what comes while two batches are under way', async () => {
  const { batches, ask } = doubling();
  const first = [];
  for (const number of [1, 2]) {
    first.push(ask(number));
    await nextTurn();
  }
  const others = [ask(3)];
  await Promise.resolve();
  others.push(ask(4));
  expect(await Promise.all([...first, ...others])).toEqual([2, 4, 6, 8]);
  expect(batches).toEqual([[1], [2], [3, 4]]);
});

it('lets nobody wait for a batch that is stuck', async () => {
  const batcher = new RequestBatcher(async (requests: readonly string[]) =>
    requests.includes('stuck') ? new Promise<string[]>(() => undefined) : requests.map(() => 'answered'),
  );
  const stuck = batcher.ask('stuck');
  await nextTurn();
  expect(await batcher.ask('another')).toBe('answered');
  expect(await batcher.ask('yet another')).toBe('answered');
  expect(await Promise.race([stuck, 'still stuck'])).toBe('still stuck');
});

it('takes no more than it may at once', async () => {
  const { batches, ask } = doubling(2);
  await Promise.all([1, 2, 3].map(ask));
  expect(batches).toEqual([[1, 2], [3]]);
});

it('tells those of a batch that failed, and nobody else', async () => {
  const { ask } = doubling(2);
  expect((await Promise.allSettled([1, 13, 2].map(ask))).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(await ask(4)).toBe(8);
});
