import path from 'node:path';
import { startPostgres, type RunningPostgres } from '@minsheng/local-system';
import type { Client } from 'pg';
import { withClient } from './bench';

/** Settings of a server, as `alter system` takes them. Durability settings are not changed. */
export type Settings = Readonly<Record<string, string>>;

/**
 * Starts an empty server in a folder of this name; with settings it is started twice, because some are read at start
 * only.
 */
export async function startServer(folder: string, name: string, settings: Settings = {}): Promise<RunningPostgres> {
  const dataDir = path.join(folder, name);
  const server = await startPostgres({ dataDir });
  if (Object.keys(settings).length === 0) return server;
  await withClient(server.url('postgres'), async (client) => {
    for (const [setting, value] of Object.entries(settings))
      await client.query(`alter system set ${setting} = '${value}'`);
  });
  await server.stop();
  return startPostgres({ dataDir });
}

/** A server for one part of the run, removed afterwards. */
export async function withServer<Result>(
  folder: string,
  name: string,
  settings: Settings,
  work: (server: RunningPostgres) => Promise<Result>,
): Promise<Result> {
  const server = await startServer(folder, name, settings);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** More than is written by a part that measures lag. */
const LOG_FILES = 16;

/**
 * Recycles the write-ahead log of a new server once. A server that has run for a day reuses its files; a new one
 * creates each, 16 MB of zeros, while every append waits (decision 0024).
 */
export async function goRoundOnce(client: Client): Promise<void> {
  for (let file = 0; file < LOG_FILES; file += 1)
    await client.query(`select pg_logical_emit_message(false, 'bench', 'round'), pg_switch_wal()`);
  await client.query('checkpoint'); // makes the older files available for reuse
}
