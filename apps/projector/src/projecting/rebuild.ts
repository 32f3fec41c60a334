import type { EventStore } from '@minsheng/event-store';
import { TableRows, type AnyProjection, type DataSource, type EntityManager } from '@minsheng/read-models';
import { ProjectionRunner } from './projection-runner';

const PAGE = 5_000;

/** A rebuilt read model and the position it was built to. */
export interface Rebuilt { readonly rows: TableRows; readonly position: bigint; drop(): Promise<void>; swapIn(): Promise<void> }

/**
 * Builds a read model anew beside the living one, from the first event to the head of the log. The living one keeps serving;
 * `swapIn` puts the new one in its place in one transaction and keeps the old as `<name>__old`.
 */
export const rebuild = async (store: EventStore, dataSource: DataSource, projection: AnyProjection, onProgress: (done: bigint, of: bigint) => void = () => {}): Promise<Rebuilt> => {
  const table = dataSource.getMetadata(projection.entity).tableName;
  const beside = `${table}__new`;
  await dataSource.query(`drop table if exists read."${beside}"`);
  await dataSource.query(`create table read."${beside}" (like read."${table}" including all)`);
  await dataSource.query('delete from read.checkpoint where name = $1', [beside]);
  const runner = new ProjectionRunner(dataSource, projection, beside, beside);
  const head = await store.head();
  const streamPrefixes = projection.categories.map((category) => `${category}-`);
  let at = await runner.position();
  const catchUp = async (until: bigint) => {
    while (at < until) {
      const page = await store.readAll(at, { limit: PAGE, until, streamPrefixes });
      const to = page.length < PAGE ? until : page[page.length - 1].position;
      await runner.apply(at, page, to);
      at = to;
      onProgress(at, until);
    }
  };
  await catchUp(head);
  return {
    rows: new TableRows(dataSource.getMetadata(projection.entity), beside),
    position: at,
    drop: async () => {
      await dataSource.query(`drop table if exists read."${beside}"`);
      await dataSource.query('delete from read.checkpoint where name = $1', [beside]);
    },
    swapIn: async () => {
      await catchUp(await store.head());
      await dataSource.transaction(async (manager) => {
        await manager.query(`drop table if exists read."${table}__old"`);
        await passOnIndexNames(manager, table, beside);
        await manager.query(`alter table read."${table}" rename to "${table}__old"`);
        await manager.query(`alter table read."${beside}" rename to "${table}"`);
        await manager.query('delete from read.checkpoint where name = $1', [beside]);
        await manager.query('insert into read.checkpoint (name, position) values ($1, $2) on conflict (name) do update set position = excluded.position, halted = null', [projection.name, at.toString()]);
      });
    },
  };
};

/** The names of keys and indexes belong to the place, not to the table: a later migration looks for them there. */
const passOnIndexNames = async (manager: EntityManager, living: string, beside: string): Promise<void> => {
  const pairs: { name: string; successor: string }[] = await manager.query(`
    select l.indexname as name, b.indexname as successor from pg_indexes l join pg_indexes b
      on regexp_replace(b.indexdef, ' INDEX .* USING ', ' ') = regexp_replace(l.indexdef, ' INDEX .* USING ', ' ')
    where l.schemaname = 'read' and b.schemaname = 'read' and l.tablename = $1 and b.tablename = $2`, [living, beside]);
  for (const { name, successor } of pairs) {
    await manager.query(`alter index read."${name}" rename to "${name}__old"`);
    await manager.query(`alter index read."${successor}" rename to "${name}"`);
  }
};
