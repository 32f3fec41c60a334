import type { Rehearsal } from './rehearsal';

/** What a client was told: this command took effect, with its last event at this place. */
export interface Acknowledged { readonly key: string; readonly category: string; readonly id: string; readonly streamVersion: number; readonly position: string }

/** What contradicts what clients were told. All empty is what we are after. */
export interface Violations {
  /** Acknowledged, but not at its place in the log. */
  readonly lost: readonly string[];
  /** Streams that began more than once, or revisions with a hole. */
  readonly doubled: readonly string[];
  /** Holes in the positions of the log. */
  readonly holes: number;
}

/** The oracle: the client's journal against the log. Read models are compared with a rebuild by `projector verify`. */
export const checkInvariants = async ({ look }: Pick<Rehearsal, 'look'>, journal: readonly Acknowledged[]): Promise<Violations> => {
  const places = await look<{ place: string }>(`select stream_id || ' ' || revision || ' ' || global_position as place from es.events`);
  const known = new Set(places.map(({ place }) => place));
  const [{ holes }] = await look<{ holes: string }>('select coalesce(max(global_position), 0) - count(*) as holes from es.events');
  const doubled = await look<{ stream_id: string }>(
    `select stream_id from es.events where stream_id like 'suggestion-%' group by stream_id having count(*) filter (where type = 'SuggestionReceived') <> 1 or max(revision) + 1 <> count(*)`);
  return {
    lost: journal.filter(({ category, id, streamVersion, position }) => !known.has(`${category}-${id} ${streamVersion - 1} ${position}`)).map(({ key }) => key),
    doubled: doubled.map(({ stream_id: stream }) => stream),
    holes: Number(holes),
  };
};
