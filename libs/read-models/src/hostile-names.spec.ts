import fc from 'fast-check';
import { canonicalJson } from '@minsheng/contracts';
import { temporaryDatabase, type TemporaryDatabase } from '@minsheng/event-store/testing';
import {
  foldBatch,
  foldInto,
  migrateReadModels,
  openReadModels,
  projections,
  TableRows,
  type AnyProjection,
  type DataSource,
} from '.';
import { gardens, works } from './testing/a-list';
import { aYear } from './testing/a-year';
import { delivered, line, started } from './testing/delivery-events';
import { logOf, type GivenEvent } from './testing/given-events';

/** What each name is called where nothing is odd about it. */
const DISTRICT = '普通区';
const TITLE = '普通名称';
const ordinary = { district: DISTRICT, department: works, title: TITLE };
type Names = typeof ordinary;

const hostile = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__proto__',
  '__defineGetter__',
  'prototype',
  'length',
  'null',
  'undefined',
  '12',
  '-0',
  `'; drop table read.project; --`,
  '"\\u0000"',
  '\\\\ \t \\N',
  '𠮷'.repeat(30),
  'é́'.repeat(20),
  '\u202E区',
  '甲\u0000乙',
  '甲\uD800乙',
];
/** Names that the schemas take: trimmed, and no longer than they allow. */
const anyName = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', minLength: 2, maxLength: 20 }))
  .map((name) => name.trim())
  .filter((name) => name.length >= 2 && name.length <= 60);

const verified = (period: string, version: number, ...lines: object[]): GivenEvent =>
  delivered('ReportVerified', { period, department: works, how: 'site visit', version, lines });
const inDistrict = (value: string, over: object = {}) => line(value, { district: DISTRICT, ...over });
/** Every kind of event, and the figures of districts reported, corrected and taken back. */
const sample: readonly GivenEvent[] = [
  ...aYear,
  started(gardens, { title: TITLE }),
  delivered('TargetsBrokenDown', {
    indicators: [{ indicatorId: 'i1', buffer: false, districts: [{ district: DISTRICT, target: '12' }] }],
  }),
  verified('2019-03', 1, inDistrict('3', { worksPercent: '40' }), line('1', { district: '另一区' })),
  verified('2019-04', 1, inDistrict('5', { startedOn: '2019-04-01' })),
  verified('2019-03', 2, line('4', { district: '另一区' })),
  verified('2019-04', 2, line('9')),
  delivered('SitesRegistered', { sites: [{ no: 3, name: TITLE, district: DISTRICT }] }),
];

/** Every name in a value replaced by another. */
const renamed = <T>(value: T, from: Names, to: Names): T => {
  const name = (text: string) =>
    (Object.keys(from) as (keyof Names)[]).reduce((named, kind) => named.split(from[kind]).join(to[kind]), text);
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return name(part);
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [name(key), walk(inner)]));
  };
  return walk(value) as T;
};
const logWith = (names: Names) => logOf(renamed(sample, ordinary, names));
const logs = hostile.map(
  (name) => [name, logWith({ district: name, department: `${name}局`, title: `${name}项` })] as const,
);
/** What a table can hold of a name: U+FFFD stands for what is no character. */
const asHeld = (name: string) => name.toWellFormed().replaceAll('\u0000', '\uFFFD');

/** Folds a log in batches, each row through JSON as a table keeps it. */
const folded = async (projection: AnyProjection, log: ReturnType<typeof logOf>, size: number) => {
  const table = new Map<string, string>();
  for (let from = 0; from < log.length; from += size) {
    const rows = await foldBatch(
      projection,
      log.slice(from, from + size),
      async (keys) =>
        new Map(keys.filter((key) => table.has(key)).map((key) => [key, JSON.parse(table.get(key)!) as object])),
    );
    for (const [key, row] of rows) table.set(key, JSON.stringify(row));
  }
  return table;
};
/** Rows that do not depend on the order of their names: sorted, as canonical JSON. */
const rowsOf = (table: ReadonlyMap<string, string>): unknown[] =>
  [...table.values()].map((row) => JSON.parse(row) as unknown);
const sorted = (rows: readonly unknown[]) => rows.map(canonicalJson).sort();

describe('names are values', () => {
  it('every read model holds the same whatever districts, departments and titles are called', async () => {
    const plain = await Promise.all(projections.map((projection) => folded(projection, logWith(ordinary), 1_000)));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyName, { minLength: 3, maxLength: 3, selector: asHeld }), async (given) => {
        const [district, department, title] = given;
        const held = { district: asHeld(district), department: asHeld(department), title: asHeld(title) };
        const log = logWith({ district, department, title });
        for (const [index, projection] of projections.entries())
          expect(sorted(rowsOf(await folded(projection, log, 1_000)))).toEqual(
            sorted(renamed(rowsOf(plain[index]), ordinary, held)),
          );
      }),
      { numRuns: 60, seed: 2019 },
    );
  });
  it.each(logs)('every read model has the same bytes in batches of 1 and of 1000 for names like %j', async (_, log) => {
    for (const projection of projections) {
      const [single, whole] = [await folded(projection, log, 1), await folded(projection, log, 1_000)];
      expect([...single].sort()).toEqual([...whole].sort());
      const inMemory = new Map<string, object>();
      foldInto(inMemory, projection, log);
      expect([...inMemory].map(([key, row]) => [key, JSON.stringify(row)])).toEqual([...whole]);
    }
  });
});

describe('a table', () => {
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

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    '%s takes every name, written or copied in, and gives it back',
    async (name, projection) => {
      const table = new TableRows(dataSource.getMetadata(projection.entity));
      for (const [, log] of logs) {
        const rows = await foldBatch(projection, log, async () => new Map());
        await dataSource.query(`truncate read."${name}"`);
        await table.write(dataSource.manager, rows);
        const written = await table.dump(dataSource.manager);
        expect((await table.read(dataSource.manager, [...rows.keys()])).size).toBe(rows.size);
        await dataSource.query(`truncate read."${name}"`);
        await table.copyIn(dataSource, rows);
        expect(await table.dump(dataSource.manager)).toEqual(written);
      }
    },
  );
});
