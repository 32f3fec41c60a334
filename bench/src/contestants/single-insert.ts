import { Pool } from 'pg';
import { asHelper, type ContestantOptions } from './contestant';
import { makeEventsTable, sampleRow } from './events-table';

export const INSERT = {
  name: 'insert',
  text: `insert into events (revision, event_id, stream_id, type, shape_version, data, metadata)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/** The baseline: one prepared insert of one row per append, over a pool. */
export async function open({ url, connections }: ContestantOptions) {
  await makeEventsTable(url);
  const pool = new Pool({ connectionString: url, max: connections });
  return asHelper({
    tables: 'events',
    append: async () => {
      await pool.query({ ...INSERT, values: [...sampleRow()] });
      return 1;
    },
    close: () => pool.end(),
  });
}
