import { temporaryDatabase, type TemporaryDatabase } from '@minsheng/event-store/testing';
import { idsIn, migrateReadModels, openReadModels, readBytes, type DataSource } from '.';

describe('bytes as the server keeps them', () => {
  let database: TemporaryDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await temporaryDatabase();
    await migrateReadModels(database.connectionString);
    dataSource = await openReadModels(database.connectionString, { maxConnections: 2 });
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  const texts = async (select: string) => (await readBytes(dataSource, select)).map((row) => row.map(String));

  it('come by row and column, in their order, whatever signs they hold', async () => {
    const strange = '{"名":"东坡区\\t\\\\\\"","空":""}';
    expect(await texts(`select i::text, '${strange}', '' from generate_series(1, 3) i order by i desc`)).toEqual([
      ['3', strange, ''],
      ['2', strange, ''],
      ['1', strange, ''],
    ]);
  });
  it('come by the megabyte', async () => {
    const [[first], [two]] = await texts(`select repeat('区', 1000000) from generate_series(1, 2)`);
    expect([first.length, two]).toEqual([1_000_000, first]);
  });
  it('are none where there is no row', async () =>
    expect(await texts('select project_id from read.ledger')).toEqual([]));
  it('of a wrong question are an error, and the connection serves the next', async () => {
    await expect(readBytes(dataSource, 'select nothing')).rejects.toThrow('nothing');
    expect(await texts(`select 'well'`)).toEqual([['well']]);
  });
});

describe('ids in a statement', () => {
  it('stand between quotes', () =>
    expect(idsIn(['511400-2019-gardens001', '511400-2019-clinics002'])).toBe(
      "('511400-2019-gardens001', '511400-2019-clinics002')",
    ));
  it('of none match nothing', () => expect(idsIn([])).toBe("('')"));
  it.each(["x' or '1'='1", 'X', '', 'a b'])('never hold %j', (strange) =>
    expect(() => idsIn(['511400-2019-gardens001', strange])).toThrow('is no id'),
  );
});
