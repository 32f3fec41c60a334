import { StreamQueues } from './stream-queues';

const nextTurn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
/** Writes down which tasks were worked on together; a task in capitals remains once, and is a small letter then. */
const watched = (work: (stream: string) => Promise<unknown> = nextTurn) => {
  const batches: string[] = [];
  const queues = new StreamQueues<string>(async (stream, tasks) => {
    batches.push(tasks.join(''));
    await work(stream);
    return tasks.filter((task) => task !== task.toLowerCase()).map((task) => task.toLowerCase());
  });
  return { batches, add: (stream: string, tasks: string) => [...tasks].forEach((task) => queues.add(stream, task)) };
};
const settled = async () => {
  for (let turn = 0; turn < 8; turn += 1) await nextTurn();
};

describe('the queues of streams', () => {
  it('take together what comes while their stream is busy, and do not wait for each other', async () => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { batches, add } = watched((stream) => (stream === 'slow' ? gate : nextTurn()));
    add('slow', 'ab');
    await nextTurn();
    add('slow', 'c');
    add('slow', 'd');
    add('quick', 'q');
    await nextTurn();
    expect(batches).toEqual(['ab', 'q']);
    open();
    await settled();
    expect(batches).toEqual(['ab', 'q', 'cd']);
  });
  it('put what remains before what came meanwhile', async () => {
    const { batches, add } = watched();
    add('a', 'xYz');
    await nextTurn();
    add('a', 'v');
    await settled();
    expect(batches).toEqual(['xYz', 'yv']);
  });
  it('take along who is answered and adds the next task', async () => {
    const batches: string[][] = [];
    const answers = new Map<string, () => void>();
    const queues = new StreamQueues<string>(async (_stream, tasks) => {
      batches.push([...tasks]);
      await nextTurn();
      for (const task of tasks) answers.get(task)!();
      return [];
    });
    const ask = (task: string) =>
      new Promise<void>((resolve) => {
        answers.set(task, resolve);
        queues.add('a', task);
      });
    await Promise.all(
      ['a', 'b', 'c'].map(async (caller) => {
        for (const task of [1, 2]) await ask(`${caller}${task}`);
      }),
    );
    expect(batches).toEqual([
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ]);
  });
  it('take a hundred at most together', async () => {
    const { batches, add } = watched();
    add('a', 'x'.repeat(250));
    await settled();
    expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
  });
});
