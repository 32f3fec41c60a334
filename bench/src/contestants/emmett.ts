import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { asHelper, type ContestantOptions } from './contestant';
import { sampleEvent } from './sample-event';

/**
 * Emmett as its documentation opens it. In its own process: importing it changes how `pg` parses numbers everywhere.
 */
export async function open({ url }: ContestantOptions) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return asHelper({
    tables: 'emt_messages, emt_streams',
    append: async () => {
      const { stream, type, data, metadata } = sampleEvent();
      await store.appendToStream(stream, [{ type, data, metadata } as never], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
      return 1;
    },
    close: () => store.close(),
  });
}
