import {
  AppendTooLarge,
  CommandKeyReused,
  GroupAcrossStreams,
  InMemoryEventStore,
  MOST_BYTES,
  WrongRevision,
  type Append,
  type NewEvent,
} from '@minsheng/event-store';
import { BatchRefused, CommandProcessor, type BatchCommand } from '.';
import { commitment, envelope, openEvaluation as openingEvaluation } from './testing/commands';

const project = (number: number) => `511400-2019-gardens00${number}`;
const proposing = (number: number): BatchCommand => ({
  category: 'candidate',
  id: project(number),
  command: { type: 'ProposeCandidate', data: commitment },
});
const shelving = (number: number, reason = '用地未落实'): BatchCommand => ({
  category: 'candidate',
  id: project(number),
  command: { type: 'ShelveCandidate', data: { reason } },
});
/** Decided again it comes to nothing: the ticket is open. */
const opening = (number: number, sign: string): BatchCommand => ({
  category: 'evaluation',
  id: project(number),
  command: { type: 'OpenRectification', data: { ticket: sign.repeat(32) as never, level: 1 } },
});
const openEvaluation = (number: number): BatchCommand => ({
  category: 'evaluation',
  id: project(number),
  command: openingEvaluation,
});

/** A store in which a rival's event comes before each group, as long as there are rivals. */
class OvertakenStore extends InMemoryEventStore {
  readonly rivals: { readonly stream: string; readonly event: NewEvent }[] = [];
  groups = 0;
  override async appendGroup(members: readonly Append[]) {
    this.groups += 1;
    const rival = this.rivals.shift();
    if (rival) await super.append(rival.stream, 'any', [rival.event]);
    return super.appendGroup(members);
  }
}
const setUp = async (...commands: BatchCommand[]) => {
  const store = new OvertakenStore();
  const processor = new CommandProcessor(store);
  if (commands.length > 0) await processor.executeAtomically(commands, envelope());
  return { store, processor };
};
/** The refusals by place, or what else it came to. */
const outcome = (execution: Promise<unknown>) =>
  execution.then(
    () => 'taken',
    (error: unknown) =>
      error instanceof BatchRefused ? error.refusals.map(({ index, refusal }) => [index, refusal.code]) : error,
  );

