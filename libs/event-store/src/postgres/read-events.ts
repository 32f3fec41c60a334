import type { Pool } from 'pg';
import type { CommandKey, ReadAllOptions, RecordedEvent } from '../event-store';
import { rawText } from './raw-text';

export const readStream = (pool: Pool, stream: string, from: number): Promise<RecordedEvent[]> =>
  select(pool, {
    name: 'read stream',
    condition: 'where stream_id = $1 and revision >= $2 order by revision',
    values: [stream, from],
  });

/** Behind every name that begins with a prefix, in the order of bytes: no text holds a higher sign. */
const END = '\u{10ffff}';

/** Beyond this many names the log is walked along. */
const MOST_RANGES = 2_000;

/**
 * Positions of the streams wanted: found by the index of streams alone (`offset 0` keeps the planner from walking along
 * the log instead), and only those of this page are looked up.
 */
const streamPositions = (where: string, streamPrefixes: readonly string[], values: unknown[]): string =>
  `(select global_position from (select global_position from es.events where ${inRanges(streamPrefixes, values)}
    offset 0) e ${where} order by global_position limit $2)`;

/**
 * Names by ranges, which the index of streams can be searched for; `^@ any` only filters what is read along the log.
 */
const inRanges = (streamPrefixes: readonly string[], values: unknown[]): string =>
  streamPrefixes
    .map((prefix) => `(stream_id >= $${values.push(prefix)} and stream_id < $${values.push(prefix + END)})`)
    .join(' or ');

export const readLog = (pool: Pool, after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]> =>
  select(pool, inLog(after, options));

/** Which events a page of the log holds. */
export function inLog(after: bigint, { limit, until, streamPrefixes, few }: ReadAllOptions): Selection {
  const values: unknown[] = [String(after), limit];
  let where = 'where global_position > $1';
  if (until !== undefined) where += ` and global_position <= $${values.push(String(until))}`;
  const byName =
    few && streamPrefixes !== undefined && streamPrefixes.length > 0 && streamPrefixes.length <= MOST_RANGES;
  if (byName)
    return {
      name: undefined,
      condition: `where global_position in ${streamPositions(where, streamPrefixes, values)} order by global_position`,
      values,
    };
  if (streamPrefixes) where += ` and stream_id ^@ any($${values.push(streamPrefixes)}::text[])`;
  // One that looks for certain streams is planned for them: which index helps depends on how many they are.
  const name = streamPrefixes ? undefined : until === undefined ? 'read log' : 'read log until';
  return { name, condition: `${where} order by global_position limit $2`, values };
}

export async function readHead(pool: Pool, at?: Date): Promise<bigint> {
  const text = at ? 'select es.head_at($1)' : 'select coalesce(max(global_position), 0) from es.events';
  const { rows } = await pool.query<string[]>({
    name: at ? 'read head at' : 'read head',
    text,
    values: at && [at.toISOString()],
    rowMode: 'array',
    types: rawText,
  });
  return BigInt(rows[0][0]);
}

/** What became of each command, in their order; undefined for one that took no effect. */
export async function readCommands(pool: Pool, commands: readonly CommandKey[]) {
  const { rows } = await pool.query<string[]>({
    name: 'read commands',
    text: 'select key, fingerprint, stream_id, revision, position from es.commands where key = any($1)',
    values: [commands.map(({ key }) => key)],
    rowMode: 'array',
    types: rawText,
  });
  const found = new Map(
    rows.map(([key, fingerprint, stream, revision, position]) => [
      key,
      { fingerprint, receipt: { stream, revision: Number(revision), position: BigInt(position), repeated: true } },
    ]),
  );
  return commands.map(({ key }) => found.get(key));
}

interface Selection {
  readonly name: string | undefined;
  readonly condition: string;
  readonly values: unknown[];
}

async function select(pool: Pool, selection: Selection): Promise<RecordedEvent[]> {
  const rows = await rowsOf(
    pool,
    'global_position, revision, (extract(epoch from recorded_at) * 1000)::bigint, event_id, stream_id, type, ' +
      'shape_version, data, metadata',
    selection,
  );
  return rows.map(([position, revision, recordedAt, id, stream, type, version, data, metadata]) => ({
    id,
    type,
    version: Number(version),
    data,
    metadata,
    stream,
    revision: Number(revision),
    position: BigInt(position),
    recordedAt: new Date(Number(recordedAt)),
  }));
}

const rowsOf = async (pool: Pool, columns: string, { name, condition, values }: Selection): Promise<string[][]> =>
  (
    await pool.query<string[]>({
      name,
      text: `select ${columns} from es.events ${condition}`,
      values,
      rowMode: 'array',
      types: rawText,
    })
  ).rows;
