import type { Rehearsal } from './rehearsal';

/** What a client was told: this command took effect, with its last event at this place. */
export interface Acknowledged { readonly key: string; readonly id: string; readonly streamVersion: number; readonly position: string }

/** What contradicts what clients were told. All empty is what we are after. */
export interface Violations {
  /** Acknowledged, but not at its place in the log. */
  readonly lost: readonly string[];
  /** Streams with a hole or a double among their revisions, and events written twice. */
  readonly doubled: readonly string[];
  /** Holes in the positions of the log. */
  readonly holes: number;
}

/** The oracle: the client's journal against the log. Read models are compared with a rebuild by `projector verify`. */
export const checkInvariants = async ({ look }: Pick<Rehearsal, 'look'>, journal: readonly Acknowledged[]): Promise<Violations> => {
  const events = await look<{ position: string; stream: string; revision: number }>('select global_position::text as position, stream_id as stream, revision from es.events');
  const at = new Map(events.map((event) => [event.position, event]));
  const isThere = ({ id, streamVersion, position }: Acknowledged) => { const event = at.get(position); return event !== undefined && event.stream.includes(id) && event.revision === streamVersion - 1; };
  const [{ holes }] = await look<{ holes: string }>('select coalesce(max(global_position), 0) - count(*) as holes from es.events');
  const doubled = await look<{ what: string }>(`
    select stream_id as what from es.events group by stream_id having max(revision) + 1 <> count(*)
    union all select event_id::text from es.events group by event_id having count(*) > 1`);
  return { lost: journal.filter((one) => !isThere(one)).map(({ key }) => key), doubled: doubled.map(({ what }) => what), holes: Number(holes) };
};
