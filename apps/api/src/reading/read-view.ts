import type { EventStore } from '@minsheng/event-store';
import {
  rowsAsOf,
  SetAside,
  TooMuchSetAside,
  type AnyProjection,
  type DataSource,
  type SetAsideEntry,
} from '@minsheng/read-models';
import { Problem, RETRY_AFTER_REPAIR_S } from '../http/problem';
import type { Waiting } from './known-set-aside';

type Of<Row extends object> = AnyProjection & { readonly entity: new () => Row };

/** What a row is about, whichever read model it belongs to. */
interface Subject {
  readonly suggestionId?: string | null;
  readonly meetingId?: string;
  readonly projectId?: string | null;
  readonly listId?: string;
  readonly calendarId?: string;
  readonly regionCode?: string;
}
const subjectOfRow = (row: Subject): string | undefined =>
  row.suggestionId ?? row.meetingId ?? row.projectId ?? row.listId ?? row.calendarId ?? row.regionCode;

const notCurrent = (id: string) => new Problem('NOT_CURRENT', { id, retryAfterSeconds: RETRY_AFTER_REPAIR_S });

/**
 * The rows that one answer is made of: from the tables, or folded as they were at an instant. A subject of which any of
 * its read models has set something aside is left out of the whole answer, and named in `notCurrent`; who asks for it
 * alone learns that it is temporarily not current.
 */
export class ReadView {
  private readonly left: ReadonlySet<string>;
  /** Those of them that rows of this answer were about. */
  private readonly met = new Set<string>();

  /** `waiting` is what its read models had set aside by then. */
  constructor(
    readonly dataSource: DataSource,
    private readonly store: EventStore,
    readonly asOf: Date | undefined,
    private readonly waiting: Waiting,
  ) {
    this.left = new Set([...waiting.values()].flat().map(({ subject }) => subject));
  }

  /** One row by its key. @throws Problem when it is not current */
  async row<Row extends object>(projection: Of<Row>, key: string): Promise<Row | undefined> {
    this.assertCurrent(key);
    if (this.asOf) return (await this.folded(projection, [key], this.asOf))[0];
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
  ): Promise<Row[]> {
    const [[column, values]] = Object.entries(where);
    const scopes = typeof values === 'string' ? [values] : values;
    if (scopes.length === 0) return [];
    if (this.asOf) return this.current(await this.folded(projection, scopes, this.asOf));
    return this.current(
      await this.dataSource.manager
        .createQueryBuilder(projection.entity, 'row')
        .where(`row.${column} in (:...scopes)`, { scopes })
        .getMany(),
    );
  }

  /** Some columns of rows, where the others would be read for nothing. As of an instant the rows are whole. */
  async some<Row extends object, Name extends keyof Row & string>(
    projection: Of<Row>,
    where: { readonly [column: string]: string },
    columns: readonly Name[],
  ): Promise<Pick<Row, Name>[]> {
    const [[column, scope]] = Object.entries(where);
    if (this.asOf) return this.current(await this.folded(projection, [scope], this.asOf));
    return this.current(
      await this.dataSource.manager
        .createQueryBuilder(projection.entity, 'row')
        .select(columns.map((name) => `row.${name}`))
        .where(`row.${column} = :scope`, { scope })
        .getMany(),
    );
  }

  /** The rows of them that this answer may show. */
  current<Row extends object>(rows: readonly Row[]): Row[] {
    if (this.left.size === 0) return rows as Row[];
    return rows.filter((row) => {
      const subject = subjectOfRow(row as Subject) ?? '';
      if (this.left.has(subject)) this.met.add(subject);
      return !this.left.has(subject);
    });
  }

  isCurrent(subject: string): boolean {
    return !this.left.has(subject);
  }

  /** @throws Problem when it is not */
  assertCurrent(subject: string): void {
    if (this.left.has(subject)) throw notCurrent(subject);
  }

  /** What is left out of an answer about these lists, projects or suggestions; of everything, where none is named. */
  missing(...scopes: readonly string[]): string[] {
    if (this.left.size === 0) return [];
    const isWithin = (subject: string) => scopes.some((scope) => subject === scope || subject.startsWith(`${scope}-`));
    return [...this.left].filter((subject) => scopes.length === 0 || this.met.has(subject) || isWithin(subject)).sort();
  }

  /** The same as a part of the answer: nothing where nothing is left out. */
  notCurrent(...scopes: readonly string[]): { readonly notCurrent?: readonly string[] } {
    const missing = this.missing(...scopes);
    return missing.length === 0 ? {} : { notCurrent: missing };
  }

  /** What cannot be folded here, and is not known to be set aside, is not answered either. */
  private async folded<Row extends object>(projection: Of<Row>, scopes: readonly string[], asOf: Date): Promise<Row[]> {
    const known: readonly SetAsideEntry[] = this.waiting.get(projection.name) ?? [];
    const setAside = new SetAside(known);
    try {
      const rows = await rowsAsOf<Row>(this.store, projection, scopes, asOf, setAside);
      const [unknown] = setAside.beyond(new SetAside(known));
      if (unknown) throw notCurrent(unknown.subject);
      return rows;
    } catch (error) {
      throw error instanceof TooMuchSetAside ? notCurrent(scopes.join(', ')) : error;
    }
  }
}
