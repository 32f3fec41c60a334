import { Client } from 'pg';
import { SUPERUSER } from './password';

/** How to reach a local server as its superuser. */
export interface Access {
  readonly port: number;
  readonly password: string;
}

/** Who connects. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/**
 * By its socket where it has one: `host` as parameter, as libpq and its kin read it; without it the same address means
 * the port.
 */
export const urlOf = (
  { port, socketFolder }: { readonly port: number; readonly socketFolder: string },
  { user, password }: Login,
  database: string,
): string => {
  const host = socketFolder && `?host=${encodeURIComponent(socketFolder)}`;
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}${host}`;
};

/**
 * Runs one statement on a connection of its own. Every setting is given, so that PGSSLMODE and the like have no effect.
 */
export async function query<Row extends object>(access: Access, database: string, text: string): Promise<Row[]> {
  const client = new Client({
    host: '127.0.0.1',
    port: access.port,
    user: SUPERUSER,
    password: access.password,
    database,
    ssl: false,
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000,
  });
  client.on('error', () => undefined); // the failing call rejects; a broken idle connection does not matter
  try {
    await client.connect();
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const UNKNOWN_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';

/** Creates the database if it does not exist. Checks first: that is the usual case and costs one connection. */
export async function ensureDatabase(access: Access, name: string): Promise<void> {
  try {
    await query(access, name, 'select 1');
  } catch (error) {
    if ((error as { code?: string }).code !== UNKNOWN_DATABASE) throw error;
    await createDatabase(access, name);
  }
}

export async function createDatabase(access: Access, name: string): Promise<void> {
  await query(access, 'postgres', `create database "${name}"`).catch((failure: { code?: string }) => {
    if (failure.code !== DUPLICATE_DATABASE) throw failure;
  });
}
