import { randomUUID } from 'node:crypto';
import { defaultRules, type Actor, type Commitment } from '@minsheng/contracts';
import { Refusal } from '@minsheng/domain';
import {
  CommandKeyReused,
  InMemoryEventStore,
  WrongRevision,
  type AppendReceipt,
  type NewEvent,
} from '@minsheng/event-store';
import { CommandProcessor, StaleVersion, type CommandIn, type Envelope } from '.';

const project = '511400-2019-gardens001';
const works = '市住房和城乡建设局' as never;
const clerk: Actor = { id: 'clerk', role: 'commission' };
const envelope = (over: Partial<Envelope> = {}): Envelope => ({
  actor: clerk,
  on: '2019-03-28',
  commandId: randomUUID(),
  fingerprint: 'this request',
  correlationId: 'request 1',
  ...over,
});
const commitment = {
  title: '口袋公园',
  domain: '环境友好',
  indicators: [
    {
      id: 'i1',
      name: '公园',
      unit: '个',
      comparator: '>=',
      target: '12',
      additive: true,
      applicable: true,
      lead: works,
      steps: [],
    },
  ],
  coDepartments: [],
  suggestions: [],
} as unknown as Commitment;
const propose: CommandIn<'candidate'> = { type: 'ProposeCandidate', data: commitment };
const shelve: CommandIn<'candidate'> = { type: 'ShelveCandidate', data: { reason: '用地未落实' } };
const openEvaluation: CommandIn<'evaluation'> = {
  type: 'OpenEvaluation',
  data: { opensOn: '2019-11-20', closesOn: '2019-12-20', rulesVersion: 1, rules: defaultRules, leads: [works] },
};
const openTicket = (sign: string): CommandIn<'evaluation'> => ({
  type: 'OpenRectification',
  data: { ticket: sign.repeat(32) as never, level: 1 },
});

/** A store in which a rival's event comes before each append, as long as there are rivals. */
class OvertakenStore extends InMemoryEventStore {
  attempts = 0;
  constructor(private readonly rivals: NewEvent[]) {
    super();
  }
  override async append(...order: Parameters<InMemoryEventStore['append']>): Promise<AppendReceipt> {
    this.attempts += 1;
    const rival = this.rivals.shift();
    if (rival) await super.append(order[0], 'any', [rival]);
    return super.append(...order);
  }
}
const setUp = () => {
  const store = new InMemoryEventStore();
  return { store, processor: new CommandProcessor(store) };
};
const refusal = (code: string) => expect.objectContaining({ code }) as Refusal;

