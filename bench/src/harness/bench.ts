import path from 'node:path';
import { prepareDatabase, type RunningPostgres } from '@minsheng/local-system';
import { Client } from 'pg';

/** What a part of the benchmarks works with. */
export interface Bench {
  readonly server: RunningPostgres;
  /** A temporary folder that the database server's user can enter too. */
  readonly folder: string;
  /** A short run that only checks that everything works; its figures mean nothing. */
  readonly quick: boolean;
  readonly rounds: number;
  /** Length of one measurement. */
  readonly milliseconds: number;
  say(text: string): void;
}

/** Creates an empty database on a server; returns its address. */
export async function emptyDatabase(server: Pick<RunningPostgres, 'url'>, name: string): Promise<string> {
  await withClient(server.url('postgres'), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template template0`);
  });
  return server.url(name);
}

/** The database of a ledger: the superuser's address, and the one that the projector runs as. */
export interface Ledger {
  readonly url: string;
  readonly projector: string;
}

/** Creates the database of an empty ledger on a server, as the product lays it out. */
export async function emptyLedger(server: Pick<RunningPostgres, 'url' | 'dataDir'>, name: string): Promise<Ledger> {
  const url = await emptyDatabase(server, name);
  const { projector } = await prepareDatabase(server, { dataDir: path.dirname(server.dataDir), database: name });
  return { url, projector };
}

export async function withClient<Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
