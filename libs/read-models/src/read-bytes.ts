import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { poolOf } from './table-rows';

/** Ids that need no escaping: COPY takes no parameters. */
const PLAIN = /^[0-9a-z-]+$/;
/** A list of ids as SQL. @throws for anything that is no id */
export const idsIn = (ids: readonly string[]): string => {
  const strange = ids.find((id) => !PLAIN.test(id));
  if (strange !== undefined) throw new Error(`${strange} is no id`);
  return ids.length === 0 ? `('')` : `(${ids.map((id) => `'${id}'`).join(', ')})`;
};

/** Bytes of signature and flags in COPY's binary format; the length of the extension area follows. */
const HEADER = 15;
/** Parses COPY's binary format: rows of columns, each preceded by its length. Nulls are not supported. */
const rowsIn = (bytes: Buffer): Buffer[][] => {
  const rows: Buffer[][] = [];
  let at = HEADER + 4 + bytes.readInt32BE(HEADER);
  for (let columns = bytes.readInt16BE(at); columns >= 0; columns = bytes.readInt16BE(at)) {
    at += 2;
    rows.push(
      Array.from({ length: columns }, () => {
        const end = at + 4 + bytes.readInt32BE(at);
        const column = bytes.subarray(at + 4, end);
        at = end;
        return column;
      }),
    );
  }
  return rows;
};

/**
 * Rows of text columns as the server's own bytes, to be passed on: megabytes of JSON are neither parsed nor decoded and
 * encoded again, which takes as long as reading them. `select` may hold no input other than by `idsIn`.
 */
export const readBytes = async (dataSource: DataSource, select: string): Promise<Buffer[][]> => {
  const client = await poolOf(dataSource).connect();
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(copyTo(`copy (${select}) to stdout (format binary)`)))
      chunks.push(chunk as Buffer);
    client.release();
    return rowsIn(Buffer.concat(chunks));
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
};
