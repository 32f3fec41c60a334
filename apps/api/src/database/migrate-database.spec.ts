import { randomUUID } from 'node:crypto';
import {
  DatabaseRoleRefused,
  migrateEventStore,
  PostgresEventStore,
  refuseDatabaseRoleWithTooMuch,
} from '@minsheng/event-store';
import { event, everything } from '@minsheng/event-store/testing';
import { migrateReadModels, openReadModels } from '@minsheng/read-models';
import { migrateVault, Tombstones, Vault } from '@minsheng/vault';
import { Pool } from 'pg';
import { usualLimits } from '../rates/limits';
import { Rates } from '../rates/rates';
import { databaseWithRoles, queried, type DatabaseWithRoles } from '../testing/database-with-roles';
import type { DATABASE_ROLES } from './database-settings';
import { migrateDatabase } from './migrate-database';

type Role = (typeof DATABASE_ROLES)[number];
let database: DatabaseWithRoles;
const as = (role: Role, sql: string) => queried(database.settings.logins[role].url, sql);
/** What the server answers: the SQLSTATE of its refusal, or how many rows. */
const answer = (role: Role, sql: string) =>
  as(role, sql).then(
    (rows) => rows.length,
    ({ code }: { code: string }) => code,
  );
const append = async (role: Role) => {
  const store = await PostgresEventStore.open({ connectionString: database.settings.logins[role].url });
  await store.append(`a-${randomUUID()}`, 'no stream', [event()]).finally(() => store.close());
};
const vaultOf = (connectionString: string) => {
  const pool = new Pool({ connectionString, max: 1 });
  const { vaultKeys } = database.settings;
  return {
    pool,
    vault: new Vault(pool, vaultKeys, new Tombstones('/nobody-is-erased-here', vaultKeys)),
    close: () => pool.end(),
  };
};

const REFUSED = '42501';
const CHANGES = ['update es.events set data = data', 'delete from es.events', 'truncate es.events'];

describe('a database that was migrated', () => {
  beforeAll(async () => {
    database = await databaseWithRoles();
    await Promise.all([migrateDatabase(database.settings), migrateDatabase(database.settings)]); // two at once
    await append('api');
  });
  afterAll(() => database.drop());

  it('takes events from the api and from the projector', async () => {
    await append('projector');
    expect(Number((await as('api', 'select count(*)::int as n from es.events'))[0]['n' as never])).toBeGreaterThan(1);
  });

  it.each(CHANGES)('refuses to everybody: %s', async (sql) => {
    for (const role of ['api', 'projector', 'owner'] as const)
      expect([role, await answer(role, sql)]).toEqual([role, REFUSED]);
    await expect(queried(database.adminUrl, sql)).rejects.toThrow('events are append-only');
  });

  it('gives api and projector what they need, and nothing else', async () => {
    const may = async (sql: string) => [await answer('api', sql), await answer('projector', sql)];
    expect(await may('select from vault.person')).toEqual([0, REFUSED]);
    expect(await may('delete from vault.person')).toEqual([0, REFUSED]);
    expect(await may(`insert into vault.revocation (issued_until) values ('2020-01-01')`)).toEqual([0, REFUSED]);
    expect(await may('delete from vault.revocation')).toEqual([REFUSED, REFUSED]);
    expect(await may('select from vault.schema_version limit 0')).toEqual([0, REFUSED]);
    expect(await may('delete from rate.taken')).toEqual([0, REFUSED]);
    expect(await may('select from read.project')).toEqual([0, 0]);
    expect(await may('delete from read.project')).toEqual([REFUSED, 0]);
    for (const sql of [
      'delete from es.commands',
      'update es.schema_version set version = 1',
      'update vault.schema_version set version = 1',
      'alter table es.events disable trigger append_only',
      'create table es.mine (n int)',
      'create schema mine',
      'create role mine',
      'set session_replication_role = replica',
    ])
      expect([sql, ...(await may(sql))]).toEqual([sql, REFUSED, REFUSED]);
  });

  it('lets the api count requests for several processes', async () => {
    const pool = new Pool({ connectionString: database.settings.logins.api.url, max: 1 });
    await new Rates(usualLimits, (text) => text, pool).take('person', 'somebody').finally(() => pool.end());
    expect(await as('api', 'select key, points from rate.taken')).toEqual([{ key: 'person:somebody', points: 1 }]);
  });

  it('lets the api read the tables that a rebuild of the projector makes', async () => {
    expect(await answer('api', 'create table read.rebuilt (n int)')).toBe(REFUSED);
    await as('projector', 'create table read.rebuilt (n int)');
    expect(await answer('api', 'select from read.rebuilt')).toBe(0);
    await as('projector', 'drop table read.rebuilt');
  });

  it('takes back at the next migration what was granted by hand', async () => {
    await as('owner', `grant delete on es.events to ${database.settings.logins.api.role}`);
    await expect(refuseDatabaseRoleWithTooMuch(database.settings.logins.api.url)).rejects.toThrow('may change events');
    expect((await migrateDatabase(database.settings)).handedOver).toBe(0);
    await expect(refuseDatabaseRoleWithTooMuch(database.settings.logins.api.url)).resolves.toBeUndefined();
  });

  it('is served in production by none of the roles that may do more', async () => {
    const { owner, api, projector } = database.settings.logins;
    await expect(refuseDatabaseRoleWithTooMuch(owner.url)).rejects.toThrow(DatabaseRoleRefused);
    await expect(refuseDatabaseRoleWithTooMuch(database.adminUrl)).rejects.toThrow('is a superuser');
    for (const { url } of [api, projector]) await refuseDatabaseRoleWithTooMuch(url);
  });

  it('takes over a password that was changed in its setting', async () => {
    const { settings } = database;
    const url = new URL(settings.logins.api.url);
    url.password = 'another';
    const changed = { ...settings.logins.api, url: url.href, password: 'another' };
    await migrateDatabase({ ...settings, logins: { ...settings.logins, api: changed } });
    await expect(as('api', 'select')).rejects.toThrow('password authentication failed');
    await migrateDatabase(settings);
    await as('api', 'select');
  });
});

