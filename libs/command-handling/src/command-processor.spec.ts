import { randomUUID } from 'node:crypto';
import { deciders } from '@minsheng/domain';
import { InMemoryEventStore } from '@minsheng/event-store';
import { CommandProcessor, type CommandIn } from '.';
import { clerk, envelope, openEvaluation, openTicket, project, propose, refusal, shelve } from './testing/commands';

const setUp = () => {
  const store = new InMemoryEventStore();
  return { store, processor: new CommandProcessor(store) };
};

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
    expect(event).toMatchObject({ type: 'CandidateProposed', version: 3 });
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
      {
        type: 'RecordRating',
        data: { raterTag: 'a'.repeat(32) as never, round: 1, repairs: 0, level: 4, badLevel: 2 },
      },
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
    await processor.execute('evaluation', project, openTicket(0xa), envelope());
    expect(await processor.execute('evaluation', project, openTicket(0xa), envelope())).toEqual({
      id: project,
      streamVersion: 2,
      position: '2',
    });
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

describe('a command that fails by a bug', () => {
  const bug = new TypeError('a bug');
  const decideFailingOnce = () =>
    jest.spyOn(deciders.evaluation, 'decide').mockImplementationOnce(() => {
      throw bug;
    });
  afterEach(() => jest.restoreAllMocks());

  it('is rejected with that very error, is not decided again, and writes nothing', async () => {
    const { store, processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    const decide = decideFailingOnce();
    await expect(processor.execute('evaluation', project, openTicket(1), envelope())).rejects.toBe(bug);
    expect(decide).toHaveBeenCalledTimes(1);
    expect(await store.head()).toBe(1n);
  });
  it('leaves those that wait with it as they would be without it', async () => {
    const { processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    decideFailingOnce();
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((number) => processor.execute('evaluation', project, openTicket(number), envelope())),
    );
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: bug },
      { value: { streamVersion: 2 } },
      { value: { streamVersion: 3 } },
    ]);
  });
  it('is rejected, not sent, where its event has no shape', async () => {
    const { store, processor } = setUp();
    await processor.execute('evaluation', project, openEvaluation, envelope());
    const misshapen = { type: 'OpenRectification', data: { ticket: 'short', level: 1 } } as unknown;
    await expect(
      processor.execute('evaluation', project, misshapen as CommandIn<'evaluation'>, envelope()),
    ).rejects.toMatchObject({ name: 'ZodError' });
    expect(await store.head()).toBe(1n);
  });
});

describe('a stream that cannot be read', () => {
  it('fails each command that waits for it, and the next one is decided when it can be read again', async () => {
    const { store, processor } = setUp();
    const away = new Error('away');
    jest.spyOn(store, 'read').mockRejectedValueOnce(away);
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => processor.execute('candidate', project, shelve, envelope())),
    );
    expect(outcomes).toEqual([1, 2].map(() => ({ status: 'rejected', reason: away })));
    await expect(processor.execute('candidate', project, shelve, envelope())).rejects.toEqual(
      refusal('CANDIDATE_UNKNOWN'),
    );
  });
  it.each([
    ['an unknown type', { type: 'CandidateCrowned' }],
    ['an unknown version', { version: 99 }],
    ['data that are no JSON', { data: '{' }],
    ['data of another shape', { data: '{}' }],
  ])('because of %s is named with the position, and nothing is written to it', async (_, wrong) => {
    const { store, processor } = setUp();
    const stream = `candidate-${project}`;
    const event = { id: randomUUID(), type: 'CandidateShelved', version: 1, data: '{}', metadata: '{}', ...wrong };
    await store.append(stream, 'any', [event]);
    const unreadable = { name: 'StreamUnreadable', stream, position: 1n, cause: expect.any(Error) };
    await expect(processor.load('candidate', project)).rejects.toMatchObject(unreadable);
    await expect(processor.execute('candidate', project, propose, envelope())).rejects.toMatchObject(unreadable);
    await expect(
      processor.executeAtomically([{ category: 'candidate', id: project, command: propose }], envelope()),
    ).rejects.toMatchObject(unreadable);
    expect(await store.head()).toBe(1n);
  });
});
