import { Client } from 'pg';
import type { Observed } from '../../support/rehearsal';

const TABLE = 'public.naive_tally';

/**
 * A projection that trusts its memory: effect first, position kept in the process, nothing compared. The control of the
 * real one.
 */
export class NaiveRunner {
  private position = '0';

  constructor(
    private readonly connectionString: string,
    private readonly name = 'naive runner',
  ) {}

  /** Creates the table that naive runners count into. */
  static async prepare({ look }: Pick<Observed, 'look'>): Promise<void> {
    await look(`create table ${TABLE} (type text primary key, counted int not null)`);
  }

  /** How many more were counted than there are events; drops the table. */
  static async surplus({ look }: Pick<Observed, 'look'>): Promise<number> {
    const [{ surplus }] = await look<{ surplus: string }>(
      `select (select coalesce(sum(counted), 0) from ${TABLE}) - (select count(*) from es.events) as surplus`,
    );
    await look(`drop table ${TABLE}`);
    return Number(surplus);
  }

  /**
   * Counts what follows the remembered position; after a lost answer it remembers the old one. `asking` is called right
   * before the query.
   */
  async catchUp(asking: () => void = () => undefined): Promise<void> {
    const client = new Client({ connectionString: this.connectionString, application_name: this.name });
    client.on('error', () => undefined); // the query under way rejects
    await client.connect();
    try {
      asking();
      const {
        rows: [{ counted }],
      } = await client.query<{ counted: string | null }>(
        `
        with news as (select global_position, type from es.events where global_position > $1),
             written as (insert into ${TABLE} (type, counted) select type, count(*) from news group by type on
             conflict (type) do update set counted = naive_tally.counted + excluded.counted)
        select max(global_position)::text as counted from news`,
        [this.position],
      );
      this.position = counted ?? this.position;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
