import { defaultRules } from '@minsheng/contracts';
import { foldBatch, projects, ratingTallies, TableRows, timeline, type AnyProjection, type RatingTallyRow } from '@minsheng/read-models';
import { CheckpointMoved, ProjectionRunner } from './projection-runner';
import { adoptList, catchUp, openLedger, projectId, works, type OpenedLedger } from '../testing/opened-ledger';

let ledger: OpenedLedger;
beforeAll(async () => {
  ledger = await openLedger();
  await adoptList(ledger, 3);
  await ledger.send('evaluation', projectId(1), { type: 'OpenEvaluation', data: { opensOn: '2019-11-20', closesOn: '2019-12-20', rulesVersion: 1, rules: defaultRules, leads: [works] } });
  for (const sign of ['a', 'b', 'c']) await ledger.rate(projectId(1), sign, 5);
});
afterAll(() => ledger.close());
beforeEach(async () => { await ledger.dataSource.query('truncate read.project, read.rating_tally, read.timeline, read.checkpoint'); });

const whole = () => ledger.store.readAll(0n, { limit: 1_000 });
const rowsOf = ({ entity }: AnyProjection) => new TableRows(ledger.dataSource.getMetadata(entity));
const dump = (projection: AnyProjection) => rowsOf(projection).dump(ledger.dataSource.manager);
const counts = async () => (await ledger.dataSource.manager.find<RatingTallyRow>(ratingTallies.entity)).map((row) => row.counts);

describe('a projection that runs', () => {
  it('starts at the beginning of the log and writes down where it is', async () => {
    const runner = new ProjectionRunner(ledger.dataSource, projects);
    expect(await runner.position()).toBe(0n);
    expect(await ledger.checkpoint('project')).toEqual({ position: '0', halted: null });
  });
  it('writes the rows of a batch and moves its checkpoint', async () => {
    const runner = new ProjectionRunner(ledger.dataSource, projects);
    const events = await whole();
    await runner.apply(await runner.position(), events);
    expect(await runner.position()).toBe(events.at(-1)!.position);
    expect(await dump(projects)).toHaveLength(3);
  });
  it('moves on past events that do not concern it', async () => {
    const runner = new ProjectionRunner(ledger.dataSource, ratingTallies);
    await runner.apply(await runner.position(), (await whole()).slice(0, 2));
    expect(await runner.position()).toBe(2n);
    expect(await dump(ratingTallies)).toEqual([]);
  });
  it('leaves the checkpoint, and the rows before it, where a row cannot be written', async () => {
    const title = (row: object | undefined) => row && { ...row, title: null };
    const failing: AnyProjection = { ...projects, on: { ...projects.on, CandidateProposed: (...told: Parameters<typeof projects.on.CandidateProposed>) => (told[2].position === '5' ? title(projects.on.CandidateProposed(...told)) : projects.on.CandidateProposed(...told)) } };
    const runner = new ProjectionRunner(ledger.dataSource, failing);
    await expect(runner.apply(await runner.position(), await whole())).rejects.toThrow('null value in column "title"');
    expect(await runner.position()).toBe(0n);
    expect(await dump(projects)).toEqual([]);
  });
  it('writes no row where the checkpoint is not at its place any more', async () => {
    const runner = new ProjectionRunner(ledger.dataSource, projects);
    await runner.position();
    await expect(runner.apply(7n, await whole())).rejects.toThrow(CheckpointMoved);
    expect(await dump(projects)).toEqual([]);
  });
  it('forgets why it stood still once it moves again', async () => {
    const runner = new ProjectionRunner(ledger.dataSource, projects);
    await runner.position();
    await runner.halt('x'.repeat(900));
    expect((await ledger.checkpoint('project'))?.halted).toBe('x'.repeat(500));
    await runner.apply(0n, await whole());
    expect((await ledger.checkpoint('project'))?.halted).toBeNull();
  });
  it('gives the same bytes in batches of 1, 4 and 1000', async () => {
    const dumps: string[] = [];
    for (const batch of [1, 4, 1_000]) {
      await ledger.dataSource.query('truncate read.timeline, read.checkpoint');
      await catchUp(ledger.store, new ProjectionRunner(ledger.dataSource, timeline), batch);
      dumps.push((await dump(timeline)).join('\n'));
    }
    expect(dumps[0].split('\n')).toHaveLength(9); // three ratings are not told
    expect(new Set(dumps).size).toBe(1);
  });
});

describe('two projectors that run the same projection', () => {
  it('have no double effect: the slower one is stopped', async () => {
    const runners = [1, 2].map(() => new ProjectionRunner(ledger.dataSource, ratingTallies));
    await runners[0].position();
    const events = await whole();
    const outcomes = await Promise.allSettled(runners.map((runner) => runner.apply(0n, events)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')!.reason).toBeInstanceOf(CheckpointMoved);
    expect(await counts()).toEqual([[0, 0, 0, 0, 3]]);
  });
  it('have none when the second comes late with what the first has done', async () => {
    const [first, late] = [1, 2].map(() => new ProjectionRunner(ledger.dataSource, ratingTallies));
    await first.position();
    const events = await whole();
    const ratings = events.slice(-3);
    await first.apply(0n, events);
    await expect(late.apply(ratings[0].position - 1n, ratings)).rejects.toThrow(CheckpointMoved);
    expect(await counts()).toEqual([[0, 0, 0, 0, 3]]);
  });
  it('would have counted twice without the checkpoint', async () => {
    const table = rowsOf(ratingTallies);
    const events = await whole();
    for (const batch of [events, events.slice(-3)]) await table.write(ledger.dataSource.manager, await foldBatch(ratingTallies, batch, (keys) => table.read(ledger.dataSource.manager, keys)));
    expect(await counts()).toEqual([[0, 0, 0, 0, 6]]);
  });
});
