import { setImmediate as nextTurn } from 'node:timers/promises';
import { SingleFlight } from './single-flight';

/** Something that changes all the time; each read takes a turn and answers what was there when it began. */
const watched = () => {
  const reads = new SingleFlight<number>();
  let [now, begun] = [0, 0];
  const read = async () => {
    begun += 1;
    const seen = now;
    await nextTurn();
    return seen;
  };
  return {
    ask: (name = 'a') => reads.ask(name, read),
    change: () => {
      now += 1;
    },
    begun: () => begun,
  };
};

it('is read once for all who ask while two reads are under way, and never from before they asked', async () => {
  const { ask, change, begun } = watched();
  const first = [ask(), ask()];
  change();
  const others = Array.from({ length: 60 }, () => ask());
  expect(await Promise.all([...first, ...others])).toEqual([0, 0, ...Array<number>(60).fill(1)]);
  expect(begun()).toBe(3);
});

it('waits for nobody whose read is stuck', async () => {
  const reads = new SingleFlight<string>();
  const stuck = reads.ask('a', () => new Promise<string>(() => undefined));
  expect(
    await Promise.all(
      [1, 2, 3].map(() =>
        reads.ask('a', async () => {
          await nextTurn();
          return 'read';
        }),
      ),
    ),
  ).toEqual(['read', 'read', 'read']);
  expect(await Promise.race([stuck, 'still stuck'])).toBe('still stuck');
});

it('is read again for who asks afterwards', async () => {
  const { ask, change, begun } = watched();
  await ask();
  change();
  expect(await ask()).toBe(1);
  expect(begun()).toBe(2);
});

it('does not wait for what has another name', async () => {
  const { ask, begun } = watched();
  await Promise.all([ask('a'), ask('b')]);
  expect(begun()).toBe(2);
});

it('tells all who share it that it failed, and is read again for the next', async () => {
  const reads = new SingleFlight<number>();
  let fails = true;
  const read = async () => {
    await nextTurn();
    if (fails) throw new Error('away');
    return 1;
  };
  const answers = [1, 2, 3].map(() => reads.ask('a', read));
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  fails = false;
  expect(await reads.ask('a', read)).toBe(1);
});
