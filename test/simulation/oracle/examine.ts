import { canonicalJson } from '@minsheng/contracts';
import type { RecordedEvent } from '@minsheng/event-store';
import { decodedAgain, foldInto, POLICIES, type AnyProjection } from '@minsheng/read-models';
import { checkInvariants } from '../../support/check-invariants';
import type { Journal } from '../workload/journal';
import type { Durable, Moved } from '../world/durable';
import type { Poison } from '../world/poison';
import { metadataOf } from './metadata-of';
import { commandsUpon, policyViolations } from './policy-commands';

/** Everything known when the system has settled. */
export interface Remains {
  readonly journal: Journal;
  readonly durable: Durable;
  /** The read models kept in this history. */
  readonly projections: readonly AnyProjection[];
  readonly poison: Poison;
  /** The whole log. */
  readonly events: readonly RecordedEvent[];
  readonly seen: readonly bigint[];
  readonly refusedPolicyCommands: readonly string[];
}

/** Violations of invariants, one line each; empty when all hold. */
export const examine = (remains: Remains): string[] => {
  const { journal, durable, projections, seen, events } = remains;
  const violations = checkInvariants({
    acknowledged: [...journal.acknowledged.values()],
    unresolved: [],
    events: events.map((event) => ({
      position: String(event.position),
      stream: event.stream,
      revision: event.revision,
      id: event.id,
      command: metadataOf(event).commandId,
      byPolicy: metadataOf(event).actor.role === 'policy',
    })),
    seen: seen.map(String),
    differing: projections.filter((projection) => differs(durable, projection, events)).map(({ name }) => name),
    setAside: leftSetAside(durable),
  });
  return [
    ...Object.entries(violations).flatMap(([kind, found]: [string, readonly string[]]) =>
      found.map((what) => `${kind}: ${what}`),
    ),
    ...[...journal.unanswered].map((what) => `never answered: ${what}`),
    ...journal.breaches.map((what) => `told wrongly: ${what}`),
    ...ratedTwice(events),
    ...misnumbered(events),
    ...policyViolations(events, remains.refusedPolicyCommands),
    ...brokenSteps(durable),
    ...unfounded(remains),
  ];
};

/** I4: byte for byte; the order of columns in a row does not matter, since a table has its own. */
const differs = (durable: Durable, projection: AnyProjection, events: readonly RecordedEvent[]): boolean => {
  const live = durable.table(projection.name);
  const rebuilt = new Map<string, object>();
  foldInto(rebuilt, projection, events, decodedAgain);
  const same = (key: string, row: object) => {
    const text = live.get(key);
    return (
      text === JSON.stringify(row) || (text !== undefined && canonicalJson(JSON.parse(text)) === canonicalJson(row))
    );
  };
  return live.size !== rebuilt.size || [...rebuilt].some(([key, row]) => !same(key, row));
};

/** I2: a person's second rating of a project in the same round changes the first. */
const ratedTwice = (events: readonly RecordedEvent[]): string[] => {
  const rated = new Set<string>();
  return events
    .filter(({ type }) => type === 'ProjectRated' || type === 'RatingChanged')
    .flatMap(({ stream, type, data }) => {
      const rating = `${stream} in round ${(JSON.parse(data) as { readonly round?: number }).round ?? 1}`;
      const isFirst = !rated.has(rating);
      rated.add(rating);
      return isFirst === (type === 'ProjectRated') ? [] : [`rated twice: ${rating}`];
    });
};

/** I2: each command is decided on all events of its stream, so the issues of a project are numbered without gaps. */
const misnumbered = (events: readonly RecordedEvent[]): string[] => {
  const raised = new Map<string, number>();
  return events
    .filter(({ type }) => type === 'IssueRaised')
    .flatMap(({ stream, data }) => {
      const nth = (raised.get(stream) ?? 0) + 1;
      raised.set(stream, nth);
      return (JSON.parse(data) as { readonly issue: number }).issue === nth
        ? []
        : [`misnumbered: issue ${nth} of ${stream}`];
    });
};

/** I5: a checkpoint moves from the beginning to its position without a gap, and never over the same events again. */
const brokenSteps = ({ moves, places }: Durable): string[] =>
  [...places].flatMap(([name, { position }]) => {
    const own = moves.filter((move) => move.name === name);
    const broken = own.filter(({ from, to }, index) => from !== (own[index - 1]?.to ?? 0n) || to < from);
    return [
      ...broken.map(({ from, to }: Moved) => `${name} stepped wrongly: from ${from} to ${to}`),
      ...((own.at(-1)?.to ?? 0n) === position ? [] : [`${name} stands where it never went`]),
    ];
  });

/** A subscriber sets aside what it cannot apply, and nothing else; and it never halts, for there is no other fault. */
const unfounded = ({ durable: { halts, marks }, poison, events }: Remains): string[] => [
  ...halts.map(({ name, at, reason }) => `${name} halted at ${at}: ${reason}`),
  ...marks
    .filter(({ name, key, since }) => !isFounded(name, key, events[Number(since) - 1], poison, events))
    .map(({ name, key, since, reason }) => `${name} set aside ${key} since ${since}: ${reason}`),
];

/** The policies also set aside a stream whose command cannot be decided because another stream is unreadable. */
const isFounded = (
  name: string,
  key: string,
  event: RecordedEvent,
  poison: Poison,
  events: readonly RecordedEvent[],
): boolean =>
  poison.marksDue(name, event).includes(key) ||
  (name === POLICIES &&
    commandsUpon(event).some((stream) =>
      [...poison.all].some(([at, fault]) => fault === 'unreadable' && events[Number(at) - 1]?.stream === stream),
    ));

/** When all causes are gone, nothing waits any more. */
const leftSetAside = (durable: Durable): string[] =>
  [...durable.places.keys()].flatMap((name) =>
    durable.setAside(name).map(({ key, since }) => `${name}: ${key} since ${since}`),
  );
