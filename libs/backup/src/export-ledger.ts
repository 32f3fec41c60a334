import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backup-error';
import { FORMAT, FORMAT_VERSION, type Header, type Trailer } from './export-format';
import { Meter, sha256, type OnProgress } from './meter';
import { inTransaction } from './session';
import { contentTables, copyOut, rowCount, schemaVersions, titleOf } from './tables';

export interface ExportOptions {
  /** The database to read. It may be in use: the export shows one instant. */
  readonly url: string;
  /** Written as `<file>.part` and renamed when complete and on disk. */
  readonly file: string;
  /** Version of the product, for the header. */
  readonly product: string;
  readonly onProgress?: OnProgress;
  /** Aborts the export; no file remains. */
  readonly signal?: AbortSignal;
}

/**
 * Writes all tables but the rebuildable read models into one file, in constant memory.
 * @returns what was written
 * @throws BackupError EXPORT_FILE_EXISTS, NOTHING_TO_EXPORT, TRANSFER_INTERRUPTED
 */
export async function exportLedger({ url, file, product, onProgress, signal }: ExportOptions): Promise<Header> {
  if (existsSync(file))
    throw new BackupError(
      'EXPORT_FILE_EXISTS',
      `${file} 已存在，不会覆盖`,
      `${file} is there already and will not be overwritten`,
    );
  const part = `${file}.part`;
  try {
    const header = await inTransaction(url, 'isolation level repeatable read read only', async (client) => {
      const found = await describe(client, product);
      await pipeline(
        linesOf(client, found, onProgress),
        createGzip(),
        createWriteStream(part, { mode: 0o600, flush: true }),
        { signal },
      );
      return found;
    });
    await rename(part, file);
    await flushFolder(path.dirname(path.resolve(file)));
    return header;
  } catch (error) {
    await rm(part, { force: true });
    throw signal?.aborted
      ? new BackupError(
          'TRANSFER_INTERRUPTED',
          '导出已中断，没有留下文件',
          'The export was interrupted; no file remains',
        )
      : error;
  }
}

async function describe(client: Client, product: string): Promise<Header> {
  const tables = [];
  for (const table of await contentTables(client)) tables.push({ ...table, rows: await rowCount(client, table) });
  if (tables.length === 0)
    throw new BackupError('NOTHING_TO_EXPORT', '这个数据库里没有台账', 'There is no ledger in this database');
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    product,
    postgres: rows[0]?.server_version ?? '',
    schemaVersions: await schemaVersions(client),
    exportedAt: new Date().toISOString(),
    tables,
  };
}

async function* linesOf(
  client: Client,
  header: Header,
  onProgress: OnProgress | undefined,
): AsyncGenerator<Buffer | string> {
  const first = `${JSON.stringify(header)}\n`;
  yield first;
  const written: Trailer['tables'][number][] = [];
  for (const table of header.tables) {
    const meter = new Meter(titleOf(table), table.rows, onProgress);
    yield* meter.watch(client.query(copyTo(copyOut(table))));
    written.push(meter.reading());
  }
  const trailer: Trailer = { header: sha256(first), tables: written };
  yield `${JSON.stringify(trailer)}\n`;
}

/** Makes the rename survive a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined); // some file systems cannot flush a folder; the rename itself is done
  await handle.close();
}
