import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of one suite, on the server of the Jest run. */
export interface SmallLedger {
  readonly url: string;
  run<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

const TABLES = `
  create schema if not exists es;
  create schema if not exists vault;
  create schema if not exists read;
  create table if not exists es.schema_version (version int primary key, applied_at timestamptz not null default now());
  create table if not exists es.events (global_position bigint primary key, recorded_at timestamptz not null,
  event_id uuid not null, stream_id text collate "C" not null, data text not null, unique (stream_id, event_id));
  create table if not exists es.commands (key uuid primary key, fingerprint text not null);
  create table if not exists vault.person (person uuid primary key, owner text not null, contact_iv text);
  create table if not exists read.checkpoint (name text primary key, position bigint not null);
  insert into es.schema_version (version) values (1), (2), (3) on conflict do nothing`;

/** Texts that COPY must escape and keep. */
const TEXTS = [
  '夜里看不清路',
  'tab\there',
  'line\nbreak\r\n',
  'back\\slash \\N \\.',
  '\\.',
  '',
  '🚸 "quoted" {"a":1}',
  'é\u0301',
];

/** The tables of a small ledger: this project knows no schema of the others, and its transfer needs none. */
export async function makeTables(url: string): Promise<void> {
  await onConnection(url, (client) => client.query(TABLES));
}

export async function emptyDatabase(): Promise<SmallLedger> {
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `transfer_${randomBytes(6).toString('hex')}`;
  await onConnection(server, (client) => client.query(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    run: async <Row extends object>(sql: string, values: unknown[] = []) =>
      (await onConnection(url.href, (client) => client.query<Row>(sql, values))).rows,
    drop: async () => {
      await onConnection(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** With so many events, half as many commands and two persons in the vault. */
export async function filledLedger(events: number): Promise<SmallLedger> {
  const ledger = await emptyDatabase();
  await makeTables(ledger.url);
  await ledger.run(
    `insert into es.events select n, timestamptz '2019-01-08 08:00:00.123+08' + n * interval '1 second',
      md5('event' || n)::uuid, 'project-' || n % 7, ($1::text[])[1 + n % $2::int] || n from generate_series(1,
      $3::int) n`,
    [TEXTS, TEXTS.length, events],
  );
  await ledger.run(
    `insert into es.commands select md5('command' || n)::uuid, 'fingerprint ' || n from generate_series(1, $1::int) n`,
    [Math.floor(events / 2)],
  );
  await ledger.run(
    `insert into vault.person values (md5('a')::uuid, 'owner a', null), (md5('b')::uuid, 'owner b', 'iv')`,
  );
  await ledger.run(`insert into read.checkpoint values ('project', $1)`, [events]);
  return ledger;
}

async function onConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
