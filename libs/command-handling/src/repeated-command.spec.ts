import { CommandKeyReused, GroupRepeatedInPart, InMemoryEventStore } from '@minsheng/event-store';
import { CommandProcessor } from '.';
import { envelope, openEvaluation, openTicket, project, propose, refusal, shelve } from './testing/commands';

const setUp = () => {
  const store = new InMemoryEventStore();
  return { store, processor: new CommandProcessor(store) };
};

describe('a repeated command', () => {
  it('answers the original receipt and writes nothing', async () => {
    const { store, processor } = setUp();
    await processor.execute('candidate', project, propose, envelope());
    const sent = envelope();
    const first = await processor.execute('candidate', project, shelve, sent);
    expect(await processor.execute('candidate', project, shelve, sent)).toEqual(first);
    expect(await store.head()).toBe(2n);
  });
  it('answers it although the domain would refuse it now', async () => {
    const { processor } = setUp();
    const sent = envelope();
    const first = await processor.execute('candidate', project, propose, sent);
    await processor.execute('candidate', project, shelve, envelope());
    expect(await processor.execute('candidate', project, propose, sent)).toEqual(first);
    await expect(processor.execute('candidate', project, propose, envelope())).rejects.toEqual(
      refusal('CANDIDATE_ALREADY_PROPOSED'),
    ); // as another request it is refused
  });
  it('answers it although its If-Match is stale by now', async () => {
    const { processor } = setUp();
    await processor.execute('candidate', project, propose, envelope());
    const sent = envelope({ expectedVersion: 1 });
    const first = await processor.execute('candidate', project, shelve, sent);
    expect(await processor.execute('candidate', project, shelve, sent)).toEqual(first);
  });
  it('answers it although there is nothing left to decide', async () => {
    const { processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    const sent = envelope();
    const first = await processor.execute('evaluation', project, openTicket(0xa), sent);
    await processor.execute('evaluation', project, openTicket(0xb), envelope());
    expect(await processor.execute('evaluation', project, openTicket(0xa), sent)).toEqual(first);
  });
  it.each([
    ['decided again', 'evaluation', openTicket(0xb)],
    ['refused', 'evaluation', openEvaluation],
    ['without effect', 'evaluation', openTicket(0xa)],
  ] as const)('with another content is refused, also where that would be %s', async (_what, category, other) => {
    const { store, processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    const sent = envelope();
    await processor.execute('evaluation', project, openTicket(0xa), sent);
    await expect(
      processor.execute(category, project, other, { ...sent, fingerprint: 'another request' }),
    ).rejects.toThrow(CommandKeyReused);
    expect(await store.head()).toBe(2n);
  });
  it('is found before anything is decided by whoever asks', async () => {
    const { processor } = setUp();
    const sent = envelope();
    expect(await processor.earlier(project, sent)).toBeUndefined();
    const first = await processor.execute('candidate', project, propose, sent);
    expect(await processor.earlier(project, sent)).toEqual(first);
    await expect(processor.earlier(project, { ...sent, fingerprint: 'another request' })).rejects.toThrow(
      CommandKeyReused,
    );
  });
});

describe('commands of one batch of which another process executed some', () => {
  /** Sixteen tickets, of which the other process opened some. */
  const sixteenOf = async (executed: readonly number[]) => {
    const store = new InMemoryEventStore();
    const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
    await mine.execute('evaluation', project, openEvaluation, envelope());
    const requests = Array.from({ length: 16 }, (_, number) => ({ command: openTicket(number), sent: envelope() }));
    for (const number of executed)
      await theirs.execute('evaluation', project, requests[number].command, requests[number].sent);
    const receipts = await Promise.all(
      requests.map(({ command, sent }) => mine.execute('evaluation', project, command, sent)),
    );
    return { store, versions: receipts.map(({ streamVersion }) => streamVersion) };
  };

  it('are each answered once: those with their original receipts, the others on what the log holds', async () => {
    const { store, versions } = await sixteenOf([0, 1, 2, 3, 4, 5, 6, 7, 9]);
    expect(versions).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 11, 10, 12, 13, 14, 15, 16, 17]);
    expect(await store.head()).toBe(17n);
  });
  it('are answered with the original receipts where it executed all', async () => {
    const { store, versions } = await sixteenOf(Array.from({ length: 16 }, (_, number) => number));
    expect(versions).toEqual(Array.from({ length: 16 }, (_, number) => number + 2));
    expect(await store.head()).toBe(17n);
  });
  it('and one under the key of another is refused alone', async () => {
    const store = new InMemoryEventStore();
    const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
    await mine.execute('evaluation', project, openEvaluation, envelope());
    const used = envelope();
    await theirs.execute('evaluation', project, openTicket(1), used);
    const outcomes = await Promise.allSettled([
      mine.execute('evaluation', project, openTicket(2), envelope()),
      mine.execute('evaluation', project, openTicket(3), { ...used, fingerprint: 'another request' }),
      mine.execute('evaluation', project, openTicket(4), envelope()),
    ]);
    expect(outcomes).toMatchObject([
      { value: { streamVersion: 3 } },
      { reason: expect.any(CommandKeyReused) },
      { value: { streamVersion: 4 } },
    ]);
  });
  it.each([2, 4])(
    'of four, %p decided otherwise as by another build, leave nothing of that behind',
    async (executed) => {
      const store = new InMemoryEventStore();
      const [mine, theirs] = [new CommandProcessor(store), new CommandProcessor(store)];
      await mine.execute('evaluation', project, openEvaluation, envelope());
      const sent = Array.from({ length: 4 }, () => envelope());
      for (const [number, each] of sent.slice(0, executed).entries())
        await theirs.execute('evaluation', project, openTicket(100 + number), each);
      const receipts = await Promise.all(
        sent.map((each, number) => mine.execute('evaluation', project, openTicket(number), each)),
      );
      expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual([2, 3, 4, 5]);
      expect(await mine.load('evaluation', project)).toEqual(
        await new CommandProcessor(store).load('evaluation', project),
      );
    },
  );
  it('are not tried for ever where the log finds them and does not know their receipts', async () => {
    const { store, processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    jest.spyOn(store, 'appendGroup').mockRejectedValue(new GroupRepeatedInPart());
    const outcomes = await Promise.allSettled(
      [1, 2].map((number) => processor.execute('evaluation', project, openTicket(number), envelope())),
    );
    expect(outcomes).toMatchObject([1, 2].map(() => ({ reason: expect.any(GroupRepeatedInPart) })));
  });
});
