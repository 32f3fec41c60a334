import { setTimeout as pause } from 'node:timers/promises';
import {
  ledgers,
  lights,
  MOST_SET_ASIDE,
  openDeliveries,
  projections,
  projects,
  ratingTallies,
  readSetAside,
  suggestions,
  TableRows,
  type AnyProjection,
} from '@minsheng/read-models';
import {
  aYear,
  failingAt,
  gardens,
  lamps,
  newEvent,
  poisons,
  proposed,
  streamOf,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { CheckpointMoved } from './checkpoint';
import { rebuild, rollBack } from './rebuild/rebuild';
import { verify } from './rebuild/verify';
import { healRows, retry } from './retry';
import { SubscriptionRunner } from './subscription-runner';
import { catchUp, openLedger, runnerOf, taken, type OpenedLedger } from '../testing/opened-ledger';

let ledger: OpenedLedger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
afterEach(() => ledger.empty());

const stored = async (given: readonly GivenEvent[]) => {
  for (const [place, event] of given.entries())
    await ledger.store.append(streamOf(event), 'any', [newEvent(event, place)]);
};
const spoil = async (
  position: bigint | number,
  how: { readonly type?: string; readonly version?: number; readonly data?: string },
) =>
  ledger.tamper(
    `update es.events set type = coalesce($2, type), shape_version = coalesce($3, shape_version),
       data = coalesce($4, data) where global_position = $1`,
    [String(position), how.type ?? null, how.version ?? null, how.data ?? null],
  );
/** Makes an event again what it was: the nth of its type. */
const mend = async (position: bigint, type: GivenEvent['type'], nth = 1) =>
  spoil(position, newEvent(aYear.filter((event) => event.type === type)[nth - 1], 0));
const positionOf = async (type: string, nth = 1) => {
  const log = await ledger.store.readAll(0n, { limit: 1_000 });
  return log.filter((event) => event.type === type)[nth - 1].position;
};
const dump = ({ entity }: AnyProjection) =>
  new TableRows(ledger.dataSource.getMetadata(entity)).dump(ledger.dataSource.manager);
const marks = async ({ name }: AnyProjection) =>
  (await readSetAside(ledger.dataSource, name)).map(({ key, since }) => [key, since]);
const healed = (projection: AnyProjection) =>
  retry(ledger.dataSource, projection.name, healRows(ledger.store, ledger.dataSource, projection));
const until = async (condition: () => boolean | Promise<boolean>) => {
  for (const end = performance.now() + 8_000; !(await condition()); await pause(10))
    if (performance.now() > end) throw new Error('it never came to that');
};
const follow = (projection: AnyProjection) => {
  const { follows, checkpoint } = runnerOf(ledger, projection);
  return new SubscriptionRunner(ledger.store, follows, checkpoint, ledger.log);
};
const another = '511400-2019-another001';

describe('an event that cannot be applied', () => {
  it('sets its row aside in the transaction that moves the checkpoint past it', async () => {
    await stored([proposed(gardens), proposed(another)]);
    const { follows, checkpoint } = runnerOf(ledger, failingAt(projects, [1n]));
    const lease = await taken(checkpoint);
    const setAside = await follows.apply(lease, await ledger.store.readAll(0n, { limit: 10 }));
    expect(setAside).toEqual([
      { key: gardens, subject: gardens, since: 1n, reason: 'TypeError: a fault of this build' },
    ]);
    expect(await readSetAside(ledger.dataSource, 'project')).toEqual(setAside);
    expect(await ledger.checkpoint('project')).toEqual({ position: '2', halted: null });
    expect(await dump(projects)).toEqual([expect.stringContaining(another)]);
  });
  it('marks nothing for one that has lost its lease', async () => {
    await stored([proposed(gardens)]);
    const { follows, checkpoint } = runnerOf(ledger, failingAt(projects, [1n]));
    const [asleep, events] = [await taken(checkpoint), await ledger.store.readAll(0n, { limit: 10 })];
    await taken(checkpoint);
    await expect(follows.apply(asleep, events)).rejects.toThrow(CheckpointMoved);
    expect([await marks(projects), asleep.setAside.size]).toEqual([[], 0]);
  });
  it('keeps all that follows for its row waiting, also under a later lease, while other rows go on', async () => {
    await stored([proposed(gardens), proposed(another)]);
    await catchUp(ledger.store, runnerOf(ledger, projects));
    const shelved = (projectId: string): GivenEvent => ({
      type: 'CandidateShelved',
      data: { projectId, reason: '无地' },
    });
    await stored([shelved(gardens)]);
    await catchUp(ledger.store, runnerOf(ledger, failingAt(projects, [3n])));
    const passedOver = (projectId: string): GivenEvent => ({ type: 'CandidatePassedOver', data: { projectId } });
    await stored([passedOver(gardens), passedOver(another)]);
    await catchUp(ledger.store, runnerOf(ledger, projects)); // this build could apply it, and does not before a retry
    const statuses = () =>
      ledger.dataSource.query(
        'select project_id as id, status, candidate_version as version from read.project order by 1',
      );
    expect(await statuses()).toEqual([
      { id: another, status: 'passed over', version: 2 },
      { id: gardens, status: 'candidate', version: 1 },
    ]);
    expect(await marks(projects)).toEqual([[gardens, 3n]]);
    expect(await healed(projects)).toEqual({ healed: 1, still: [] });
    expect(await statuses()).toEqual([
      { id: another, status: 'passed over', version: 2 },
      { id: gardens, status: 'passed over', version: 3 },
    ]);
  });
  it('holds up the rows of an unknown event until it is known, and says what still fails', async () => {
    await stored(aYear);
    const [closed, completed] = [await positionOf('MonthClosed'), await positionOf('CompletionClaimed')];
    await spoil(closed, poisons['an unknown version']);
    await spoil(completed, poisons['data of another shape']);
    for (const projection of projections) await catchUp(ledger.store, runnerOf(ledger, projection), 7);
    expect(await marks(ledgers)).toEqual([[gardens, closed]]);
    await mend(closed, 'MonthClosed');
    expect(await healed(ledgers)).toEqual({
      healed: 0,
      still: [
        {
          key: gardens,
          subject: gardens,
          since: completed,
          reason: 'its data have another shape at /statement, /evidence, /projectId, /endedOn, /department',
        },
      ],
    });
    expect(await marks(ledgers)).toEqual([[gardens, completed]]);
  });
  it('leaves its project to the clock, which asks the domain and not the row', async () => {
    await stored([proposed(gardens), proposed(another)]);
    await catchUp(ledger.store, runnerOf(ledger, failingAt(projects, [1n])));
    expect(await openDeliveries(ledger.dataSource)).toEqual([gardens]); // the other is known to be a candidate only
    expect(await openDeliveries(ledger.dataSource, '511400-2018' as never)).toEqual([]);
  });
  it('is logged with its position', async () => {
    await stored([proposed(gardens)]);
    const subscriber = follow(failingAt(projects, [1n]));
    await until(async () => (await marks(projects)).length === 1);
    await subscriber.stop();
    expect(ledger.logged.filter(({ msg }) => msg === 'set aside')).toEqual([
      expect.objectContaining({ subscriber: 'project', key: gardens, since: '1' }),
    ]);
  });
});

describe('a fault that hits no row', () => {
  it('of the database halts the read model, and nothing is set aside', async () => {
    await stored([proposed(gardens)]);
    await ledger.dataSource.query('alter table read.project rename to mislaid');
    const subscriber = follow(projects);
    await until(async () => (await ledger.checkpoint('project'))?.halted != null);
    await subscriber.stop();
    await ledger.dataSource.query('alter table read.mislaid rename to project');
    expect(await ledger.checkpoint('project')).toEqual({
      position: '0',
      halted: 'error: relation "read.project" does not exist',
    });
    expect(await marks(projects)).toEqual([]);
  });
  it(`of the build, which ${MOST_SET_ASIDE} rows have met, halts it right before the next`, async () => {
    const many = MOST_SET_ASIDE + 3;
    await stored(
      Array.from({ length: many }, (_, index) => proposed(`511400-2019-p${String(index).padStart(9, '0')}`)),
    );
    const subscriber = follow(
      failingAt(
        projects,
        Array.from({ length: many }, (_, index) => BigInt(index + 1)),
      ),
    );
    await until(async () => (await ledger.checkpoint('project'))?.halted != null);
    await subscriber.stop();
    expect(await ledger.checkpoint('project')).toMatchObject({
      position: String(MOST_SET_ASIDE),
      halted: expect.stringContaining(`TooMuchSetAside: ${MOST_SET_ASIDE} are set aside already`),
    });
    expect(await marks(projects)).toHaveLength(MOST_SET_ASIDE);
    expect(await healed(projects)).toEqual({ healed: MOST_SET_ASIDE, still: [] });
    await catchUp(ledger.store, runnerOf(ledger, projects)); // the retry has let it go on
    expect(await verify(ledger.store, ledger.dataSource, projects)).toMatchObject({ equal: true, rows: many });
  });
});

describe('a rebuild', () => {
  /** Every read model has met three events that it could not read, in three ways, and ratings that it could not. */
  beforeEach(async () => {
    await stored(aYear);
    await spoil(await positionOf('SuggestionAssigned'), poisons['an unknown type']);
    await spoil(await positionOf('MonthClosed', 2), poisons['data of another shape']);
    await spoil(await positionOf('ProjectRated', 2), poisons['data that are no JSON']);
    for (const projection of projections) await catchUp(ledger.store, runnerOf(ledger, projection), 9);
  });
  const verdict = (projection: AnyProjection) => verify(ledger.store, ledger.dataSource, projection);

  it('sets aside the same as every live read model, and holds the same bytes', async () => {
    for (const projection of projections)
      expect(await verdict(projection)).toMatchObject({ equal: true, behind: false, differing: [] });
    expect((await verdict(ratingTallies)).setAside).toHaveLength(1);
  });
  it('is found to differ where something waits without a mark', async () => {
    await ledger.dataSource.query(`delete from read.set_aside where checkpoint = 'ledger'`);
    expect((await verdict(ledgers)).equal).toBe(false);
    await ledger.dataSource.query(`delete from read.set_aside where checkpoint = 'suggestion'`);
    expect(await verdict(suggestions)).toMatchObject({
      equal: false,
      differing: [`not set aside, but by a rebuild: ${lamps} since ${await positionOf('NobodyHasEverHeardOfThis')}`],
    });
  });
  it('finds that also where it reads no more of the log than it needs', async () => {
    await ledger.dataSource.query(`delete from read.set_aside where checkpoint = 'rating_tally'`);
    expect(await verdict(ratingTallies)).toMatchObject({
      equal: false,
      differing: [expect.stringMatching(`^not set aside, but by a rebuild: ${gardens} since`)],
    });
  });
  it('is found to differ where the cause is gone and nobody has tried again', async () => {
    await mend(await positionOf('ProjectRated', 2), 'ProjectRated', 2);
    expect(await verdict(ratingTallies)).toMatchObject({
      equal: false,
      differing: expect.arrayContaining([expect.stringMatching('^set aside, and not by a rebuild: ')]),
    });
    expect(await healed(ratingTallies)).toEqual({ healed: 1, still: [] });
    expect(await verdict(ratingTallies)).toMatchObject({ equal: true, setAside: [] });
  });
  it('by a build without the fault leaves nothing waiting, and takes its marks back with its table', async () => {
    const broken = await dump(lights);
    await catchUp(ledger.store, runnerOf(ledger, lights));
    const before = await marks(lights);
    expect(before).toHaveLength(1);
    await mend(await positionOf('MonthClosed', 2), 'MonthClosed', 2);
    await (await rebuild(ledger.store, ledger.dataSource, lights)).swapIn();
    expect(await marks(lights)).toEqual([]);
    expect(await dump(lights)).not.toEqual(broken);
    await rollBack(ledger.dataSource, lights);
    expect([await dump(lights), await marks(lights)]).toEqual([broken, before]);
    await rollBack(ledger.dataSource, lights);
    expect(await marks(lights)).toEqual([]);
    expect(await verdict(lights)).toMatchObject({ equal: true });
  });
});
