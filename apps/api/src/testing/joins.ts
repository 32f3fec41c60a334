import type { Pool } from 'pg';

/** A value in the database, and the matters of the rows that hold it. */
export type Holders = ReadonlyMap<string, ReadonlySet<string>>;

const LONG_ENOUGH_TO_BE_A_TAG = /[0-9A-Za-z]{8,}/g;
/** The server's clock: two acts of one millisecond join two people as well as one. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Texts in a value of JSON, also of JSON within a text, and what in a text is long enough to be a tag of its own. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return [];
    if (/^[{[]/.test(value)) return textsIn(JSON.parse(value));
    return [value, ...(value.match(LONG_ENOUGH_TO_BE_A_TAG) ?? [])];
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

/** All that the schemas hold, as read by somebody who has the dump and no key. `mattersOf` says what a row is about. */
export const valuesIn = async (
  pools: readonly Pool[],
  schemas: readonly string[],
  mattersOf: (row: string) => readonly string[],
): Promise<Holders> => {
  const holders = new Map<string, Set<string>>();
  for (const pool of pools) {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1)`,
      [schemas],
    );
    for (const { name } of tables)
      for (const { row } of (await pool.query<{ row: object }>(`select to_jsonb(t) as row from ${name} t`)).rows)
        for (const text of textsIn(row))
          for (const matter of mattersOf(JSON.stringify(row)))
            holders.set(text, (holders.get(text) ?? new Set()).add(matter));
  }
  return holders;
};

/** Values that are in rows of more than one matter. */
export const joins = (holders: Holders): readonly string[] =>
  [...holders].filter(([, matters]) => matters.size > 1).map(([text]) => text);
