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
    if (rows.size === 0) return;
    const names = this.columns.map(({ column }) => quoted(column)).join(', ');
    const changes = this.columns.filter(({ column }) => column !== this.key.column).map(({ column }) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
    const records = [...rows.values()].map((row) => Object.fromEntries(this.columns.map(({ property, column }) => [column, (row as Record<string, unknown>)[property]])));
    await manager.query(
      `insert into ${this.target} (${names}) select ${names} from jsonb_populate_recordset(null::${this.target}, $1::jsonb)
       on conflict (${quoted(this.key.column)}) do update set ${changes}`,
      [JSON.stringify(records)],
    );
  }

  /** Every row as text in key order: equal dumps are equal tables, byte for byte. */
  async dump(manager: EntityManager): Promise<string[]> {
    const rows: { row: string }[] = await manager.query(`select t::text as row from ${this.target} t order by ${quoted(this.key.column)} collate "C"`);
    return rows.map(({ row }) => row);
  }
}
