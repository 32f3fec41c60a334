import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { exportLedger } from './export-ledger';
import { importLedger, type ImportOptions } from './import-ledger';
import { emptyDatabase, filledLedger, makeTables, type SmallLedger } from './testing/small-ledger';

const EVENTS = 3_000;
const CONTENT = ['es.events', 'es.commands', 'vault.person'];

let folder: string;
let source: SmallLedger;
let file: string;
const databases: SmallLedger[] = [];
const inFolder = (name: string): string => path.join(folder, name);
const fresh = async (): Promise<SmallLedger> => {
  const database = await emptyDatabase();
  databases.push(database);
  return database;
};
/** Every row as text, in an order that no key decides. */
const rowsOf = async ({ run }: SmallLedger, table: string): Promise<string[]> =>
  (await run<{ row: string }>(`select t::text as row from ${table} t order by t::text collate "C"`)).map(
    ({ row }) => row,
  );
const bring = (target: SmallLedger, from = file, more: Partial<ImportOptions> = {}): Promise<unknown> =>
  importLedger({ url: target.url, file: from, migrate: makeTables, ...more });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-backup-'));
  source = await filledLedger(EVENTS);
  databases.push(source);
  file = inFolder('ledger.gz');
  await exportLedger({ url: source.url, file, product: '0.1.0' });
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  await rm(folder, { recursive: true });
});

describe('a ledger that is moved', () => {
  it('arrives byte for byte, without the read models', async () => {
    const target = await fresh();
    expect(await bring(target)).toMatchObject({
      product: '0.1.0',
      postgres: expect.stringMatching(/^\d+\.\d+/),
      schemaVersions: { es: 3 },
    });
    for (const table of CONTENT) expect(await rowsOf(target, table)).toEqual(await rowsOf(source, table));
    expect(await rowsOf(target, 'es.events')).toHaveLength(EVENTS);
    expect(await rowsOf(target, 'read.checkpoint')).toEqual([]);
  });

  it('shows one instant, though somebody writes meanwhile', async () => {
    const source = await filledLedger(EVENTS);
    databases.push(source);
    let writing: Promise<unknown> | undefined;
    const append = (): Promise<unknown> =>
      source.run(
        `insert into es.events values (${EVENTS + 1}, now(), md5('late')::uuid, 'late', 'late'); insert into
          vault.person values (md5('late')::uuid, 'late', null)`,
      );
    const header = await exportLedger({
      url: source.url,
      file: inFolder('live.gz'),
      product: '0.1.0',
      onProgress: () => void (writing ??= append()),
    });
    await writing;
    expect(header.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['commands', EVENTS / 2],
      ['events', EVENTS],
      ['person', 2],
    ]);
    const target = await fresh();
    await bring(target, inFolder('live.gz'));
    expect(await rowsOf(target, 'es.events')).toHaveLength(EVENTS);
    expect(await rowsOf(source, 'es.events')).toHaveLength(EVENTS + 1);
  });

  it('takes the file of an older schema whose tables are the same', async () => {
    const target = await fresh();
    const migrate = async (url: string): Promise<void> => {
      await makeTables(url);
      await target.run('insert into es.schema_version (version) values (4)');
    };
    await bring(target, file, { migrate });
    expect(await rowsOf(target, 'es.events')).toHaveLength(EVENTS);
  });

  it('is told how far it is', async () => {
    const progress: string[] = [];
    await bring(await fresh(), file, { onProgress: ({ table, rows, of }) => progress.push(`${table} ${rows}/${of}`) });
    expect(progress).toEqual(expect.arrayContaining([`es.events ${EVENTS}/${EVENTS}`, 'vault.person 2/2']));
  });
});

