import { WorkingCalendar } from '@minsheng/domain';
import type { EventStore } from '@minsheng/event-store';
import {
  holidayCalendars,
  projections,
  SILENT_AFTER_S,
  type AnyProjection,
  type CheckpointRow,
  type DataSource,
} from '@minsheng/read-models';
import { KnownSetAside, type Waiting } from './known-set-aside';
import { ReadView } from './read-view';

/** Rows for people to read, and how far they have come. */
export class ReadModels {
  private readonly setAside: KnownSetAside;

  constructor(
    readonly dataSource: DataSource,
    private readonly store: EventStore,
  ) {
    this.setAside = new KnownSetAside(dataSource);
  }

  /** The rows of these read models for one answer: now, or as they were at an instant. */
  async view(asOf: Date | undefined, ...models: readonly AnyProjection[]): Promise<ReadView> {
    const waiting = await this.setAside.get();
    const of = waiting.size === 0 ? waiting : await this.until(asOf, waiting, models);
    return new ReadView(this.dataSource, this.store, asOf, of);
  }

  /** What is set aside right now. */
  whatWaits(): Promise<Waiting> {
    return this.setAside.refresh();
  }

  /** Working days by the notices adopted until an instant, or until now. @throws Problem when they are not current */
  async workingCalendar(asOf: Date | undefined): Promise<WorkingCalendar> {
    const view = await this.view(asOf, holidayCalendars);
    return new WorkingCalendar((await view.row(holidayCalendars, 'CN'))?.notices);
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

  /** What these read models had set aside by an instant. */
  private async until(asOf: Date | undefined, waiting: Waiting, models: readonly AnyProjection[]): Promise<Waiting> {
    const head = asOf && (await this.store.head(asOf));
    return new Map(
      models.map(({ name }) => [
        name,
        (waiting.get(name) ?? []).filter(({ since }) => head === undefined || since <= head),
      ]),
    );
  }
}
