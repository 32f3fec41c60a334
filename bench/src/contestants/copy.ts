import { Client } from 'pg';
import { copyIn } from '../loads/copy-in';
import { asHelper, type ContestantOptions } from './contestant';
import { makeEventsTable, sampleRow } from './events-table';

const ROWS = 10_000;

/** COPY, ten thousand rows per transaction: the fastest way into a table. */
export async function open({ url }: ContestantOptions) {
  await makeEventsTable(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const lines = function* () {
    for (let row = 0; row < ROWS; row += 1) yield `${sampleRow().join('\t')}\n`;
  };
  return asHelper({
    tables: 'events',
    append: async () => {
      await copyIn(client, 'events (revision, event_id, stream_id, type, shape_version, data, metadata)', lines());
      return ROWS;
    },
    close: () => client.end(),
  });
}
