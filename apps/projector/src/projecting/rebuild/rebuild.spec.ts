import {
  openReadModels,
  projections,
  ledgers,
  projects,
  SetAside,
  TableRows,
  timeline,
  type AnyProjection,
} from '@minsheng/read-models';
import type { ProjectId } from '@minsheng/contracts';
import { gone } from '../../testing/gone';
import {
  adoptList,
  catchUp,
  openLedger,
  policyRunner,
  reportMonth,
  runnerOf,
  taken,
  type OpenedLedger,
} from '../../testing/opened-ledger';
import { TableCheckpoint } from '../checkpoint';
import { build } from './build';
import { createShadow } from './shadow-table';
import { rebuild, RebuildUnderWay, rollBack } from './rebuild';
import { verify } from './verify';

let ledger: OpenedLedger;
let first: ProjectId;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());
afterEach(() => ledger.empty());
beforeEach(async () => {
  [first] = await adoptList(ledger, 3);
  await catchUp(ledger.store, policyRunner(ledger));
  for (const [period, value] of [
    ['2019-01', '1'],
    ['2019-02', '3'],
    ['2019-03', '3'],
  ])
    await reportMonth(ledger, first, period, value);
  for (const projection of projections) await catchUp(ledger.store, runnerOf(ledger, projection), 3);
});

const dump = ({ entity }: AnyProjection, table?: string) =>
  new TableRows(ledger.dataSource.getMetadata(entity), table).dump(ledger.dataSource.manager);
const tables = async () =>
  (await ledger.dataSource.query(`select table_name from information_schema.tables where table_schema = 'read'`))
    .map(({ table_name: name }: { table_name: string }) => name)
    .sort();
const verdicts = () =>
  Promise.all(projections.map((projection) => verify(ledger.store, ledger.dataSource, projection)));
const checkpoints = () =>
  ledger.dataSource.query('select name, position, halted, paused from read.checkpoint order by name');

describe('verifying a read model', () => {
  it('finds every one equal, byte for byte, after a run in small batches', async () => {
    expect((await verdicts()).map(({ name, equal, rows }) => [name, equal, rows])).toEqual([
      ['suggestion', true, 0],
      ['annual_list', true, 1],
      ['project', true, 3],
      ['ledger', true, 3],
      ['light', true, 0],
      ['report', true, 3],
      ['site', true, 0],
      ['meeting', true, 0],
      ['rating_tally', true, 0],
      ['timeline', true, 20],
      ['functional_zone', true, 0],
      ['holiday_calendar', true, 0],
    ]);
  });
  it('leaves no trace', async () => {
    const before = [await tables(), await checkpoints()];
    await verdicts();
    expect([await tables(), await checkpoints()]).toEqual(before);
  });
  it.each([
    ['altered by hand', `update read.project set title = '别的' where project_id = $1`],
    ['taken away', 'delete from read.project where project_id = $1'],
    [
      'added',
      `insert into read.project select (jsonb_populate_record(p, '{"project_id": "511400-2019-zzzzzzzzzz"}')).*
        from read.project p where project_id = $1`,
    ],
  ])('finds a row that was %s', async (_how, sql) => {
    await ledger.dataSource.query(sql, [first]);
    const verdict = await verify(ledger.store, ledger.dataSource, projects);
    expect(verdict.equal).toBe(false);
    expect(verdict.differing[0]).toContain('511400-2019-');
    expect((await verify(ledger.store, ledger.dataSource, timeline)).equal).toBe(true);
  });
});

