import { event, events } from '../../contract/samples';
import { EventStoreBusy, EventStoreUnavailable, WrongRevision } from '../../event-store';
import type { AppendAnswer, Group } from './append-batch';
import type { AppendRequest } from './append-request';
import { GroupCommit } from './group-commit';

const request = (stream: string, size = 1, bytes = 10): AppendRequest => ({
  stream,
  expected: 'any',
  events: events(size),
  bytes,
});
const receipt = ({ stream }: AppendRequest): AppendAnswer => ({ stream, revision: 0, position: 1n, repeated: false });

/**
 * A log that writes down which batches it was sent, answers each in its turn, and knows how many waited for an answer
 * at once.
 */
const watchedLog = (answer: (batch: readonly AppendRequest[]) => AppendAnswer[] = (batch) => batch.map(receipt)) => {
  const batches: string[] = [];
  let [underWay, atMost] = [0, 0];
  let turn: Promise<unknown> = Promise.resolve();
  let arrived!: () => void;
  /** Resolves when the first batch has been sent and waits for its answer. */
  const firstArrived = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const send = (groups: readonly Group[]) => {
    const batch = groups.flat();
    atMost = Math.max(atMost, ++underWay);
    batches.push(batch.map(({ stream }) => stream).join(''));
    arrived();
    const answered = turn
      .then(
        () =>
          new Promise((resolve) => {
            setTimeout(resolve, 5);
          }),
      )
      .then(() => {
        underWay--;
        return answer(batch).map((appendAnswer) => [appendAnswer]);
      });
    turn = answered.catch(() => undefined);
    return answered;
  };
  return { batches, send, firstArrived, atMost: () => atMost };
};

it('sends what was asked together in two batches, and what comes meanwhile as the next', async () => {
  const { batches, send, firstArrived, atMost } = watchedLog();
  const queue = new GroupCommit(send);
  const first = ['a', 'b', 'c', 'd'].map((stream) => queue.append(request(stream)));
  await firstArrived;
  const second = ['e', 'f', 'g'].map((stream) => queue.append(request(stream)));
  expect((await Promise.all([...first, ...second])).map(({ stream }) => stream)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
    'f',
    'g',
  ]);
  expect(batches).toEqual(['ab', 'cd', 'efg']);
  expect(atMost()).toBe(2);
});

it('sends a lone append at once, also while another is under way', async () => {
  const { batches, send, firstArrived, atMost } = watchedLog();
  const queue = new GroupCommit(send);
  const first = queue.append(request('a'));
  await firstArrived;
  await Promise.all([first, queue.append(request('b'))]);
  expect(batches).toEqual(['a', 'b']);
  expect(atMost()).toBe(2);
});

it('ends a batch with the append that fills it, by 250 events or 100 kB, also when that is a large one', async () => {
  const { batches, send } = watchedLog();
  const queue = new GroupCommit(send);
  const requests = [
    request('a', 200),
    request('b', 100),
    request('c', 1, 60_000),
    request('d', 1, 50_000),
    request('e', 1_000, 1_000_000),
    request('f'),
  ];
  await Promise.all(requests.map((each) => queue.append(each)));
  expect(batches).toEqual(['ab', 'cd', 'e', 'f']);
});

it('sends a small crowd as one where a batch takes long however small it is', async () => {
  const { batches, send } = watchedLog(); // five milliseconds each
  const queue = new GroupCommit(send);
  await queue.append(request('a'));
  await Promise.all(['b', 'c', 'd', 'e', 'f', 'g'].map((stream) => queue.append(request(stream))));
  expect(batches).toEqual(['a', 'bcdefg']);
});

it('keeps the batches alike when one began alone', async () => {
  const { batches, send, firstArrived } = watchedLog();
  const queue = new GroupCommit(send);
  const first = queue.append(request('a'));
  await firstArrived;
  await Promise.all([first, ...['b', 'c', 'd', 'e', 'f'].map((stream) => queue.append(request(stream)))]);
  expect(batches).toEqual(['a', 'bcd', 'ef']);
});

