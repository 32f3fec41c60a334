import { defaultRules } from '@minsheng/contracts';
import {
  foldBatch,
  projections,
  projects,
  SetAside,
  ratingTallies,
  TableRows,
  timeline,
  type AnyProjection,
  type RatingTallyRow,
} from '@minsheng/read-models';
import { aYear, logOf } from '@minsheng/read-models/testing';
import { CheckpointMoved } from './checkpoint';
import { ProjectionRunner } from './projection-runner';
import {
  adoptList,
  catchUp,
  openLedger,
  projectId,
  runnerOf,
  taken,
  works,
  type OpenedLedger,
} from '../testing/opened-ledger';

let ledger: OpenedLedger;
beforeAll(async () => {
  ledger = await openLedger();
  await adoptList(ledger, 3);
  await ledger.send('evaluation', projectId(1), {
    type: 'OpenEvaluation',
    data: { opensOn: '2019-11-20', closesOn: '2019-12-20', rulesVersion: 1, rules: defaultRules, leads: [works] },
  });
  for (const sign of ['a', 'b', 'c']) await ledger.rate(projectId(1), sign, 5);
});
afterAll(() => ledger.close());
beforeEach(async () => {
  await ledger.dataSource.query('truncate read.project, read.rating_tally, read.timeline, read.checkpoint');
});

const whole = () => ledger.store.readAll(0n, { limit: 1_000 });
const rowsOf = ({ entity }: AnyProjection) => new TableRows(ledger.dataSource.getMetadata(entity));
const dump = (projection: AnyProjection) => rowsOf(projection).dump(ledger.dataSource.manager);
const counts = async () =>
  (await ledger.dataSource.manager.find<RatingTallyRow>(ratingTallies.entity)).map((row) => row.counts);

const head = () => ledger.store.head();

describe('a projection that runs', () => {
  it('starts at the beginning of the log and writes down where it is', async () => {
    expect((await taken(runnerOf(ledger, projects).checkpoint)).position).toBe(0n);
    expect(await ledger.checkpoint('project')).toEqual({ position: '0', halted: null });
  });
  it('writes the rows of a batch and moves its checkpoint', async () => {
    const { follows, checkpoint } = runnerOf(ledger, projects);
    await follows.apply(await taken(checkpoint), await whole());
    expect((await ledger.checkpoint('project'))?.position).toBe((await head()).toString());
    expect(await dump(projects)).toHaveLength(3);
  });
  it('writes nothing for events that do not concern it', async () => {
    const { follows, checkpoint } = runnerOf(ledger, ratingTallies);
    const lease = await taken(checkpoint);
    await follows.apply(lease, (await whole()).slice(0, 2));
    expect(lease.position).toBe(0n);
    await checkpoint.move(lease, 2n);
    expect((await ledger.checkpoint('rating_tally'))?.position).toBe('2');
    expect(await dump(ratingTallies)).toEqual([]);
  });
  it('leaves the checkpoint, and the rows before it, where a row cannot be written', async () => {
    const title = (row: object | undefined) => row && { ...row, title: null };
    const failing: AnyProjection = {
      ...projects,
      on: {
        ...projects.on,
        CandidateProposed: (...args: Parameters<typeof projects.on.CandidateProposed>) =>
          args[2].position === '5'
            ? title(projects.on.CandidateProposed(...args))
            : projects.on.CandidateProposed(...args),
      },
    };
    const { follows, checkpoint } = runnerOf(ledger, failing);
    const lease = await taken(checkpoint);
    await expect(follows.apply(lease, await whole())).rejects.toThrow('null value in column "title"');
    expect((await ledger.checkpoint('project'))?.position).toBe('0');
    expect(await dump(projects)).toEqual([]);
  });
  it('gives the same bytes in batches of 1, 4 and 1000', async () => {
    const dumps: string[] = [];
    for (const batch of [1, 4, 1_000]) {
      await ledger.dataSource.query('truncate read.timeline, read.checkpoint');
      await catchUp(ledger.store, runnerOf(ledger, timeline), batch);
      dumps.push((await dump(timeline)).join('\n'));
    }
    expect(dumps[0].split('\n')).toHaveLength(9); // three ratings change no row
    expect(new Set(dumps).size).toBe(1);
  });
});

describe('two projectors that run the same projection', () => {
  it('have no double effect when both believe to be at the same place: the slower one is stopped', async () => {
    const { follows, checkpoint } = runnerOf(ledger, ratingTallies);
    const lease = await taken(checkpoint);
    const events = await whole();
    const outcomes = await Promise.allSettled([{ ...lease }, { ...lease }].map((own) => follows.apply(own, events)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')!.reason).toBeInstanceOf(CheckpointMoved);
    expect(await counts()).toEqual([[0, 0, 0, 0, 3]]);
  });
  it('have none when one wakes up that was replaced meanwhile, even where the checkpoint has not moved', async () => {
    const { follows, checkpoint } = runnerOf(ledger, ratingTallies);
    const asleep = await taken(checkpoint);
    const awake = await taken(checkpoint); // raises the epoch
    const events = await whole();
    await expect(follows.apply(asleep, events)).rejects.toThrow(CheckpointMoved);
    await expect(checkpoint.move(asleep, 5n)).rejects.toThrow(CheckpointMoved);
    expect(await dump(ratingTallies)).toEqual([]);
    await follows.apply(awake, events);
    expect(await counts()).toEqual([[0, 0, 0, 0, 3]]);
  });
  it('would have counted twice without the checkpoint', async () => {
    const table = rowsOf(ratingTallies);
    const events = await whole();
    for (const batch of [events, events.slice(-3)])
      await table.write(
        ledger.dataSource.manager,
        await foldBatch(ratingTallies, batch, (keys) => table.read(ledger.dataSource.manager, keys)),
      );
    expect(await counts()).toEqual([[0, 0, 0, 0, 6]]);
  });
});

describe('rows that are remembered', () => {
  const log = logOf(aYear);
  /** Applies a year event by event; returns the rows, and how often each was read from the table. */
  const goneThrough = async (projection: AnyProjection) => {
    const [table, reads] = [new Map<string, object>(), new Map<string, number>()];
    const runner = new ProjectionRunner(
      {
        read: async (keys) => {
          keys.forEach((key) => reads.set(key, (reads.get(key) ?? 0) + 1));
          return new Map(keys.flatMap((key) => (table.has(key) ? [[key, table.get(key)!] as const] : [])));
        },
        writeAndMove: async (rows) => {
          rows.forEach((row, key) => table.set(key, row));
          return true;
        },
      },
      projection,
    );
    const lease = { epoch: '1', position: 0n, setAside: new SetAside() };
    for (const event of log) await runner.apply(lease, [event]);
    return { rows: Object.fromEntries(table), reads: reads };
  };
  it.each(projections.map((projection) => [projection.name, projection] as const))(
    'of %s are those of the whole log at once',
    async (_name, projection) => {
      expect((await goneThrough(projection)).rows).toEqual(
        Object.fromEntries(await foldBatch(projection, log, async () => new Map())),
      );
    },
  );
  it('were asked for once, and those made anew never', async () => {
    expect(new Set((await goneThrough(projects)).reads.values())).toEqual(new Set([1]));
    expect((await goneThrough(timeline)).reads.size).toBe(0);
  });
});
