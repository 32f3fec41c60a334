import { WorkingCalendar } from '@minsheng/domain';
import type { EventStore } from '@minsheng/event-store';
import {
  holidayCalendars,
  projections,
  rowsAsOf,
  SILENT_AFTER_S,
  type AnyProjection,
  type CheckpointRow,
  type DataSource,
} from '@minsheng/read-models';

type Of<Row extends object> = AnyProjection & { readonly entity: new () => Row };

/** Rows for people to read: from the tables, or folded anew as they were at an instant. */
export class ReadModels {
  constructor(
    readonly dataSource: DataSource,
    private readonly store: EventStore,
  ) {}

  /** One row by its key; `scope` as in `rowsAsOf`, where it differs from the key. */
  async row<Row extends object>(projection: Of<Row>, key: string, asOf: Date | undefined): Promise<Row | undefined> {
    if (asOf) return (await rowsAsOf<Row>(this.store, projection, [key], asOf))[0];
    const [primary] = this.dataSource.getMetadata(projection.entity).primaryColumns;
    return (
      (await this.dataSource.manager.findOneBy(projection.entity, { [primary.propertyName]: key } as never)) ??
      undefined
    );
  }

  /**
   * Every row about one list, project or suggestion, or about several, in one go: `where` names the column, its values
   * are the scopes.
   */
  async all<Row extends object>(
    projection: Of<Row>,
    where: { readonly [column: string]: string | readonly string[] },
    asOf: Date | undefined,
  ): Promise<Row[]> {
    const [[column, values]] = Object.entries(where);
    const scopes = typeof values === 'string' ? [values] : values;
    if (scopes.length === 0) return [];
    if (asOf) return rowsAsOf<Row>(this.store, projection, scopes, asOf);
    return this.dataSource.manager
      .createQueryBuilder(projection.entity, 'row')
      .where(`row.${column} in (:...scopes)`, { scopes })
      .getMany();
  }

  /** Some columns of rows, where the others would be read for nothing. As of an instant the rows are whole. */
  async some<Row extends object, Name extends keyof Row & string>(
    projection: Of<Row>,
    where: { readonly [column: string]: string },
    columns: readonly Name[],
    asOf: Date | undefined,
  ): Promise<Pick<Row, Name>[]> {
    const [[column, scope]] = Object.entries(where);
    if (asOf) return rowsAsOf<Row>(this.store, projection, [scope], asOf);
    return this.dataSource.manager
      .createQueryBuilder(projection.entity, 'row')
      .select(columns.map((name) => `row.${name}`))
      .where(`row.${column} = :scope`, { scope })
      .getMany();
  }

  /** Working days by the notices adopted until an instant, or until now. */
  async workingCalendar(asOf: Date | undefined): Promise<WorkingCalendar> {
    return new WorkingCalendar((await this.row(holidayCalendars, 'CN', asOf))?.notices);
  }

  /** How far every read model has come: the least of them. */
  async position(): Promise<bigint> {
    const rows = await this.checkpoints();
    return projections
      .map(({ name }) => BigInt(rows.find((row) => row.name === name)?.position ?? 0))
      .reduce((least, projection) => (projection < least ? projection : least));
  }

  /** `halted` says why one stands still, for whatever reason. */
  checkpoints(): Promise<Pick<CheckpointRow, 'name' | 'position' | 'halted'>[]> {
    return this.dataSource.query(`select name, position::text, coalesce(halted, case when paused then 'paused'
      when beat_at < clock_timestamp() - make_interval(secs => ${SILENT_AFTER_S}) then coalesce('silent: ' || holder,
      'nobody moves it') end) as halted from read.checkpoint order by name`);
  }

  /** Position of the newest event. */
  head(): Promise<bigint> {
    return this.store.head();
  }
}
