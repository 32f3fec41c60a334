import { temporaryDatabase, type TemporaryDatabase } from '@minsheng/event-store/testing';
import { foldBatch, migrateReadModels, openReadModels, projections, TableRows, type DataSource } from '.';
import { AnEvaluationHasRounds1700000000103 } from './migrations/0103-an-evaluation-has-rounds';
import { aYear, logOf, superseded } from './testing';

describe('the tables of the read models', () => {
  let database: TemporaryDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await temporaryDatabase();
    await migrateReadModels(database.connectionString);
    dataSource = await openReadModels(database.connectionString, { maxConnections: 4 });
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const log = logOf(aYear);
  const emptied = (table: TableRows, name: string) => dataSource.query(`truncate read."${name}"`).then(() => table);
  /** The table after the log in batches of this size, as text. */
  const dumpAfter = async (name: string, size: number): Promise<string[]> => {
    const projection = projections.find((projection) => projection.name === name)!;
    const table = await emptied(new TableRows(dataSource.getMetadata(projection.entity)), name);
    for (let from = 0; from < log.length; from += size)
      await table.write(
        dataSource.manager,
        await foldBatch(projection, log.slice(from, from + size), (keys) => table.read(dataSource.manager, keys)),
      );
    return table.dump(dataSource.manager);
  };

  it('are as the entities say: the migrations leave nothing to change', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
  it('would be found different by that check', async () => {
    await dataSource.query('alter table read.report add column stray text');
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.query('alter table read.report drop column stray');
    expect(upQueries.map(({ query }) => query)).toEqual(['ALTER TABLE "read"."report" DROP COLUMN "stray"']);
  });
  it('are made once, also when several processes start together', async () => {
    const fresh = await temporaryDatabase();
    await Promise.all([1, 2, 3].map(() => migrateReadModels(fresh.connectionString)));
    const opened = await openReadModels(fresh.connectionString, { maxConnections: 2 });
    const applied = opened.migrations.length;
    expect(applied).toBeGreaterThan(0);
    expect(await opened.query('select count(*)::int as applied from read.migrations')).toEqual([{ applied }]);
    await opened.destroy();
    await fresh.drop();
  });
  it('are not made by who only opens them: that is refused', async () => {
    const fresh = await temporaryDatabase();
    await expect(openReadModels(fresh.connectionString)).rejects.toThrow('migrate the database first');
    await migrateReadModels(fresh.connectionString);
    const opened = await openReadModels(fresh.connectionString, { maxConnections: 2 });
    await opened.undoLastMigration();
    await opened.destroy();
    await expect(openReadModels(fresh.connectionString)).rejects.toThrow('migrate the database first');
    await fresh.drop();
  });
  it('go away and come back with their migration', async () => {
    const fresh = await temporaryDatabase();
    await migrateReadModels(fresh.connectionString);
    const opened = await openReadModels(fresh.connectionString, { maxConnections: 2 });
    for (const _ of opened.migrations) await opened.undoLastMigration();
    expect(await opened.query(`select table_name from information_schema.tables where table_schema = 'read'`)).toEqual([
      { table_name: 'migrations' },
    ]);
    await opened.runMigrations();
    expect((await opened.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    await opened.destroy();
    await fresh.drop();
  });

  it('say of an evaluation of before that it is in its first round', async () => {
    const migration = new AnEvaluationHasRounds1700000000103();
    const runner = dataSource.createQueryRunner();
    const firstRound = logOf(aYear.slice(0, aYear.indexOf(superseded)));
    await Promise.all(
      projections
        .filter(({ name }) => name === 'project' || name === 'rating_tally')
        .map(async (projection) => {
          const table = await emptied(new TableRows(dataSource.getMetadata(projection.entity)), projection.name);
          await table.write(dataSource.manager, await foldBatch(projection, firstRound, async () => new Map()));
        }),
    );
    // as JSON: what goes and comes back stands behind the columns that joined later
    const dump = () =>
      Promise.all(
        ['project', 'rating_tally'].map((name) =>
          dataSource.query(`select to_jsonb(t) as row from read."${name}" t order by 1`),
        ),
      );
    const folded = await dump();
    expect(JSON.stringify(folded)).toContain('round');
    await migration.down(runner);
    expect(await dataSource.query(`select 1 from read.project where evaluation ? 'round'`)).toEqual([]);
    await migration.up(runner);
    await runner.release();
    expect(await dump()).toEqual(folded);
  });

  describe.each(projections.map(({ name }) => name))('%s', (name) => {
    it('holds the same bytes after batches of 1, 7 and 1000', async () => {
      const [first, seven, thousand] = [
        await dumpAfter(name, 1),
        await dumpAfter(name, 7),
        await dumpAfter(name, 1_000),
      ];
      expect(first.length).toBeGreaterThan(0);
      expect(seven).toEqual(first);
      expect(thousand).toEqual(first);
    });
    it('gives back the rows it was given, and writing them again changes nothing', async () => {
      const projection = projections.find((projection) => projection.name === name)!;
      const table = await emptied(new TableRows(dataSource.getMetadata(projection.entity)), name);
      const rows = await foldBatch(projection, log, async () => new Map());
      await table.write(dataSource.manager, rows);
      const read = await table.read(dataSource.manager, [...rows.keys(), 'nobody']);
      expect(new Map([...read].sort())).toEqual(
        new Map([...rows].sort().map(([key, row]) => [key, JSON.parse(JSON.stringify(row))])),
      );
      const dump = await table.dump(dataSource.manager);
      await table.write(dataSource.manager, read);
      expect(await table.dump(dataSource.manager)).toEqual(dump);
    });
  });
  it('takes no statement to write nothing', async () => {
    const manager = { query: () => Promise.reject(new Error('asked')) } as never;
    await expect(
      new TableRows(dataSource.getMetadata(projections[0].entity)).write(manager, new Map()),
    ).resolves.toBeUndefined();
  });
});
