import { InMemoryEventStore, WrongRevision, type Append, type NewEvent } from '@minsheng/event-store';
import { CommandProcessor, StaleVersion } from '.';
import {
  envelope,
  openEvaluation,
  openTicket,
  project,
  propose,
  refusal,
  shelve,
  ticketsOf,
  WatchedStore,
} from './testing/commands';

const stream = `evaluation-${project}`;

/** A log in which a rival's event comes before each group of appends, as long as there are rivals. */
class OvertakenStore extends InMemoryEventStore {
  attempts = 0;
  constructor(private readonly rivals: NewEvent[]) {
    super();
  }
  override async appendGroup(members: readonly Append[]) {
    this.attempts += 1;
    const rival = this.rivals.shift();
    if (rival) await super.append(members[0].stream, 'any', [rival]);
    return super.appendGroup(members);
  }
}
const setUp = () => {
  const store = new InMemoryEventStore();
  return { store, processor: new CommandProcessor(store) };
};

describe('two commands at once', () => {
  it('both succeed, the second decided on what the first wrote', async () => {
    const { store, processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    const receipts = await Promise.all(
      [1, 2].map((number) => processor.execute('evaluation', project, openTicket(number), envelope())),
    );
    expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual([2, 3]);
    expect((await store.read(`evaluation-${project}`)).map(({ type }) => type)).toEqual([
      'EvaluationOpened',
      'RectificationOpened',
      'RectificationOpened',
    ]);
  });
  it('are not both let through where the domain allows one', async () => {
    const { store, processor } = setUp();
    await processor.execute('candidate', project, propose, envelope());
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => processor.execute('candidate', project, shelve, envelope())),
    );
    expect(outcomes).toEqual([
      expect.objectContaining({ status: 'fulfilled' }),
      { status: 'rejected', reason: refusal('CANDIDATE_ALREADY_DECIDED') },
    ]);
    expect(await store.head()).toBe(2n);
  });
  it('write one event when both send the same command', async () => {
    const { store, processor } = setUp();
    const sent = envelope();
    const [first, second] = await Promise.all([1, 2].map(() => processor.execute('candidate', project, propose, sent)));
    expect(second).toEqual(first);
    expect(await store.head()).toBe(1n);
  });
});

describe('a command that others overtake', () => {
  /** An evaluation that others open so many tickets on, 101, 102 …, one before each attempt. */
  const overtakenTimes = async (times: number) => {
    const scratch = setUp();
    await scratch.processor.execute('evaluation', project, openEvaluation, envelope());
    for (let rival = 1; rival <= times; rival += 1)
      await scratch.processor.execute('evaluation', project, openTicket(100 + rival), envelope());
    const [opening, ...rivals] = await scratch.store.read(stream);
    const store = new OvertakenStore(rivals);
    await store.append(stream, 'no stream', [opening]);
    return { store, processor: new CommandProcessor(store) };
  };

  it('three times still succeeds', async () => {
    const { store, processor } = await overtakenTimes(3);
    expect(await processor.execute('evaluation', project, openTicket(1), envelope())).toMatchObject({
      streamVersion: 5,
    });
    expect(store.attempts).toBe(4);
  });
  it('four times is rejected as a conflict, and nothing of it is written', async () => {
    const { store, processor } = await overtakenTimes(4);
    await expect(processor.execute('evaluation', project, openTicket(1), envelope())).rejects.toThrow(WrongRevision);
    expect(store.attempts).toBe(4);
    expect(ticketsOf(await store.read(stream))).toEqual([101, 102, 103, 104]);
  });
  it('is not decided again where its sender named the version it saw', async () => {
    const { store, processor } = await overtakenTimes(1);
    await expect(
      processor.execute('evaluation', project, openTicket(1), envelope({ expectedVersion: 1 })),
    ).rejects.toThrow(StaleVersion);
    expect(store.attempts).toBe(1);
  });
  it('shares its attempts with those of its batch, and what was refused among them is refused', async () => {
    const { store, processor } = await overtakenTimes(4);
    const outcomes = await Promise.allSettled([
      processor.execute('evaluation', project, openTicket(1), envelope()),
      processor.execute('evaluation', project, openEvaluation, envelope()),
      processor.execute('evaluation', project, openTicket(2), envelope()),
    ]);
    expect(outcomes).toMatchObject([
      { reason: expect.any(WrongRevision) },
      { reason: { code: 'EVALUATION_ALREADY_OPEN' } },
      { reason: expect.any(WrongRevision) },
    ]);
    expect(store.attempts).toBe(4);
  });
});

describe('two processes', () => {
  const twoProcesses = async (store: InMemoryEventStore) => {
    const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
    await mine.execute('evaluation', project, openEvaluation, envelope());
    return { mine, theirs };
  };

  it('see what the other wrote, although they remember the stream without it', async () => {
    const store = new InMemoryEventStore();
    const { mine, theirs } = await twoProcesses(store);
    await theirs.execute('evaluation', project, openTicket(1), envelope());
    expect(await mine.execute('evaluation', project, openTicket(1), envelope())).toMatchObject({ streamVersion: 2 });
    expect(await store.head()).toBe(2n);
  });
  it('read the stream from its first event after a conflict, and trust nothing they remembered', async () => {
    const store = new WatchedStore();
    const { mine, theirs } = await twoProcesses(store);
    await theirs.execute('evaluation', project, openTicket(1), envelope());
    store.reads.length = 0;
    expect(await mine.execute('evaluation', project, openTicket(2), envelope())).toMatchObject({ streamVersion: 3 });
    expect(store).toMatchObject({ conflicts: 1, reads: [2] });
  });
  it('never let a command rest on one that was not taken', async () => {
    const store = new InMemoryEventStore();
    const { mine, theirs } = await twoProcesses(store);
    await theirs.execute('evaluation', project, openTicket(5), envelope());
    // Mine does not know ticket 5. Were the three appended one by one, the first would fail and the second fill the
    // place meant for it.
    const receipts = await Promise.all(
      [7, 5, 8].map((number) => mine.execute('evaluation', project, openTicket(number), envelope())),
    );
    expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual([3, 4, 4]); // ticket 5 is open already
    expect(ticketsOf(await store.read(stream))).toEqual([5, 7, 8]);
  });
  it('lose nothing where the other wrote as many events as a batch holds', async () => {
    const store = new InMemoryEventStore();
    const { mine, theirs } = await twoProcesses(store);
    for (const number of [9, 21, 22]) await theirs.execute('evaluation', project, openTicket(number), envelope());
    await Promise.all([8, 9, 10].map((number) => mine.execute('evaluation', project, openTicket(number), envelope())));
    expect(ticketsOf(await store.read(stream))).toEqual([9, 21, 22, 8, 10]);
  });
  it('at the same time lose nothing: a conflict is decided again', async () => {
    const store = new WatchedStore();
    const { mine, theirs } = await twoProcesses(store);
    for (let number = 0; number < 20; number += 1)
      await Promise.all(
        [mine, theirs].map((processor, which) =>
          processor.execute('evaluation', project, openTicket(2 * number + which), envelope()),
        ),
      );
    expect(ticketsOf(await store.read(stream)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, number) => number),
    );
    expect(store.conflicts).toBeGreaterThan(0);
  });
});
