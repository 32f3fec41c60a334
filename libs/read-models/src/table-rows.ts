import type { EntityManager, EntityMetadata } from 'typeorm';
import type { Rows } from './fold';

const quoted = (name: string) => `"${name}"`;

/** A read model's table as rows by key: one query to read a batch, one statement to write it. `table` may be a copy under another name. */
export class TableRows {
  private readonly columns: readonly { readonly property: string; readonly column: string }[];
  private readonly key: { readonly property: string; readonly column: string };

  constructor(metadata: EntityMetadata, private readonly table: string = metadata.tableName) {
    this.columns = metadata.columns.map(({ propertyName, databaseName }) => ({ property: propertyName, column: databaseName }));
    const [primary] = metadata.primaryColumns;
    this.key = { property: primary.propertyName, column: primary.databaseName };
  }

  private get target() { return `read.${quoted(this.table)}`; }

  async read(manager: EntityManager, keys: readonly string[]): Promise<Rows> {
    const found: Record<string, unknown>[] = await manager.query(`select * from ${this.target} where ${quoted(this.key.column)} = any($1)`, [keys]);
    return new Map(found.map((row) => [row[this.key.column] as string, Object.fromEntries(this.columns.map(({ property, column }) => [property, row[column]]))]));
  }

  async write(manager: EntityManager, rows: Rows): Promise<void> {
    if (rows.size > 0) await manager.query(this.upsert(), [this.records(rows)]);
  }

  /** Writes the rows and moves a checkpoint in one statement, all or nothing; false when the checkpoint is not at `from` any more. */
  async writeAndMove(manager: EntityManager, rows: Rows, { name, from, to }: { readonly name: string; readonly from: bigint; readonly to: bigint }): Promise<boolean> {
    const move = 'update read.checkpoint set position = $3, halted = null where name = $1 and position = $2 returning 1';
    const place = [name, from.toString(), to.toString()];
    const [{ moved }]: { moved: string }[] = rows.size === 0
      ? await manager.query(`with moved as (${move}) select count(*) as moved from moved`, place)
      : await manager.query(`with moved as (${move}), written as (${this.upsert('$4', 'where exists (select from moved)')}) select count(*) as moved from moved`, [...place, this.records(rows)]);
    return moved === '1';
  }

  /** `parameter` holds the rows as JSON. */
  private upsert(parameter = '$1', condition = ''): string {
    const names = this.columns.map(({ column }) => quoted(column)).join(', ');
    const changes = this.columns.filter(({ column }) => column !== this.key.column).map(({ column }) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
    return `insert into ${this.target} (${names}) select ${names} from jsonb_populate_recordset(null::${this.target}, ${parameter}::jsonb) ${condition}
      on conflict (${quoted(this.key.column)}) do update set ${changes}`;
  }

  private records(rows: Rows): string {
    return JSON.stringify([...rows.values()].map((row) => Object.fromEntries(this.columns.map(({ property, column }) => [column, (row as Record<string, unknown>)[property]]))));
  }

  /** Every row as text in key order: equal dumps are equal tables, byte for byte. */
  async dump(manager: EntityManager): Promise<string[]> {
    const rows: { row: string }[] = await manager.query(`select t::text as row from ${this.target} t order by ${quoted(this.key.column)} collate "C"`);
    return rows.map(({ row }) => row);
  }
}
