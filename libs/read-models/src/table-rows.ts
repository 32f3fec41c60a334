import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import type { Rows } from './fold';
import type { SetAsideEntry } from './set-aside';
import { entriesAsJson, setAsideSql } from './set-aside-table';

/** The driver's own pool, since TypeORM prepares no statements. */
export const poolOf = ({ driver }: DataSource): Pool => (driver as unknown as { readonly master: Pool }).master;

/** How a checkpoint moves together with the rows of a batch; `epoch` is the fencing token of its holder. */
export interface Move {
  readonly name: string;
  readonly epoch: string;
  readonly from: bigint;
  readonly to: bigint;
  /** What is set aside by the batch. */
  readonly setAside: readonly SetAsideEntry[];
}

/** Storage of a projection's rows. */
export interface RowStore {
  read(keys: readonly string[]): Promise<Rows>;
  /**
   * Writes the rows and moves the checkpoint, all or nothing. False if the checkpoint is not at `from`, or another
   * process holds it.
   */
  writeAndMove(rows: Rows, move: Move): Promise<boolean>;
}

const quoted = (name: string) => `"${name}"`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const copied = (value: unknown, isJson: boolean): string => {
  if (value === null || value === undefined) return '\\N';
  return (isJson ? JSON.stringify(value) : String(value)).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]);
};

interface Column {
  readonly property: string;
  readonly column: string;
  /** Type in PostgreSQL. */ readonly type: string;
  readonly isJson: boolean;
}

const textOf = (rows: Rows): string => JSON.stringify([...rows.values()]);

/**
 * A read model's table as rows by key: one query reads a batch, one statement writes it. `table` may name a shadow
 * table.
 */
export class TableRows {
  private readonly columns: readonly Column[];
  private readonly key: { readonly property: string; readonly column: string };

  constructor(
    metadata: EntityMetadata,
    private readonly table: string = metadata.tableName,
  ) {
    this.columns = metadata.columns.map(({ propertyName, databaseName, type }) => ({
      property: propertyName,
      column: databaseName,
      type: String(type),
      isJson: type === 'jsonb' || type === 'json',
    }));
    const [primary] = metadata.primaryColumns;
    this.key = { property: primary.propertyName, column: primary.databaseName };
  }

  private get relation() {
    return `read.${quoted(this.table)}`;
  }

  async read(manager: EntityManager, keys: readonly string[]): Promise<Rows> {
    return this.found(await manager.query(this.select(), [keys]));
  }

  async write(manager: EntityManager, rows: Rows): Promise<void> {
    if (rows.size > 0) await manager.query(this.upsert(), [textOf(rows)]);
  }

  /**
   * The storage that a projection's runner uses. Statements are prepared once per connection: planning takes longer
   * than running them.
   */
  in(dataSource: DataSource): RowStore {
    const pool = poolOf(dataSource);
    const move = `update read.checkpoint set position = $3, beat_at = clock_timestamp()
      where name = $1 and position = $2 and epoch = $4
      returning 1`;
    return {
      read: async (keys) =>
        this.found((await pool.query({ name: `read ${this.table}`, text: this.select(), values: [keys] })).rows),
      writeAndMove: async (rows, { name, epoch, from, to, setAside }) => {
        const ifMoved = 'where exists (select from moved)';
        const written = `with moved as (${move}), written as (${this.upsert('$5', ifMoved)})`;
        const answer = 'select count(*)::int as moved from moved';
        const values = [name, String(from), String(to), epoch, textOf(rows)];
        const {
          rows: [{ moved }],
        } = await pool.query<{ moved: number }>(
          setAside.length === 0
            ? { name: `write ${this.table}`, text: `${written} ${answer}`, values }
            : {
                text: `${written}, aside as (${setAsideSql('$1', '$6', ifMoved)}) ${answer}`,
                values: [...values, entriesAsJson(setAside)],
              },
        );
        return moved === 1;
      },
    };
  }

  private select(): string {
    return `select * from ${this.relation} where ${quoted(this.key.column)} = any($1)`;
  }

  private found(rows: readonly Record<string, unknown>[]): Rows {
    return new Map(
      rows.map((row) => [
        row[this.key.column] as string,
        Object.fromEntries(this.columns.map(({ property, column }) => [property, row[column]])),
      ]),
    );
  }

  /** Fills an empty table by COPY. */
  async copyIn(dataSource: DataSource, rows: Rows): Promise<void> {
    const runner = dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as {
        query(stream: ReturnType<typeof copyFrom>): ReturnType<typeof copyFrom>;
      };
      await pipeline(
        Readable.from(this.copyLines(rows)),
        client.query(copyFrom(`copy ${this.relation} (${this.names()}) from stdin`)),
      );
    } finally {
      await runner.release();
    }
  }

  /** Rows in COPY's text format, in chunks of about 200 kB. */
  private *copyLines(rows: Rows): Generator<string> {
    let lines = '';
    for (const row of rows.values()) {
      const values = row as Record<string, unknown>;
      lines += `${this.columns.map(({ property, isJson }) => copied(values[property], isJson)).join('\t')}\n`;
      if (lines.length > 200_000) {
        yield lines;
        lines = '';
      }
    }
    yield lines;
  }

  private names(): string {
    return this.columns.map(({ column }) => quoted(column)).join(', ');
  }

  /**
   * `parameter` holds the rows as JSON. It is read as json, not jsonb, so that a column of type json keeps its text as
   * it was written, as with COPY.
   */
  private upsert(parameter = '$1', condition = ''): string {
    const properties = this.columns.map(({ property }) => quoted(property)).join(', ');
    const typed = this.columns.map(({ property, type }) => `${quoted(property)} ${type}`).join(', ');
    const changes = this.columns
      .filter(({ column }) => column !== this.key.column)
      .map(({ column }) => `${quoted(column)} = excluded.${quoted(column)}`)
      .join(', ');
    return `insert into ${this.relation} (${this.names()}) select ${properties} from
      json_to_recordset(${parameter}::json) as r (${typed}) ${condition}
      on conflict (${quoted(this.key.column)}) do update set ${changes}`;
  }

  /** Every row as text, ordered by key: tables with equal dumps are equal byte for byte. */
  async dump(manager: EntityManager): Promise<string[]> {
    const rows: { row: string }[] = await manager.query(
      `select t::text as row from ${this.relation} t order by ${quoted(this.key.column)} collate "C"`,
    );
    return rows.map(({ row }) => row);
  }

  /** Number of rows and a sum of their hashes, whatever their order: equal tables have equal checksums. */
  async checksum(manager: EntityManager): Promise<Checksum> {
    const [{ rows, sum }]: { rows: string; sum: string }[] = await manager.query(
      `select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${this.relation} t`,
    );
    return { rows: Number(rows), sum };
  }

  /** Rows, at most `most` and as text, that differ from another table of the same shape or are missing there. */
  async differing(manager: EntityManager, other: TableRows, most = 5): Promise<string[]> {
    const key = quoted(this.key.column);
    const rows: { row: string }[] = await manager.query(
      `select coalesce(a::text, b::text) as row from ${this.relation} a full join ${other.relation} b on a.${key} =
        b.${key}
      where a::text is distinct from b::text order by coalesce(a.${key}, b.${key}) limit $1`,
      [most],
    );
    return rows.map(({ row }) => row);
  }
}

export interface Checksum {
  readonly rows: number;
  readonly sum: string;
}
