import type { Client } from 'pg';

/** A table of an export. Two tables are the same when their names and columns are. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** Names with types, in the order in which COPY writes them. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of the primary key: rows are written in its order, so that the same rows give the same bytes. */
  readonly key: readonly string[];
}

/** Version of each schema that counts its migrations, by schema. */
export type SchemaVersions = Readonly<Record<string, number>>;

/** The table of applied migrations tells the shape of a schema's tables; it is no content. */
const VERSIONS = 'schema_version';
/** Read models are rebuilt from the log. */
const REBUILDABLE = ['read'];

/** Every table with content, in the order of their names. */
export async function contentTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `
    select n.nspname as schema, c.relname as name,
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
           order by a.attnum)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and
              a.attgenerated = '') as columns,
           coalesce((select json_agg(a.attname order by place)
              from pg_index i, unnest(i.indkey::int[]) with ordinality k(number, place), pg_attribute a
             where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number), '[]') as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and n.nspname <> all($1) and c.relname <> $2
     order by n.nspname collate "C", c.relname collate "C"`,
    [REBUILDABLE, VERSIONS],
  );
  return rows;
}

export async function schemaVersions(client: Client): Promise<SchemaVersions> {
  const { rows } = await client.query<{ schema: string }>(
    `select schemaname as schema from pg_tables where tablename = $1 and schemaname <> all($2) order by 1`,
    [VERSIONS, REBUILDABLE],
  );
  const versions: Record<string, number> = {};
  for (const { schema } of rows)
    versions[schema] =
      (
        await client.query<{ version: number }>(
          `select coalesce(max(version), 0)::int as version from ${quoted(schema)}.${VERSIONS}`,
        )
      ).rows[0]?.version ?? 0;
  return versions;
}

export async function rowCount(client: Client, table: Table): Promise<number> {
  return Number(
    (await client.query<{ count: string }>(`select count(*) as count from ${sqlName(table)}`)).rows[0]?.count,
  );
}

/** "es.events", for messages. */
export const titleOf = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string => `${schema}.${name}`;

export const sqlName = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `${quoted(schema)}.${quoted(name)}`;

/**
 * All rows in the order of the key. Texts are ordered by code point: another machine's collation must not reorder them.
 */
export const copyOut = (table: Table): string => {
  const isText = (column: string): boolean =>
    /^(text|char|varchar|citext)/.test(table.columns.find(({ name }) => name === column)?.type ?? '');
  const order = (table.key.length > 0 ? table.key : table.columns.map(({ name }) => name)).map(
    (column) => quoted(column) + (isText(column) ? ' collate "C"' : ''),
  );
  return `copy (select ${columnList(table)} from ${sqlName(table)} order by ${order.join(', ')}) to stdout`;
};

export const copyIn = (table: Table): string => `copy ${sqlName(table)} (${columnList(table)}) from stdin`;

const columnList = ({ columns }: Table): string => columns.map(({ name }) => quoted(name)).join(', ');
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