describe('an export', () => {
  it('is private, and says in its first line what it is', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const [first = ''] = gunzipSync(await readFile(file))
      .toString('utf8')
      .split('\n');
    expect(JSON.parse(first)).toMatchObject({
      format: 'minsheng-ledger-export',
      formatVersion: 1,
      tables: [
        { schema: 'es', name: 'commands', rows: EVENTS / 2 },
        { schema: 'es', name: 'events', rows: EVENTS },
        { schema: 'vault', name: 'person', rows: 2 },
      ],
    });
  });

  it('overwrites nothing', async () => {
    const before = await readFile(file);
    await expect(exportLedger({ url: source.url, file, product: '0.1.0' })).rejects.toMatchObject({
      code: 'EXPORT_FILE_EXISTS',
    });
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('leaves no file when it is interrupted', async () => {
    const controller = new AbortController();
    const wished = inFolder('interrupted.gz');
    await expect(
      exportLedger({
        url: source.url,
        file: wished,
        product: '0.1.0',
        signal: controller.signal,
        onProgress: () => controller.abort(),
      }),
    ).rejects.toMatchObject({ code: 'TRANSFER_INTERRUPTED' });
    expect((await readdir(folder)).filter((name) => name.startsWith('interrupted'))).toEqual([]);
  });

  it('leaves no file when the server goes away', async () => {
    let cutting: Promise<unknown> | undefined;
    const large = await filledLedger(100_000); // far more than fits into the buffers
    databases.push(large);
    const cut = (): Promise<unknown> =>
      source.run(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'minsheng-transfer' and
          datname = $1`,
        [new URL(large.url).pathname.slice(1)],
      );
    await expect(
      exportLedger({
        url: large.url,
        file: inFolder('cut.gz'),
        product: '0.1.0',
        onProgress: () => void (cutting ??= cut()),
      }),
    ).rejects.toThrow(/terminat|connection error/);
    await cutting;
    expect((await readdir(folder)).filter((name) => name.startsWith('cut'))).toEqual([]);
  });

  it('of a database without a ledger is refused', async () => {
    await expect(
      exportLedger({ url: (await fresh()).url, file: inFolder('nothing.gz'), product: '0.1.0' }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_EXPORT' });
  });
});

describe('an import that is refused leaves the ledger empty', () => {
  let target: SmallLedger;
  beforeAll(async () => {
    target = await fresh();
    await makeTables(target.url);
  });
  const refused = async (bytes: Buffer, code: string): Promise<void> => {
    await writeFile(inFolder('harmed.gz'), bytes);
    await expect(bring(target, inFolder('harmed.gz'))).rejects.toMatchObject({ code });
    for (const table of CONTENT) expect(await rowsOf(target, table)).toEqual([]);
  };
  const rewritten = async (change: (text: string) => string): Promise<Buffer> =>
    gzipSync(change(gunzipSync(await readFile(file)).toString('utf8')));

  it.each([0.1, 0.5, 0.9, 1])('when the file ends too early: at %f of its length', async (part) => {
    const bytes = await readFile(file);
    await refused(bytes.subarray(0, Math.floor(bytes.length * part) - 1), 'EXPORT_DAMAGED');
  });

  it('when any byte was flipped behind the header', async () => {
    const bytes = await readFile(file);
    const places = Array.from(
      { length: 25 },
      (_, index) => bytes.length - 1 - Math.floor((index * bytes.length * 0.9) / 25),
    );
    for (const place of places) {
      const harmed = Buffer.from(bytes);
      harmed.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
      await refused(harmed, 'EXPORT_DAMAGED');
    }
  });

  it('when a row was changed and packed again', async () =>
    refused(await rewritten((text) => text.replace('fingerprint 7\n', 'fingerprint 8\n')), 'EXPORT_DAMAGED'));
  it('when the first line was changed and packed again', async () =>
    refused(await rewritten((text) => text.replace('"product":"0.1.0"', '"product":"0.1.1"')), 'EXPORT_DAMAGED'));
  it('when something was added at the end', async () =>
    refused(await rewritten((text) => `${text}more\n`), 'EXPORT_DAMAGED'));
  it('when it has another format version', async () =>
    refused(await rewritten((text) => text.replace('"formatVersion":1', '"formatVersion":2')), 'OTHER_FORMAT_VERSION'));
  it.each([
    ['a text', Buffer.from('holiday')],
    ['another gzip file', gzipSync('holiday\n')],
  ])('when it is %s', async (_, bytes) => refused(bytes, 'NOT_AN_EXPORT'));
  it('when its schema has a newer version', async () =>
    refused(await rewritten((text) => text.replace('{"es":3}', '{"es":4}')), 'OTHER_SCHEMA_VERSION'));
  it('when a table has other columns', async () =>
    refused(
      await rewritten((text) => text.replace('"contact_iv","type":"text"', '"contact_iv","type":"bytea"')),
      'OTHER_SCHEMA_VERSION',
    ));

  it('when the database would store something else', async () => {
    await target.run(
      `create function shout() returns trigger language plpgsql as $$ begin new.owner := upper(new.owner); return ` +
        `new; end $$; create trigger shout before insert on vault.person for each row execute function shout()`,
    );
    await refused(await readFile(file), 'IMPORTED_OTHERWISE');
    await target.run('drop function shout() cascade');
  });

  it('when it is interrupted', async () => {
    const controller = new AbortController();
    await expect(
      bring(target, file, { signal: controller.signal, onProgress: () => controller.abort() }),
    ).rejects.toMatchObject({ code: 'TRANSFER_INTERRUPTED' });
    for (const table of CONTENT) expect(await rowsOf(target, table)).toEqual([]);
  });

  it('when somebody else is connected', async () => {
    const other = new Client({ connectionString: target.url });
    await other.connect();
    await refused(await readFile(file), 'LEDGER_IN_USE').finally(() => other.end());
  });

  it('and the unharmed file is taken by the same ledger: the refusals were about the harm', async () => {
    await bring(target);
    expect(await rowsOf(target, 'es.events')).toEqual(await rowsOf(source, 'es.events'));
  });

  it('and a second time it is refused, because the ledger is not empty', async () => {
    const before = await rowsOf(target, 'es.events');
    await expect(bring(target)).rejects.toMatchObject({
      code: 'LEDGER_NOT_EMPTY',
      message: expect.stringContaining('--data-dir'),
    });
    expect(await rowsOf(target, 'es.events')).toEqual(before);
  });
});
