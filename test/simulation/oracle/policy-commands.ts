import { eventsByCategory, type EventCatalogue, type LedgerEvent } from '@minsheng/contracts';
import {
  deciders,
  commandsOf,
  policies,
  Refusal,
  WorkingCalendar,
  type Decider,
  type PolicyCommand,
} from '@minsheng/domain';
import type { RecordedEvent } from '@minsheng/event-store';
import { decodedAgain } from '@minsheng/read-models';
import { metadataOf } from './metadata-of';

interface Ordered {
  readonly cause: RecordedEvent;
  readonly policy: string;
  readonly command: PolicyCommand;
}

/** No notice is adopted in a simulated year. */
const calendar = new WorkingCalendar();
const streamOf = ({ category, id }: PolicyCommand) => `${category}-${id}`;
const countOf = (values: readonly string[]) =>
  values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map<string, number>());

/**
 * I2, I5: each command of a policy took effect once, unless the domain refused it or it was not needed; and nothing was
 * done in a policy's name without a causing event.
 * @param refused commands that the domain refused, as `policy stream`
 */
export const policyViolations = (events: readonly RecordedEvent[], refused: readonly string[]): string[] => {
  const ordered = events.flatMap((cause) => {
    const { event, context } = decodedAgain(cause);
    return policies.flatMap((policy) =>
      commandsOf(policy, event, context.metadata).map((command): Ordered => ({
        cause,
        policy: policy.name,
        command,
      })),
    );
  });
  const wanted = countOf(ordered.map(nameOf));
  const done = countOf([
    ...new Map(
      events
        .filter((event) => metadataOf(event).actor.role === 'policy')
        .map((event) => {
          const { commandId, causationId, actor } = metadataOf(event);
          return [commandId, `${actor.id} ${event.stream} ${causationId}`] as const;
        }),
    ).values(),
  ]);
  const lost = ordered.filter(
    (command) =>
      (done.get(nameOf(command)) ?? 0) < wanted.get(nameOf(command))! &&
      !refused.includes(`${command.policy} ${streamOf(command.command)}`) &&
      wouldChange(command, events),
  );
  return [
    ...[...done]
      .filter(([name, times]) => times > (wanted.get(name) ?? 0))
      .map(([name]) => `ordered too often: ${name}`),
    ...lost.map((command) => `order lost: ${nameOf(command)}`),
  ];
};

/** The streams to which policies send a command because of an event. */
export const commandsUpon = (cause: RecordedEvent): string[] => {
  const { event, context } = decodedAgain(cause);
  return policies.flatMap((policy) => commandsOf(policy, event, context.metadata).map(streamOf));
};

const nameOf = ({ cause, policy, command }: Ordered) => `${policy} ${streamOf(command)} ${cause.id}`;

/** Whether a command would still change something if sent now. */
const wouldChange = ({ cause, policy, command }: Ordered, events: readonly RecordedEvent[]): boolean => {
  const { initialState, evolve, decide } = deciders[command.category] as unknown as Decider<
    string,
    unknown,
    unknown,
    LedgerEvent
  >;
  const catalogue = eventsByCategory[command.category] as EventCatalogue<LedgerEvent>;
  const state = events
    .filter(({ stream }) => stream === streamOf(command))
    .map((event) => catalogue.decodeAgain(event))
    .reduce(evolve, initialState);
  try {
    return (
      decide(command.command, state, {
        id: command.id,
        by: { id: policy, role: 'policy' },
        today: metadataOf(cause).on,
        calendar,
      }).length > 0
    );
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};
