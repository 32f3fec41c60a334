import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { LIST } from '../../support/rehearsal';
import type { Strike } from '../under-load';

/** What is wrong with an event: one column of it. */
export interface Poison {
  readonly name: string;
  readonly column: 'type' | 'shape_version' | 'data';
  readonly wrong: string;
}
export interface Planted {
  readonly suggestionId: string;
  /** Of the poison. */ readonly position: string;
  /** Of the valid event behind it, in the same stream. */ readonly last: string;
  /** Makes the poison the valid event that it was copied from. */
  mend(): Promise<void>;
}

/** A row of `es.events`. */
type Stored = Readonly<Record<string, string>>;

/** The oldest event of a type, as the first of a suggestion of another name. */
const copyOf = (sample: Stored, suggestionId: string, revision: number, position: bigint): Stored => ({
  ...sample,
  data: sample['data'].replaceAll(sample['stream_id'].replace('suggestion-', ''), suggestionId),
  metadata: sample['metadata'].replace(/"commandId":"[^"]*"/, `"commandId":"${randomUUID()}"`),
  global_position: String(position),
  stream_id: `suggestion-${suggestionId}`,
  revision: String(revision),
  event_id: randomUUID(),
});

/**
 * Writes copies of two events to the log, a suggestion received and registered, the first wrong in one column. Takes
 * the lock before it looks at the last position, as every writer does.
 */
export const plantPoison = async (
  { system, journal }: Pick<Strike, 'system' | 'journal'>,
  name: string,
  poison?: Poison,
): Promise<Planted> => {
  const suggestionId = `${LIST}-${name}`;
  const client = new Client({ connectionString: system.system.postgresUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7301)');
    const samples = await Promise.all(
      ['SuggestionReceived', 'SuggestionRegistered'].map((type) =>
        client.query<{ sample: Stored }>(
          'select to_jsonb(e) as sample from es.events e where type = $1 order by global_position limit 1',
          [type],
        ),
      ),
    );
    const {
      rows: [{ head, now }],
    } = await client.query<{ head: string; now: string }>(
      'select max(global_position)::text as head, max(recorded_at)::text as now from es.events',
    );
    const [right, next] = samples.map(({ rows: [{ sample }] }, index) =>
      copyOf(sample, suggestionId, index, BigInt(head) + BigInt(index) + 1n),
    );
    const wrong = poison ? { ...right, [poison.column]: poison.wrong } : right;
    for (const event of [wrong, next])
      await client.query('insert into es.events select (jsonb_populate_record(null::es.events, $1)).*', [
        JSON.stringify({ ...event, recorded_at: now }),
      ]);
    await client.query(`select pg_notify('es', '')`);
    await client.query('commit');
    const [position, last] = [right['global_position'], next['global_position']];
    journal.ok(`plant-${name}`, { id: suggestionId, streamVersion: 1, position }, 0);
    journal.ok(`plant-${name}-behind`, { id: suggestionId, streamVersion: 2, position: last }, 0);
    return {
      suggestionId,
      position,
      last,
      mend: async () => {
        if (poison) await mend(system.system.postgresUrl, position, poison.column, String(right[poison.column]));
      },
    };
  } finally {
    await client.end();
  }
};

/** A superuser passes over the trigger by which the server refuses to change an event. */
async function mend(postgresUrl: string, position: string, column: Poison['column'], value: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`update es.events set ${column} = $2 where global_position = $1`, [position, value]);
  } finally {
    await client.end();
  }
}
