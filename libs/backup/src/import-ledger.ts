import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backup-error';
import { damaged, parseHeader, parseTrailer, type Header, type Trailer } from './export-format';
import { LineReader } from './line-reader';
import { Meter, sha256, type OnProgress } from './meter';
import { refuseOtherSchema } from './same-schema';
import { inTransaction } from './session';
import { contentTables, copyIn, copyOut, sqlName, titleOf, type SchemaVersions, type Table } from './tables';

export interface ImportOptions {
  /** A database without a ledger, or with an empty one. */
  readonly url: string;
  readonly file: string;
  /** Creates the tables that the rows of the file fit in: those of this release, or older ones that it can convert. */
  readonly migrate: (url: string, versions: SchemaVersions) => Promise<void>;
  /** What has to be done, in the same transaction, before anybody can see the rows. */
  readonly beforeCommit?: (client: Client) => Promise<void>;
  readonly onProgress?: OnProgress;
  /** Aborts the import; the ledger stays empty. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a file of `exportLedger` into an empty ledger, all of it or nothing, and compares the stored rows with the sums
 * in the file. Read models are left to the projector, which begins at the first event.
 * @throws BackupError NOT_AN_EXPORT, OTHER_FORMAT_VERSION, OTHER_SCHEMA_VERSION, EXPORT_DAMAGED, LEDGER_NOT_EMPTY,
 * LEDGER_IN_USE, IMPORTED_OTHERWISE, TRANSFER_INTERRUPTED
 */
export async function importLedger(options: ImportOptions): Promise<Header> {
  const { url, file, migrate, beforeCommit, onProgress, signal } = options;
  const reader = LineReader.open(file);
  try {
    const first = await reader.line();
    const header = parseHeader(first);
    await inTransaction(url, 'read only', async (client) => {
      await refuseOtherClients(client);
      await refuseContent(client, await contentTables(client));
    });
    await migrate(url, header.schemaVersions);
    await inTransaction(url, 'isolation level read committed', async (client) => {
      await refuseOtherSchema(client, header);
      // no other writer
      await client.query(`lock table ${header.tables.map(sqlName).join(', ')} in exclusive mode`);
      await refuseContent(client, header.tables);
      const read: Trailer['tables'][number][] = [];
      for (const table of header.tables) read.push(await copyTable(client, reader, table, { onProgress, signal }));
      refuseOtherSums(parseTrailer(await reader.line()), { header: sha256(`${first}\n`), tables: read });
      await reader.expectEnd();
      signal?.throwIfAborted();
      for (const [index, table] of header.tables.entries()) await compareStored(client, table, read[index]?.sha256);
      await beforeCommit?.(client);
    });
    return header;
  } catch (error) {
    throw signal?.aborted
      ? new BackupError(
          'TRANSFER_INTERRUPTED',
          '导入已中断，没有导入任何数据',
          'The import was interrupted; nothing was imported',
        )
      : error;
  } finally {
    await reader.close();
  }
}

/** The api and the projector hold connections all the time; one that is just closing gets a moment. */
async function refuseOtherClients(client: Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await client.query<{ name: string }>(
      `select coalesce(nullif(application_name, ''), 'pid ' || pid) as name from pg_stat_activity where datname =
        current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return;
    const names = [...new Set(rows.map(({ name }) => name))].join(', ');
    if (attempt === 10)
      throw new BackupError(
        'LEDGER_IN_USE',
        `数据库正在使用中（${names}）：先停止 api 与 projector`,
        `The database is in use (${names}): stop the api and the projector first`,
      );
    await client.query('select pg_stat_clear_snapshot()');
    await sleep(100);
  }
}

async function refuseContent(client: Client, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    if ((await client.query(`select from ${sqlName(table)} limit 1`)).rowCount === 0) continue;
    throw new BackupError(
      'LEDGER_NOT_EMPTY',
      `目标台账不为空（${titleOf(table)}）：请导入到新的数据目录（--data-dir NEW）或新的数据库`,
      `The ledger is not empty (${titleOf(table)}): import into a new data folder (--data-dir NEW) or a new database`,
    );
  }
}

async function copyTable(
  client: Client,
  reader: LineReader,
  table: Header['tables'][number],
  { onProgress, signal }: Pick<ImportOptions, 'onProgress' | 'signal'>,
): Promise<Trailer['tables'][number]> {
  const meter = new Meter(titleOf(table), table.rows, onProgress);
  await pipeline(meter.watch(reader.lines(table.rows)), client.query(copyFrom(copyIn(table))), { signal }).catch(
    (error: Error & { code?: string }) => {
      throw /^2[23]/.test(error.code ?? '')
        ? damaged(
            `${titleOf(table)} 中有数据库不接受的行`,
            `the database refuses a row of ${titleOf(table)} (${error.message})`,
          )
        : error;
    },
  );
  return meter.reading();
}

function refuseOtherSums(written: Trailer, read: Trailer): void {
  if (written.header !== read.header) throw damaged('首行的校验和不符', 'the checksum of its first line is another');
  for (const [index, { table, rows, sha256: sum }] of read.tables.entries()) {
    const there = written.tables[index];
    if (there?.table !== table || there.rows !== rows || there.sha256 !== sum)
      throw damaged(`${table} 的校验和不符`, `the checksum of ${table} is another`);
  }
}

/** Reads back what was stored, in the same order and form: equal sums are equal bytes. */
async function compareStored(client: Client, table: Header['tables'][number], sum: string | undefined): Promise<void> {
  const meter = new Meter(titleOf(table), table.rows);
  for await (const chunk of meter.watch(client.query(copyTo(copyOut(table))))) void chunk;
  if (meter.reading().sha256 === sum) return;
  throw new BackupError(
    'IMPORTED_OTHERWISE',
    `${titleOf(table)} 导入后与文件不一致，已全部撤回`,
    `${titleOf(table)} would not be stored as it stands in the file; all was undone`,
  );
}
