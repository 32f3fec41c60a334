import { makeTemporaryFolder, readLocalIssuer, startSystem, type RunningSystem } from '@minsheng/local-system';
import { Api, People } from '@minsheng/rehearsal';
import { Client } from 'pg';

/** A running system as its observers reach it: over HTTP, and its database for reading. */
export interface Observed {
  readonly system: Pick<RunningSystem, 'url' | 'postgresUrl' | 'databaseUrls'>;
  readonly api: Api;
  readonly people: People;
  /** Rows of a query on the system's database. */
  look<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** A system in a temporary folder, used over HTTP only; its database is read, never written. */
export interface Rehearsal extends Observed {
  readonly system: RunningSystem;
  /** Stops the system and starts it again at the same address. */
  restart(): Promise<void>;
  /** Every row of every read model, as text in key order. */
  dump(): Promise<Record<string, readonly string[]>>;
  end(): Promise<void>;
}

export const REGION = '511400';
export const LIST = `${REGION}-2019`;

/** Read models by table, with the column that orders them. */
export const READ_MODELS = {
  suggestion: 'suggestion_id',
  annual_list: 'list_id',
  project: 'project_id',
  report: 'report_id',
  rating_tally: 'project_id',
  timeline: 'position',
  ledger: 'project_id',
  light: 'light_id',
  site: 'site_id',
  meeting: 'meeting_id',
  functional_zone: 'region_code',
  holiday_calendar: 'calendar_id',
} as const;

/** Opens a connection for each query: none is lost with a server killed between two queries. */
export const lookerAt =
  (postgresUrl: string): Observed['look'] =>
  async <Row extends object>(sql: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: postgresUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };

/** A running system with those who observe it. */
export const observed = async (system: RunningSystem): Promise<Observed & { readonly system: RunningSystem }> => ({
  system,
  look: lookerAt(system.postgresUrl),
  api: new Api(system.url),
  people: new People(await readLocalIssuer(system.issuerFile), REGION, LIST),
});

export const openRehearsal = async (label: string): Promise<Rehearsal> => {
  const { folder, remove } = await makeTemporaryFolder(label);
  const start = (apiPort: number) => startSystem({ dataDir: folder, apiPort });
  let system = await start(0);
  const look: Observed['look'] = (sql, values) => lookerAt(system.postgresUrl)(sql, values);
  const { api, people } = await observed(system);
  return {
    get system() {
      return system;
    },
    look,
    restart: async () => {
      await system.stop();
      system = await start(Number(new URL(system.url).port));
    },
    api,
    people,
    dump: async () => {
      const tables = Object.entries(READ_MODELS).map(
        async ([table, key]) =>
          [
            table,
            (
              await look<{ row: string }>(`select t::text as row from read."${table}" t order by ${key} collate "C"`)
            ).map(({ row }) => row),
          ] as const,
      );
      return Object.fromEntries(await Promise.all(tables));
    },
    end: async () => {
      await system.stop();
      await remove();
    },
  };
};
