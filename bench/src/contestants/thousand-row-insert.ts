import { Pool } from 'pg';
import { asHelper, type ContestantOptions } from './contestant';
import { makeEventsTable, sampleRow } from './events-table';

const ROWS = 1_000;
const INSERT = {
  name: 'insert',
  text: `insert into events (revision, event_id, stream_id, type, shape_version, data, metadata)
         select * from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[])`,
};

/** A thousand rows in one statement: no answer per row, and no checks. */
export async function open({ url }: ContestantOptions) {
  await makeEventsTable(url);
  const pool = new Pool({ connectionString: url, max: 1 });
  return asHelper({
    tables: 'events',
    append: async () => {
      const rows = Array.from({ length: ROWS }, sampleRow);
      await pool.query({ ...INSERT, values: rows[0].map((_, column) => rows.map((row) => row[column])) });
      return ROWS;
    },
    close: () => pool.end(),
  });
}