it('refuses more than may wait, and takes work again afterwards', async () => {
  const { send } = watchedLog();
  const queue = new GroupCommit(send, { appends: 2, bytes: 100 });
  const waiting = [queue.append(request('a')), queue.append(request('b'))];
  await expect(queue.append(request('c'))).rejects.toEqual(new EventStoreBusy(1));
  await Promise.all(waiting);
  await expect(queue.append(request('d', 1, 101))).rejects.toThrow(EventStoreBusy);
  await expect(queue.append(request('e', 1, 100))).resolves.toMatchObject({ stream: 'e' });
});

it('counts each append of a group, and its bytes, among those that may wait', async () => {
  const { send } = watchedLog();
  const queue = new GroupCommit(send, { appends: 3, bytes: 100 });
  const pair = [request('a', 1, 50), request('b', 1, 50)];
  await expect(queue.appendGroup(['a', 'b', 'c', 'd'].map((stream) => request(stream)))).rejects.toThrow(
    EventStoreBusy,
  );
  await expect(queue.appendGroup([...pair, request('c', 1, 1)])).rejects.toThrow(EventStoreBusy);
  await expect(queue.appendGroup(pair)).resolves.toMatchObject([{ stream: 'a' }]);
});

it(
  'keeps back an append that says where its stream is while another of that stream is under way, and nothing ' + 'else',
  async () => {
    const { batches, send, firstArrived, atMost } = watchedLog();
    const queue = new GroupCommit(send);
    const first = [queue.append(request('a')), queue.append(request('b'))];
    await firstArrived;
    await Promise.all([
      ...first,
      queue.append(request('a')),
      queue.append({ ...request('b'), expected: 0 }),
      queue.append({ ...request('c'), expected: 'no stream' }),
    ]);
    expect(batches).toEqual(['a', 'b', 'ac', 'b']);
    expect(atMost()).toBe(2);
  },
);

it('keeps back with it whoever comes after it on its stream', async () => {
  const { batches, send, firstArrived } = watchedLog();
  const queue = new GroupCommit(send);
  const first = queue.append(request('b'));
  await firstArrived;
  await Promise.all([
    first,
    queue.append({ ...request('b'), expected: 0 }),
    queue.append(request('b')),
    queue.append(request('c')),
  ]);
  expect(batches).toEqual(['b', 'c', 'bb']);
});

it('gives each append its own answer', async () => {
  const { send } = watchedLog((batch) =>
    batch.map((each) => (each.stream === 'b' ? new WrongRevision('b', 0, 4) : receipt(each))),
  );
  const queue = new GroupCommit(send);
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((stream) => queue.append(request(stream))));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it.each(['22021', '23514', '54000'])(
  'sends the appends one by one when their batch was refused with %s',
  async (code) => {
    const { batches, send } = watchedLog((batch) => {
      if (batch.some(({ stream }) => stream === 'b')) throw Object.assign(new Error('refused'), { code });
      return batch.map(receipt);
    });
    const queue = new GroupCommit(send);
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((stream) => queue.append(request(stream))));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual(['ab', 'c', 'a', 'b']);
  },
);

it('tells all who wait when the log is unavailable, and tries anew for the next', async () => {
  let down = true;
  const { batches, send } = watchedLog((batch) => {
    if (down) throw new EventStoreUnavailable('down');
    return batch.map(receipt);
  });
  const queue = new GroupCommit(send);
  const appends = ['a', 'b', 'd', 'e'].map((stream) =>
    queue.append({ ...request(stream), events: [...events(600), event()] }),
  );
  expect((await Promise.allSettled(appends)).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  expect(batches).toEqual(['a', 'b']);
  down = false;
  await expect(queue.append(request('c'))).resolves.toMatchObject({ stream: 'c' });
});

it('finishes what it took before it closes, and takes nothing more', async () => {
  const { batches, send } = watchedLog();
  const queue = new GroupCommit(send);
  const taken = queue.append(request('a'));
  await queue.close();
  expect(batches).toEqual(['a']);
  await taken;
  await expect(queue.append(request('b'))).rejects.toThrow(EventStoreUnavailable);
});