describe('a database of the time before the roles', () => {
  const suggested = event('{"title":"增加路灯"}');
  let sealed: Awaited<ReturnType<Vault['seal']>>;
  beforeAll(async () => {
    database = await databaseWithRoles();
    const { adminUrl } = database; // a superuser owned it all, at version 8 of the log's schema
    await migrateEventStore(adminUrl);
    await migrateReadModels(adminUrl);
    await queried(
      adminUrl,
      `drop trigger append_only on es.events; drop function es.refuse_change;
       delete from es.schema_version where version = 9`,
    );
    await queried(
      adminUrl,
      `insert into es.events values (1, 0, date_trunc('milliseconds', now()), '${suggested.id}', 'suggestion-1',
        '${suggested.type}', ${suggested.version}, '${suggested.data}', '${suggested.metadata}');
       insert into read.checkpoint (name, position) values ('project', 1)`,
    );
    const { vault, pool, close } = vaultOf(adminUrl);
    await migrateVault(pool, database.settings.vaultKeys);
    sealed = await vault.seal('citizen-1', '511400-2019' as never, { title: '增加路灯' });
    await close();
  });
  afterAll(() => database.drop());

  it('is converted once: it changes hands, and nothing in it changes', async () => {
    expect((await migrateDatabase(database.settings)).handedOver).toBeGreaterThan(20);
    expect(await migrateDatabase(database.settings)).toEqual({ handedOver: 0, unreadable: 0 });

    const { api, projector } = database.settings.logins;
    const store = await PostgresEventStore.open({ connectionString: api.url });
    expect(await everything(store)).toMatchObject([{ ...suggested, position: 1n, stream: 'suggestion-1' }]);
    await store.close();
    const { vault, close } = vaultOf(api.url);
    expect(await vault.openAll([sealed])).toEqual([{ title: '增加路灯' }]);
    await close();
    const readModels = await openReadModels(projector.url, { writes: true });
    expect(await readModels.query('select name, position from read.checkpoint')).toEqual([
      { name: 'project', position: '1' },
    ]);
    await readModels.destroy();
  });

  it('has no table left that a superuser owns', async () => {
    const owners = await queried(
      database.adminUrl,
      `select distinct schemaname as schema, tableowner as owner from pg_tables
        where schemaname in ('es', 'vault', 'read') order by schema`,
    );
    const { owner, projector } = database.settings.logins;
    expect(owners).toEqual([
      { schema: 'es', owner: owner.role },
      { schema: 'read', owner: projector.role },
      { schema: 'vault', owner: owner.role },
    ]);
  });

  it.each(CHANGES)('refuses from now on: %s', async (sql) => expect(await answer('api', sql)).toBe(REFUSED));
});
