import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Reads the log as a consumer would: always `> the last position seen`, never back. */
export interface TailReader {
  /** Positions in the order in which they were seen. */
  readonly seen: readonly string[];
  /** Waits until it has read to the end of the log. */
  caughtUp(): Promise<void>;
  /** Reads what is left, then ends. @throws when the server is away */
  stop(): Promise<void>;
}

const STEP_MS = 5;
const REDIAL_MS = 50;

/** Survives every outage of the server: after a reconnect it continues from its position. */
export const followTail = (postgresUrl: string): TailReader => {
  const seen: string[] = [];
  let over = false;
  let atTheEnd: () => void = () => undefined;
  const readOn = async (client: Client): Promise<number> => {
    const { rows } = await client.query<{ position: string }>(
      `select global_position::text as position from es.events
       where global_position > $1 order by global_position limit 1000`,
      [seen.at(-1) ?? '0'],
    );
    for (const { position } of rows) seen.push(position);
    return rows.length;
  };
  const readUntilLost = async (): Promise<void> => {
    const client = new Client({
      connectionString: postgresUrl,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
      application_name: 'tail reader',
    });
    client.on('error', () => undefined); // the query under way rejects
    try {
      await client.connect();
      for (let read = 1; read > 0 || !over;) {
        read = await readOn(client);
        if (read > 0) continue;
        atTheEnd();
        await pause(STEP_MS);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const reading = (async () => {
    for (;;) {
      try {
        return await readUntilLost();
      } catch (error) {
        if (over) throw error;
      }
      await pause(REDIAL_MS);
    }
  })();
  reading.catch(() => undefined); // `stop` rejects with it
  // Twice: the end reached at the time of the call may have been read before.
  const nextEnd = () =>
    new Promise<void>((resolve) => {
      atTheEnd = resolve;
    });
  const caughtUp = async () => {
    await nextEnd();
    await nextEnd();
  };
  return {
    seen,
    caughtUp,
    stop: async () => {
      over = true;
      await reading;
    },
  };
};
