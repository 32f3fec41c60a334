import type { Evidence, LoggedEvent } from './check-invariants';
import { projector } from './projector';
import type { Observed } from './rehearsal';

/** What the clients and the reader at the tail know. */
export type Acknowledgements = Pick<Evidence, 'acknowledged' | 'unresolved' | 'seen'>;

/** Adds the log and the read models; for a system that has settled. */
export const gatherEvidence = async (
  { look, system }: Pick<Observed, 'look' | 'system'>,
  acknowledgements: Acknowledgements,
): Promise<Evidence> => {
  const events = await look<LoggedEvent>(`
    select global_position::text as position, stream_id as stream, revision, event_id::text as id,
           metadata::json ->> 'commandId' as command, metadata::json -> 'actor' ->> 'role' = 'policy' as "byPolicy"
      from es.events order by global_position`);
  const setAside = await look<{ entry: string }>(String.raw`
    select checkpoint || ': ' || key || ' since ' || since as entry from read.set_aside
     where checkpoint not like '%\_\_old' order by 1`);
  return {
    ...acknowledgements,
    events,
    differing: await differingReadModels(system),
    setAside: setAside.map(({ entry }) => entry),
  };
};

/** Compares each live read model with a rebuilt one, byte for byte. */
const differingReadModels = async (system: Observed['system']): Promise<string[]> => {
  const { exitCode, output } = await projector({ system }, 'verify', 'all');
  const names = [...output.matchAll(/^.*?(\w+) .*\b(?:DIFFERENT|BEHIND)\b/gm)].map(([, name]) => name);
  return exitCode === 0 || names.length > 0 ? names : [`verify ended with ${exitCode}: ${output.trim().slice(-300)}`];
};