describe('rebuilding a read model', () => {
  it('shows its progress and ends at the head of the log', async () => {
    const seen: object[] = [];
    const rebuilt = await rebuild(ledger.store, ledger.dataSource, projects, (progress) => seen.push(progress));
    const until = await ledger.store.head();
    expect(seen).toEqual([{ position: expect.any(BigInt), until, events: 15 }]);
    expect(await rebuilt.swapIn()).toMatchObject({ position: until });
  });
  it('leaves the living one as it is until it is put in place', async () => {
    await ledger.dataSource.query(`update read.project set title = '别的'`);
    const before = await dump(projects);
    await rebuild(ledger.store, ledger.dataSource, projects);
    expect(await dump(projects)).toEqual(before);
  });
  it('puts the new one in place and keeps the old beside it', async () => {
    const right = await dump(projects);
    await ledger.dataSource.query(`update read.project set title = '别的'`);
    const wrong = await dump(projects);
    await (await rebuild(ledger.store, ledger.dataSource, projects)).swapIn();
    expect(await dump(projects)).toEqual(right);
    expect(await dump(projects, 'project__old')).toEqual(wrong);
    expect(await tables()).not.toContain('project__new');
    expect(await ledger.checkpoint('project')).toEqual({
      position: (await ledger.store.head()).toString(),
      halted: null,
    });
  });
  it('takes along what was recorded while it was built', async () => {
    const rebuilt = await rebuild(ledger.store, ledger.dataSource, ledgers);
    await reportMonth(ledger, first, '2019-04', '7');
    await rebuilt.swapIn();
    expect((await verify(ledger.store, ledger.dataSource, ledgers)).equal).toBe(true);
    expect(
      await ledger.dataSource.query(
        `select verified->'values'->'i1'->''->>3 as value from read.ledger where project_id = $1`,
        [first],
      ),
    ).toEqual([{ value: '7' }]);
  });
  it('can be done again, and a halted one runs again from there', async () => {
    const { checkpoint } = runnerOf(ledger, projects);
    await checkpoint.halt(await taken(checkpoint), 1n, 'poison');
    for (let time = 0; time < 2; time += 1) await (await rebuild(ledger.store, ledger.dataSource, projects)).swapIn();
    expect((await ledger.checkpoint('project'))?.halted).toBeNull();
    await reportMonth(ledger, first, '2019-04', '7');
    await catchUp(ledger.store, runnerOf(ledger, projects));
    expect((await verify(ledger.store, ledger.dataSource, projects)).equal).toBe(true);
  });
  it('keeps the names of keys and indexes, so that a later migration finds them', async () => {
    await (await rebuild(ledger.store, ledger.dataSource, projects)).swapIn();
    await (await rebuild(ledger.store, ledger.dataSource, projects)).swapIn();
    expect((await ledger.dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual(
      [],
    );
    expect(
      (
        await ledger.dataSource.query(
          `select indexname from pg_indexes where schemaname = 'read' and tablename = 'project'`,
        )
      )
        .map(({ indexname }: { indexname: string }) => indexname)
        .sort(),
    ).toEqual(['IDX_fe1b3553829be126b7b471426d', 'PK_1a480c5734c5aacb9cef7b1499d']);
  });
  it('says whether the new one equals the one before', async () => {
    const equal = (await (await rebuild(ledger.store, ledger.dataSource, projects)).swapIn()).comparison!;
    expect(equal.live).toEqual(equal.shadow);
    await ledger.dataSource.query(`update read.project set title = '别的' where project_id = $1`, [first]);
    const { comparison } = await (await rebuild(ledger.store, ledger.dataSource, projects)).swapIn();
    expect(comparison).toMatchObject({
      live: { rows: 3 },
      shadow: { rows: 3, sum: equal.shadow.sum },
      differing: [expect.stringContaining('别的')],
    });
    expect(comparison!.live.sum).not.toBe(comparison!.shadow.sum);
  });
  it('can be taken back, and taken back again', async () => {
    const right = await dump(projects);
    await ledger.dataSource.query(`update read.project set title = '别的'`);
    const wrong = await dump(projects);
    await (await rebuild(ledger.store, ledger.dataSource, projects)).swapIn();
    await reportMonth(ledger, first, '2019-04', '7');
    expect(await rollBack(ledger.dataSource, projects)).toBe(20n);
    expect(await dump(projects)).toEqual(wrong);
    expect(await rollBack(ledger.dataSource, projects)).toBe(20n);
    expect(await dump(projects)).toEqual(right);
    await catchUp(ledger.store, runnerOf(ledger, projects));
    expect((await verify(ledger.store, ledger.dataSource, projects)).equal).toBe(true);
  });
  it('that never happened cannot be taken back', async () => {
    await ledger.dataSource.query(`delete from read.checkpoint where name = 'suggestion__old'`);
    await expect(rollBack(ledger.dataSource, projections[0])).rejects.toThrow('suggestion has no old table');
  });
  it('refuses a second builder, and takes over from one that died', async () => {
    const elsewhere = await openReadModels((ledger.dataSource.options as { url: string }).url, {
      applicationName: 'another builder',
      maxConnections: 2,
    });
    await taken(new TableCheckpoint(elsewhere, 'project__new'));
    await expect(rebuild(ledger.store, ledger.dataSource, projects)).rejects.toThrow(RebuildUnderWay);
    await elsewhere.destroy();
    await gone(ledger.dataSource, 'another builder');
    await (await rebuild(ledger.store, ledger.dataSource, projects)).drop();
  });
  it('gives the same bytes page by page, where the rows do not fit into memory', async () => {
    const rows = new TableRows(ledger.dataSource.getMetadata(timeline.entity), 'timeline__new');
    await createShadow(ledger.dataSource, 'timeline');
    let pages = 0;
    const fits = () => pages < 2;
    const events = await build(
      {
        store: ledger.store,
        dataSource: ledger.dataSource,
        projection: timeline,
        rows,
        setAside: new SetAside(),
        knownUntil: 7n,
        places: false,
        page: 3,
        fits,
        onPage: async () => {
          pages += 1;
        },
      },
      await ledger.store.head(),
    );
    expect([events, pages]).toEqual([20, 7]);
    expect(await rows.dump(ledger.dataSource.manager)).toEqual(await dump(timeline));
    await ledger.dataSource.query('drop table read.timeline__new');
  });
});
