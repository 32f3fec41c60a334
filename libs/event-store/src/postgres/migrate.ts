import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type ClientBase } from 'pg';
import { CONNECT_TIMEOUT_MS } from './connections';

/** A step whose functions a later one replaces: databases that took it count on, others do without. */
const RETIRED = undefined;

/** Files in `schema/`, in the order in which they are applied; only ever added to. The build copies them. */
const steps = ['0001-events.sql', ...Array<typeof RETIRED>(6).fill(RETIRED), '0008-append.sql', '0009-append-only.sql'];

const sqlOf = (file: string): string => readFileSync(join(__dirname, 'schema', file), 'utf8');

/**
 * Brings the schema `es` to today's version. Any number of processes may call it at once; each step is applied once.
 */
export async function migrateEventStore(connectionString: string): Promise<void> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'event-store migrate',
  });
  client.on('error', () => undefined); // the query in progress rejects with it
  await client.connect();
  try {
    await client.query('begin isolation level read committed');
    await client.query('select pg_advisory_xact_lock(7302)');
    await applyMissingSteps(client);
    await client.query('commit');
  } finally {
    await client.end(); // also rolls back
  }
}

/** Refuses a database that this code does not fit. */
export async function assertMigrated(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regclass('es.schema_version') is not null as known`,
  );
  const version = rows[0].known ? await versionOf(client) : 0;
  if (version < steps.length)
    throw new Error(
      `The event store's schema is at version ${version} of ${steps.length}: call migrateEventStore first`,
    );
  refuseNewer(version);
}

async function applyMissingSteps(client: ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists es;
    create table if not exists es.schema_version (
      version int primary key,
      applied_at timestamptz not null default now()
    )`);
  const version = await versionOf(client);
  refuseNewer(version);
  for (let next = version + 1; next <= steps.length; next++) {
    const file = steps[next - 1];
    if (file) await client.query(sqlOf(file));
    await client.query('insert into es.schema_version (version) values ($1)', [next]);
  }
}

async function versionOf(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: string }>(
    'select coalesce(max(version), 0)::text as version from es.schema_version',
  );
  return Number(rows[0].version);
}

function refuseNewer(version: number): void {
  if (version > steps.length)
    throw new Error(
      `The event store's schema is at version ${version}, newer than this program, which knows ${steps.length}`,
    );
}
