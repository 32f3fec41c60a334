/** A receipt of a client: this command took effect, with its last event at this position. */
export interface Acknowledged {
  readonly key: string;
  readonly id: string;
  readonly streamVersion: number;
  readonly position: string;
}

/**
 * An event of the log, as far as the oracle needs it. `byPolicy`: caused by the system itself, so no client has a
 * receipt.
 */
export interface LoggedEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly command: string;
  readonly byPolicy: boolean;
}

/** Everything known after a run, once the system has settled. */
export interface Evidence {
  readonly acknowledged: readonly Acknowledged[];
  /** Keys of commands whose outcome is unknown, also after a repeat. */
  readonly unresolved: readonly string[];
  /** The whole log in order of position. */
  readonly events: readonly LoggedEvent[];
  /** Positions in the order in which a reader at the tail of the log saw them. */
  readonly seen: readonly string[];
  /** Read models that differ from a rebuild. */
  readonly differing: readonly string[];
  /** What still waits, of which read model and since when. */
  readonly setAside: readonly string[];
}

/** Contradictions to receipts of clients and to the guarantees of a log. All empty when all hold. */
export interface Violations {
  /** I1: acknowledged, but not at its position in the log. */
  readonly lost: readonly string[];
  /**
   * I2: events that are twice in the log, and effects without a receipt although every outcome is known: a command's
   * second effect.
   */
  readonly doubled: readonly string[];
  /** I3: positions that are not 1, 2, 3 … and streams whose revisions do not rise from 0 with them. */
  readonly disordered: readonly string[];
  /** I3: positions that the reader at the tail missed, or saw late. */
  readonly skipped: readonly string[];
  /** I4 */
  readonly differing: readonly string[];
  /** I5: set aside, and not healed though every cause is gone. */
  readonly setAside: readonly string[];
  /** I6 */
  readonly unresolved: readonly string[];
}

/**
 * The one oracle: compares the clients' journal with the log, with what a reader saw and with the read models. Pure, so
 * that forged evidence can show that it detects what it is for.
 */
export const checkInvariants = ({
  acknowledged,
  unresolved,
  events,
  seen,
  differing,
  setAside,
}: Evidence): Violations => ({
  lost: lost(acknowledged, events),
  doubled: [...twice(events.map(({ id }) => id)), ...untold(acknowledged, events)],
  disordered: [
    ...events
      .filter(({ position }, index) => position !== String(index + 1))
      .map(({ position }) => `position ${position}`),
    ...brokenStreams(events),
  ],
  skipped: missed(seen, events),
  differing,
  setAside,
  unresolved,
});

/** Total number of findings. */
export const findings = (violations: Violations): number =>
  Object.values(violations).reduce((sum: number, found: readonly string[]) => sum + found.length, 0);

const lost = (acknowledged: readonly Acknowledged[], events: readonly LoggedEvent[]): string[] => {
  const at = new Map(events.map((event) => [event.position, event]));
  const isThere = ({ id, streamVersion, position }: Acknowledged) => {
    const event = at.get(position);
    return event !== undefined && event.stream.includes(id) && event.revision === streamVersion - 1;
  };
  return acknowledged.filter((command) => !isThere(command)).map(({ key }) => key);
};

const twice = (values: readonly string[]): string[] => {
  const known = new Set<string>();
  return values.filter((value) => known.size === known.add(value).size);
};

/** What a command wrote at once: its last position on each stream. */
interface Effect {
  readonly command: string;
  readonly ends: Map<string, string>;
  last: Pick<LoggedEvent, 'position' | 'stream'>;
}
const effectsIn = (events: readonly LoggedEvent[]): Effect[] => {
  const effects: Effect[] = [];
  for (const { command, stream, position } of events) {
    const effect = effects.at(-1);
    const goesOn =
      effect?.command === command &&
      BigInt(effect.last.position) + 1n === BigInt(position) &&
      (effect.last.stream === stream || !effect.ends.has(stream));
    if (!goesOn) effects.push({ command, ends: new Map([[stream, position]]), last: { position, stream } });
    else {
      effect.ends.set(stream, position);
      effect.last = { position, stream };
    }
  }
  return effects;
};

/**
 * A receipt names a command's last event on a stream, so every effect of a person's command ends at a position in some
 * receipt. What was written at once, all or none, needs one receipt: a merge answers its member alone.
 */
const untold = (acknowledged: readonly Acknowledged[], events: readonly LoggedEvent[]): string[] => {
  const positions = new Set(acknowledged.map(({ position }) => position));
  return effectsIn(events.filter(({ byPolicy }) => !byPolicy))
    .filter(({ ends }) => ![...ends.values()].some((position) => positions.has(position)))
    .map(({ command, ends }) => `${command} on ${[...ends.keys()].join(' and ')}`);
};

const brokenStreams = (events: readonly LoggedEvent[]): string[] => {
  const lengths = new Map<string, number>();
  return events
    .filter(({ stream, revision }) => {
      const length = lengths.get(stream) ?? 0;
      lengths.set(stream, length + 1);
      return revision !== length;
    })
    .map(({ stream, revision }) => `${stream} at revision ${revision}`);
};

const missed = (seen: readonly string[], events: readonly LoggedEvent[]): string[] => {
  const inTime = new Set(seen.filter((position, index) => index === 0 || BigInt(position) > BigInt(seen[index - 1])));
  return events.filter(({ position }) => !inTime.has(position)).map(({ position }) => `position ${position}`);
};
