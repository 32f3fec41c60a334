import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TemporaryDatabase {
  readonly connectionString: string;
  drop(): Promise<void>;
}

/**
 * A database of its own for one suite, on the server of TEST_DATABASE_URL (a superuser's URL). Fails without it: no
 * test is skipped.
 */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server)
    throw new Error(
      "TEST_DATABASE_URL is not set: it must be a superuser's URL of a running PostgreSQL, such as " +
        'postgres://postgres@localhost:5432/postgres',
    );
  const name = `test_${randomBytes(8).toString('hex')}`;
  await execute(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { connectionString: url.href, drop: () => execute(server, `drop database if exists ${name} with (force)`) };
}

async function execute(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
