import type { DataSource, EntityManager } from '@minsheng/read-models';

/**
 * Suffixes of the two tables that may exist besides a live read model: the shadow being built, and the one replaced
 * last.
 */
export const NEW = '__new';
export const OLD = '__old';

/**
 * An empty table of the same columns. Keys and indexes are added when it is filled, which is faster than row by row.
 */
export async function createShadow(dataSource: DataSource, table: string): Promise<void> {
  await dropShadow(dataSource, table);
  await dataSource.query(`create table read."${table}${NEW}" (like read."${table}" including defaults)`);
}

export async function dropShadow(dataSource: DataSource, table: string): Promise<void> {
  await dataSource.query(`drop table if exists read."${table}${NEW}"`);
}

/** Adds the keys and indexes of the live table, under names of their own until the swap. */
export async function indexShadow(dataSource: DataSource, table: string): Promise<void> {
  const indexes: { name: string; definition: string; constraint: string | null }[] = await dataSource.query(
    `
    select i.indexname as name, i.indexdef as definition, pg_get_constraintdef(c.oid) as constraint
      from pg_indexes i left join pg_constraint c on c.conname = i.indexname and c.conrelid = format('read.%I',
      $1::text)::regclass
     where i.schemaname = 'read' and i.tablename = $1`,
    [table],
  );
  for (const { name, definition, constraint } of indexes) {
    if (constraint)
      await dataSource.query(`alter table read."${table}${NEW}" add constraint "${name}${NEW}" ${constraint}`);
    else
      await dataSource.query(
        definition
          .replace(` ON read."${table}" `, ` ON read."${table}${NEW}" `)
          .replace(` ON read.${table} `, ` ON read."${table}${NEW}" `)
          .replace(name, `${name}${NEW}`),
      );
  }
  await dataSource.query(`analyze read."${table}${NEW}"`);
}

/**
 * Gives a table and its indexes another suffix: names of keys and indexes stay with the role of the table, where a
 * later migration looks for them.
 */
async function rename(manager: EntityManager, table: string, from: string, to: string): Promise<void> {
  const indexes: { name: string }[] = await manager.query(
    `select indexname as name from pg_indexes where schemaname = 'read' and tablename = $1`,
    [`${table}${from}`],
  );
  for (const { name } of indexes)
    await manager.query(`alter index read."${name}" rename to "${name.slice(0, name.length - from.length)}${to}"`);
  await manager.query(`alter table read."${table}${from}" rename to "${table}${to}"`);
}

/** Puts the shadow table in place of the live one, which becomes the old one. */
export async function replaceLive(manager: EntityManager, table: string): Promise<void> {
  await manager.query(`drop table if exists read."${table}${OLD}"`);
  await rename(manager, table, '', OLD);
  await rename(manager, table, NEW, '');
}

/** Swaps the live table and the old one. */
export async function exchangeWithOld(manager: EntityManager, table: string): Promise<void> {
  await rename(manager, table, '', '__aside');
  await rename(manager, table, OLD, '');
  await rename(manager, table, '__aside', OLD);
}
