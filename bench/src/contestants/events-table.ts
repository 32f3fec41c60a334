import { withClient } from '../harness/bench';
import { sampleEvent } from './sample-event';

/**
 * The columns and keys of our own log, with a sequence for the position: what anybody would write for inserts alone.
 */
export const makeEventsTable = (url: string): Promise<unknown> =>
  withClient(url, (client) =>
    client.query(`
  create table if not exists events (
    position bigint generated always as identity primary key, revision int not null, recorded_at timestamptz not
    null default now(),
    event_id uuid not null, stream_id text collate "C" not null, type text collate "C" not null, shape_version int
    not null,
    data text not null, metadata text not null, unique (stream_id, revision))`),
  );

/** Values of one row, in the order in which the inserts name them. */
export function sampleRow(): readonly [number, string, string, string, number, string, string] {
  const { id, stream, type, data, metadata } = sampleEvent();
  return [0, id, stream, type, 1, JSON.stringify(data), JSON.stringify(metadata)];
}
