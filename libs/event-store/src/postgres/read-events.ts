import type { Pool } from 'pg';
import type { CommandKey, ReadAllOptions, RecordedEvent } from '../event-store';
import { rawText } from './raw-text';

const COLUMNS = 'global_position, revision, (extract(epoch from recorded_at) * 1000)::bigint, event_id, stream_id, type, shape_version, data, metadata';

export const readStream = (pool: Pool, stream: string, from: number): Promise<RecordedEvent[]> =>
  select(pool, { name: 'read stream', condition: 'where stream_id = $1 and revision >= $2 order by revision', values: [stream, from] });

export function readLog(pool: Pool, after: bigint, { limit, until, streamPrefixes }: ReadAllOptions): Promise<RecordedEvent[]> {
  const values: unknown[] = [String(after), limit];
  let where = 'where global_position > $1';
  if (until !== undefined) where += ` and global_position <= $${values.push(String(until))}`;
  if (streamPrefixes) where += ` and stream_id ^@ any($${values.push(streamPrefixes)}::text[])`;
  // One that looks for certain streams is planned for them: which index helps depends on how many they are.
  const name = streamPrefixes ? undefined : until === undefined ? 'read log' : 'read log until';
  return select(pool, { name, condition: `${where} order by global_position limit $2`, values });
}

export async function readHead(pool: Pool, at?: Date): Promise<bigint> {
  const text = at ? 'select es.head_at($1)' : 'select coalesce(max(global_position), 0) from es.events';
  const { rows } = await pool.query<string[]>({ name: at ? 'read head at' : 'read head', text, values: at && [at.toISOString()], rowMode: 'array', types: rawText });
  return BigInt(rows[0][0]);
}

export async function readCommand(pool: Pool, { key }: CommandKey) {
  const { rows: [row] } = await pool.query<string[]>({
    name: 'read command', text: 'select fingerprint, stream_id, revision, position from es.commands where key = $1', values: [key], rowMode: 'array', types: rawText,
  });
  if (!row) return undefined;
  const [fingerprint, stream, revision, position] = row;
  return { fingerprint, receipt: { stream, revision: Number(revision), position: BigInt(position), repeated: true } };
}

interface Selection { readonly name: string | undefined; readonly condition: string; readonly values: unknown[] }

async function select(pool: Pool, { name, condition, values }: Selection): Promise<RecordedEvent[]> {
  const { rows } = await pool.query<string[]>({ name, text: `select ${COLUMNS} from es.events ${condition}`, values, rowMode: 'array', types: rawText });
  return rows.map(([position, revision, recordedAt, id, stream, type, version, data, metadata]) => ({
    id, type, version: Number(version), data, metadata, stream,
    revision: Number(revision), position: BigInt(position), recordedAt: new Date(Number(recordedAt)),
  }));
}
