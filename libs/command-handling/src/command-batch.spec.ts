import { deciders } from '@minsheng/domain';
import { AppendTooLarge, EventStoreUnavailable } from '@minsheng/event-store';
import { CommandProcessor } from '.';
import { envelope, openEvaluation, openTicket, project, ticketsOf, WatchedStore } from './testing/commands';

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
/** An evaluation that was opened by this process; its log counts from then on. */
const opened = async () => {
  const store = new WatchedStore();
  const processor = new CommandProcessor(store);
  await processor.execute('evaluation', project, openEvaluation, envelope());
  store.groups.length = 0;
  return { store, processor };
};

describe('commands that wait for one stream', () => {
  it('are decided one upon the other and written by one call', async () => {
    const { store, processor } = await opened();
    const receipts = await Promise.all(
      numbers(64).map((number) => processor.execute('evaluation', project, openTicket(number), envelope())),
    );
    expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual(numbers(64).map((number) => number + 2));
    expect(store).toMatchObject({ groups: [64], conflicts: 0, reads: [] });
  });

  it('are answered each on its own: taken, refused, repeated, without effect, stale, under a used key', async () => {
    const { store, processor } = await opened();
    const [first, again] = [envelope(), envelope()];
    const outcomes = await Promise.allSettled([
      processor.execute('evaluation', project, openTicket(1), first),
      processor.execute('evaluation', project, openEvaluation, envelope()),
      processor.execute('evaluation', project, openTicket(2), again),
      processor.execute('evaluation', project, openTicket(2), again),
      processor.execute('evaluation', project, openTicket(1), envelope()),
      processor.execute('evaluation', project, openTicket(3), envelope({ expectedVersion: 1 })),
      processor.execute('evaluation', project, openTicket(4), { ...first, fingerprint: 'another request' }),
    ]);
    expect(outcomes).toMatchObject([
      { value: { streamVersion: 2 } },
      { reason: { code: 'EVALUATION_ALREADY_OPEN' } },
      { value: { streamVersion: 3 } },
      { value: { streamVersion: 3 } },
      { value: { streamVersion: 3 } },
      { reason: { expected: 1, actual: 3 } },
      { reason: { key: first.commandId } },
    ]);
    expect(ticketsOf(await store.read(`evaluation-${project}`))).toEqual([1, 2]);
  });

  it('are each decided at the version the one before them leaves', async () => {
    const { processor } = await opened();
    const receipts = await Promise.all(
      [1, 2, 3].map((number) =>
        processor.execute('evaluation', project, openTicket(number), envelope({ expectedVersion: number })),
      ),
    );
    expect(receipts.map(({ streamVersion }) => streamVersion)).toEqual([2, 3, 4]);
  });

  it('are refused without reading, where an append shows that what was remembered is up to date', async () => {
    const { store, processor } = await opened();
    const outcomes = await Promise.allSettled([
      processor.execute('evaluation', project, openEvaluation, envelope()),
      processor.execute('evaluation', project, openTicket(1), envelope()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(store.reads).toEqual([]);
  });

  it('all fail where the log does not answer, and can be sent again', async () => {
    const { store, processor } = await opened();
    const requests = [1, 2].map((number) => ({ command: openTicket(number), sent: envelope() }));
    const send = () =>
      Promise.allSettled(requests.map(({ command, sent }) => processor.execute('evaluation', project, command, sent)));
    jest.spyOn(store, 'appendGroup').mockRejectedValueOnce(new EventStoreUnavailable('away'));
    expect((await send()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await send()).toMatchObject([{ value: { streamVersion: 2 } }, { value: { streamVersion: 3 } }]);
  });

  it('fail as of unknown outcome where only the answer was lost; those behind them go on', async () => {
    const { store, processor } = await opened();
    const appendGroup = store.appendGroup.bind(store);
    jest.spyOn(store, 'appendGroup').mockImplementationOnce(async (members) => {
      await appendGroup(members);
      throw new EventStoreUnavailable('the answer was lost');
    });
    const twice = envelope();
    const outcomes = await Promise.allSettled(
      [twice, envelope(), twice].map((sent, number) =>
        processor.execute('evaluation', project, openTicket(number % 2), sent),
      ),
    );
    expect(outcomes).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
      { status: 'fulfilled', value: { streamVersion: 2 } },
    ]);
    expect(await store.head()).toBe(3n);
    expect((await processor.load('evaluation', project)).version).toBe(3);
  });
});

describe('a stream', () => {
  it('is not read as long as what is remembered of it holds', async () => {
    const { store, processor } = await opened();
    for (const number of numbers(20)) await processor.execute('evaluation', project, openTicket(number), envelope());
    expect(store.reads).toEqual([]);
    await new CommandProcessor(store).execute('evaluation', project, openTicket(20), envelope());
    expect(store.reads).toEqual([21]);
  });
  it('is read once by a process that does not know it, which meets no conflict with itself afterwards', async () => {
    const { store } = await opened();
    const processor = new CommandProcessor(store);
    for (const number of numbers(5)) await processor.execute('evaluation', project, openTicket(number), envelope());
    expect(store).toMatchObject({ reads: [1], conflicts: 0 });
  });
});

describe('a batch', () => {
  /** Ten commands, of which each writes so many events with an answer so long; how many went in each call. */
  const groupsOfTen = async (count: number, answer: string) => {
    const { store, processor } = await opened();
    const written = { projectId: project, ticket: 'a'.repeat(32), department: '市交通运输局', answer };
    jest
      .spyOn(deciders.evaluation, 'decide')
      .mockReturnValue(numbers(count).map(() => ({ type: 'RectificationAnswered', data: written }) as never));
    jest.spyOn(deciders.evaluation, 'evolve').mockImplementation((state) => state);
    const outcomes = await Promise.allSettled(
      numbers(10).map((number) => processor.execute('evaluation', project, openTicket(number), envelope())),
    );
    jest.restoreAllMocks();
    return { groups: store.groups, outcomes };
  };

  it('ends before a command whose events do not fit into one call', async () => {
    expect((await groupsOfTen(250, '已办结。')).groups).toEqual([4, 4, 2]);
  });
  it('ends before a command whose bytes do not fit into one call', async () => {
    expect((await groupsOfTen(50, '办'.repeat(2_000))).groups).toEqual([3, 3, 3, 1]);
  });
  it('of a command that fits into no call is refused for it alone', async () => {
    const { groups, outcomes } = await groupsOfTen(200, '办'.repeat(2_000));
    expect(groups).toEqual(numbers(10).map(() => 1));
    expect(outcomes).toMatchObject(numbers(10).map(() => ({ reason: expect.any(AppendTooLarge) })));
  });
});
