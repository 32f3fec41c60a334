import type { Pool } from 'pg';
import type { EventContent, ReadAllOptions, ReadContentsOptions } from '../event-store';
import { rawText } from './raw-text';
import { inLog, readLog } from './read-events';

/**
 * Stands between the texts of events that come in one row: JSON cannot hold it, for which reason RFC 7464 separates by
 * it too.
 */
const SEPARATOR = '\u001e';
/** Positions whose events come in one row, so that none grows to what the server or a string cannot hold. */
const TOGETHER = 256;

/**
 * What happened, without id, time and metadata. A column of many events comes as one text, cut here: to read value by
 * value is work for Node, which has more to do with them than the server. Where a text holds the sign that separates,
 * each event is read by itself.
 */
export async function readContents(
  pool: Pool,
  after: bigint,
  { places, ...options }: ReadContentsOptions,
): Promise<EventContent[]> {
  const wanted = ['global_position', 'type', 'shape_version', 'data', ...(places ? ['stream_id', 'revision'] : [])];
  const { rows } = await pool.query<string[]>({ ...joined(wanted, after, options), rowMode: 'array', types: rawText });
  const contents: EventContent[] = [];
  for (const [count, ...texts] of rows) {
    const columns = texts.map((text) => text.split(SEPARATOR));
    if (columns.some(({ length }) => length !== Number(count))) return readLog(pool, after, options);
    const [positions, types, versions, data, streams, revisions] = columns;
    for (let at = 0; at < positions.length; at += 1) {
      // Two literals: an object spread into another costs the reader of a long log a fifth of its time.
      contents.push(
        places
          ? {
              type: types[at],
              version: Number(versions[at]),
              data: data[at],
              position: BigInt(positions[at]),
              stream: streams[at],
              revision: Number(revisions[at]),
            }
          : { type: types[at], version: Number(versions[at]), data: data[at], position: BigInt(positions[at]) },
      );
    }
  }
  return contents;
}

function joined(columns: readonly string[], after: bigint, options: ReadAllOptions) {
  const { condition, values } = inLog(after, options);
  const texts = columns.map((column) => `string_agg(${column}::text, $${values.length + 1} order by global_position)`);
  return {
    text: `select count(*), ${texts.join(', ')} from (select ${columns.join(', ')} from es.events ${condition}) page
            group by global_position / ${TOGETHER} order by min(global_position)`,
    values: [...values, SEPARATOR],
  };
}