describe('several commands', () => {
  it('are taken together, each with its receipt', async () => {
    const { store, processor } = await setUp();
    expect(await processor.executeAtomically([1, 2, 3].map(proposing), envelope())).toEqual(
      [1, 2, 3].map((number) => ({ id: project(number), streamVersion: 1, position: String(number), events: 1 })),
    );
    expect(store.groups).toBe(1);
  });
  it('are taken all or none, and every refusal is reported', async () => {
    const { store, processor } = await setUp(proposing(2));
    expect(await outcome(processor.executeAtomically([proposing(1), proposing(2), shelving(3)], envelope()))).toEqual([
      [1, 'CANDIDATE_ALREADY_PROPOSED'],
      [2, 'CANDIDATE_UNKNOWN'],
    ]);
    expect(await store.head()).toBe(1n);
  });
  it('leave in their events who asked under which key, and ids that never meet', async () => {
    const { store, processor } = await setUp();
    const sent = envelope();
    await processor.executeAtomically([1, 2].map(proposing), sent);
    const events = await store.readAll(0n, { limit: 10 });
    expect(events.map(({ metadata }) => JSON.parse(metadata).commandId)).toEqual([sent.commandId, sent.commandId]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });
  it('are each on a stream of their own', async () => {
    const { processor } = await setUp();
    await expect(processor.executeAtomically([proposing(1), shelving(1)], envelope())).rejects.toThrow(RangeError);
  });
  it('are refused as stale where one stream is not at the version its client saw', async () => {
    const { store, processor } = await setUp(proposing(1));
    const sent = { ...shelving(1), expectedVersion: 2 };
    await expect(processor.executeAtomically([proposing(2), sent], envelope())).rejects.toMatchObject({
      expected: 2,
      actual: 1,
    });
    expect(await store.head()).toBe(1n);
    await processor.executeAtomically([proposing(2), { ...sent, expectedVersion: 1 }], envelope());
    expect(await store.head()).toBe(3n);
  });
  it('that change nothing say where their streams stand', async () => {
    const { store, processor } = await setUp(openEvaluation(1), openEvaluation(2));
    await processor.executeAtomically([opening(1, 'a')], envelope());
    expect(await processor.executeAtomically([opening(1, 'a'), opening(2, 'a')], envelope())).toMatchObject([
      { streamVersion: 2, position: '3', events: 0 },
      { streamVersion: 2, events: 1 },
    ]);
    expect(await processor.executeAtomically([opening(1, 'a'), opening(2, 'a')], envelope())).toMatchObject([
      { streamVersion: 2, events: 0 },
      { streamVersion: 2, events: 0 },
    ]);
    expect(await store.head()).toBe(4n);
  });
  it('are known afterwards: the next is decided on what they made', async () => {
    const { processor } = await setUp(proposing(1), proposing(2));
    expect(
      await processor.execute(
        'candidate',
        project(1),
        { type: 'ShelveCandidate', data: { reason: '用地未落实' } },
        envelope(),
      ),
    ).toMatchObject({ streamVersion: 2 });
    expect(await outcome(processor.executeAtomically([shelving(1), shelving(2)], envelope()))).toEqual([
      [0, 'CANDIDATE_ALREADY_DECIDED'],
    ]);
  });
});

describe('a repeat of several commands', () => {
  it('answers the original receipts, and writes nothing', async () => {
    const { store, processor } = await setUp();
    const sent = envelope();
    const first = await processor.executeAtomically([1, 2].map(proposing), sent);
    await processor.executeAtomically(
      [1, 2].map((number) => shelving(number)),
      envelope(),
    );
    expect(await processor.executeAtomically([1, 2].map(proposing), sent)).toEqual(
      first.map((receipt) => ({ ...receipt, events: 0 })),
    );
    expect(await store.head()).toBe(4n);
  });
  it('is found by another process too, and at once', async () => {
    const { store, processor } = await setUp();
    const sent = envelope();
    const [first, second] = await Promise.all(
      [processor, new CommandProcessor(store)].map((commandProcessor) =>
        commandProcessor.executeAtomically([1, 2].map(proposing), sent),
      ),
    );
    expect(second.map(({ position }) => position)).toEqual(first.map(({ position }) => position));
    expect(await store.head()).toBe(2n);
  });
  it('where some had nothing to do answers those where they stand', async () => {
    const { processor } = await setUp(openEvaluation(1), openEvaluation(2));
    await processor.executeAtomically([opening(1, 'a')], envelope());
    const sent = envelope();
    const first = await processor.executeAtomically([opening(1, 'a'), opening(2, 'a')], sent);
    expect(await processor.executeAtomically([opening(1, 'a'), opening(2, 'a')], sent)).toEqual(
      first.map((receipt) => ({ ...receipt, events: 0 })),
    );
  });
  it('with another content is refused, together or alone', async () => {
    const { store, processor } = await setUp();
    const sent = envelope();
    await processor.executeAtomically([1, 2].map(proposing), sent);
    const other = { ...sent, fingerprint: 'another request' };
    await expect(processor.executeAtomically([3, 4].map(proposing), other)).rejects.toThrow(CommandKeyReused);
    await expect(processor.executeAtomically([1, 2].map(proposing), other)).rejects.toThrow(CommandKeyReused);
    await expect(
      processor.execute('candidate', project(5), { type: 'ProposeCandidate', data: commitment }, other),
    ).rejects.toThrow(CommandKeyReused);
    expect(await store.head()).toBe(2n);
  });
});

describe('several commands that somebody overtakes', () => {
  const rival = async (sign: string) => {
    const { store, processor } = await setUp(openEvaluation(1), openEvaluation(2));
    await processor.executeAtomically([opening(1, sign)], envelope());
    return { stream: `evaluation-${project(1)}`, event: (await store.read(`evaluation-${project(1)}`))[1] };
  };
  it('are all decided again', async () => {
    const { store, processor } = await setUp(openEvaluation(1), openEvaluation(2));
    store.rivals.push(await rival('b'), await rival('c'));
    expect(await processor.executeAtomically([opening(1, 'a'), opening(2, 'a')], envelope())).toMatchObject([
      { streamVersion: 4 },
      { streamVersion: 2 },
    ]);
  });
  it('four times are a conflict, and none is taken', async () => {
    const { store, processor } = await setUp(openEvaluation(1), openEvaluation(2));
    for (const sign of ['b', 'c', 'd', 'e']) store.rivals.push(await rival(sign));
    await expect(processor.executeAtomically([opening(1, 'a'), opening(2, 'a')], envelope())).rejects.toThrow(
      WrongRevision,
    );
    expect((await store.readAll(0n, { limit: 100 })).filter(({ data }) => data.includes('a'.repeat(32)))).toEqual([]);
  });
});

describe('what no log takes', () => {
  it('is refused before it is sent: too many bytes for one append', async () => {
    const { store, processor } = await setUp();
    const suggestions = Array.from({ length: 200 }, (_, index) => `511400-2019-s${String(index).padStart(9, '0')}`);
    const commands = Array.from({ length: 250 }, (_, index): BatchCommand => ({
      category: 'candidate',
      id: `511400-2019-p${String(index).padStart(9, '0')}`,
      command: { type: 'ProposeCandidate', data: { ...commitment, suggestions: suggestions as never } },
    }));
    await expect(processor.executeAtomically(commands, envelope())).rejects.toThrow(AppendTooLarge);
    await expect(processor.executeAtomically(commands, envelope())).rejects.toMatchObject({
      facts: { events: 250, mostBytes: MOST_BYTES },
    });
    expect(await store.head()).toBe(0n);
  });
  it('is a group across streams, to a log of one stream at a time', async () => {
    const { store, processor } = await setUp();
    jest.spyOn(store, 'appendGroup').mockRejectedValueOnce(new GroupAcrossStreams('one stream'));
    await expect(processor.executeAtomically([1, 2].map(proposing), envelope())).rejects.toThrow(GroupAcrossStreams);
  });
});