describe('a command', () => {
  it('is decided on its stream, and its receipt says which, how long and where', async () => {
    const { processor } = setUp();
    expect(await processor.execute('candidate', project, propose, envelope())).toEqual({
      id: project,
      streamVersion: 1,
      position: '1',
    });
    expect(await processor.execute('candidate', project, shelve, envelope())).toEqual({
      id: project,
      streamVersion: 2,
      position: '2',
    });
    expect(await processor.load('candidate', project)).toEqual({
      state: { status: 'shelved' },
      version: 2,
      position: 2n,
    });
  });
  it('leaves in its events who asked, when, under which key and by what cause', async () => {
    const { store, processor } = setUp();
    const causationId = randomUUID();
    const sent = envelope({ causationId });
    await processor.execute('candidate', project, propose, sent);
    const [event] = await store.read(`candidate-${project}`);
    expect(event).toMatchObject({ type: 'CandidateProposed', version: 2 });
    expect(JSON.parse(event.metadata)).toEqual({
      actor: clerk,
      on: '2019-03-28',
      commandId: sent.commandId,
      correlationId: 'request 1',
      causationId,
    });
  });
  it('gives its events the same ids whenever it is sent', async () => {
    const sent = envelope();
    const [first, second] = [setUp(), setUp()];
    await first.processor.execute('candidate', project, propose, sent);
    await second.processor.execute('candidate', project, propose, sent);
    expect((await first.store.read(`candidate-${project}`))[0].id).toBe(
      (await second.store.read(`candidate-${project}`))[0].id,
    );
  });
  it('stores nothing when the domain refuses', async () => {
    const { store, processor } = setUp();
    await expect(processor.execute('candidate', project, shelve, envelope())).rejects.toEqual(
      refusal('CANDIDATE_UNKNOWN'),
    );
    expect(await store.head()).toBe(0n);
  });
  it("shows the decider another id than the stream's where that says more", async () => {
    const { store, processor } = setUp();
    await processor.execute(
      'rating',
      `${project}-${'a'.repeat(32)}`,
      { type: 'RecordRating', data: { raterTag: 'a'.repeat(32) as never, level: 4, badLevel: 2 } },
      envelope(),
      project,
    );
    expect(JSON.parse((await store.read(`rating-${project}-${'a'.repeat(32)}`))[0].data)).toMatchObject({
      projectId: project,
      level: 4,
    });
  });
  it('that decides nothing answers where the stream stands', async () => {
    const { processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    await processor.execute('evaluation', project, openTicket('a'), envelope());
    expect(await processor.execute('evaluation', project, openTicket('a'), envelope())).toEqual({
      id: project,
      streamVersion: 2,
      position: '2',
    });
  });
});

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
    const first = await processor.execute('evaluation', project, openTicket('a'), sent);
    await processor.execute('evaluation', project, openTicket('b'), envelope());
    expect(await processor.execute('evaluation', project, openTicket('a'), sent)).toEqual(first);
  });
  it.each([
    ['decided again', 'evaluation', openTicket('b')],
    ['refused', 'evaluation', openEvaluation],
    ['without effect', 'evaluation', openTicket('a')],
  ] as const)('with another content is refused, also where that would be %s', async (_what, category, other) => {
    const { store, processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    const sent = envelope();
    await processor.execute('evaluation', project, openTicket('a'), sent);
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

describe('two writers at once', () => {
  it('both succeed: the slower one decides anew', async () => {
    const { store, processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    const receipts = await Promise.all(
      ['a', 'b'].map((sign) => processor.execute('evaluation', project, openTicket(sign), envelope())),
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

  const overtaken = async (...signs: readonly string[]) => {
    const scratch = setUp();
    await scratch.processor.execute('evaluation', project, openEvaluation, envelope());
    for (const sign of signs) await scratch.processor.execute('evaluation', project, openTicket(sign), envelope());
    const [opening, ...rivals] = await scratch.store.read(`evaluation-${project}`);
    const store = new OvertakenStore(rivals);
    await InMemoryEventStore.prototype.append.call(store, `evaluation-${project}`, 'no stream', [opening]);
    return { store, processor: new CommandProcessor(store) };
  };
  it('who loses three times still succeeds', async () => {
    const { store, processor } = await overtaken('b', 'c', 'd');
    expect(await processor.execute('evaluation', project, openTicket('a'), envelope())).toMatchObject({
      streamVersion: 5,
    });
    expect(store.attempts).toBe(4);
  });
  it('who loses four times is told so, and nothing of theirs is written', async () => {
    const { store, processor } = await overtaken('b', 'c', 'd', 'e');
    await expect(processor.execute('evaluation', project, openTicket('a'), envelope())).rejects.toThrow(WrongRevision);
    expect(store.attempts).toBe(4);
    expect((await store.read(`evaluation-${project}`)).filter(({ data }) => data.includes('a'.repeat(32)))).toEqual([]);
  });
  it('who said which version they saw is not decided anew', async () => {
    const { store, processor } = await overtaken('b');
    await expect(
      processor.execute('evaluation', project, openTicket('a'), envelope({ expectedVersion: 1 })),
    ).rejects.toThrow(StaleVersion);
    expect(store.attempts).toBe(1);
  });
});

describe('a command that says which version its sender saw', () => {
  it('is taken at that version', async () => {
    const { processor } = setUp();
    await processor.execute('candidate', project, propose, envelope({ expectedVersion: 0 }));
    expect(await processor.execute('candidate', project, shelve, envelope({ expectedVersion: 1 }))).toMatchObject({
      streamVersion: 2,
    });
  });
  it('is refused at another, naming both', async () => {
    const { store, processor } = setUp();
    await processor.execute('candidate', project, propose, envelope());
    await expect(
      processor.execute('candidate', project, shelve, envelope({ expectedVersion: 7 })),
    ).rejects.toMatchObject({ expected: 7, actual: 1 });
    expect(await store.head()).toBe(1n);
  });
});
