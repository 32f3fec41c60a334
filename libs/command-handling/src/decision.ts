import { eventsByCategory, type Category, type EventCatalogue, type LedgerEvent } from '@minsheng/contracts';
import { deciders, type Decider, type WorkingCalendar } from '@minsheng/domain';
import type { NewEvent, RecordedEvent } from '@minsheng/event-store';
import { derivedId } from './derived-id';
import type { Envelope } from './envelope';
import { StreamUnreadable } from './stream-unreadable';

/** Category by category: of all of them together it would be everything at once. */
type Decided<C extends Category> = C extends Category
  ? (typeof deciders)[C] extends Decider<infer Id, infer State, infer Command, infer Event>
    ? { readonly id: Id; readonly state: State; readonly command: Command; readonly event: Event }
    : never
  : never;
export type CommandIn<C extends Category> = Decided<C>['command'];
export type StateIn<C extends Category> = Decided<C>['state'];

/**
 * Types meet here once: inside, a category's decider and catalogue belong together by construction of the two
 * registers.
 */
type AnyDecider = Decider<string, unknown, unknown, LedgerEvent>;
const deciderOf = (category: Category) => deciders[category] as unknown as AnyDecider;
const catalogueOf = (category: Category) => eventsByCategory[category] as EventCatalogue<LedgerEvent>;

/** What a decider needs to know of a command. */
export interface DecisionRequest {
  readonly category: Category;
  /** The id the decider sees. */
  readonly decideAs: string;
  readonly command: unknown;
  readonly envelope: Envelope;
}

/** The state of a stream without events. */
export const initialState = (category: Category): unknown => deciderOf(category).initialState;

/** What events of the log make of a state. @throws StreamUnreadable */
export const replay = (category: Category, state: unknown, recorded: readonly RecordedEvent[]): unknown =>
  recorded.map((event) => decodedEvent(category, event)).reduce(deciderOf(category).evolve, state);

const decodedEvent = (category: Category, event: RecordedEvent): LedgerEvent => {
  try {
    return catalogueOf(category).decode(event);
  } catch (error) {
    throw new StreamUnreadable(event.stream, event.position, error);
  }
};

/** What events decided here make of a state. */
export const evolve = (category: Category, state: unknown, written: readonly NewEvent[]): unknown =>
  written.map((event) => catalogueOf(category).decodeAgain(event)).reduce(deciderOf(category).evolve, state);

/**
 * The events of a command on a state; none where it changes nothing. `idsFrom` makes the ids of the events: the
 * command's own id, unless it is one of several commands. An id also names what its event holds: the same command
 * decided otherwise (on another day, by another build) brings other events, and one must never be taken for the other.
 * @throws Refusal
 */
export function decide(
  { category, decideAs, command, envelope }: DecisionRequest,
  state: unknown,
  calendar: WorkingCalendar,
  idsFrom: string = envelope.commandId,
): NewEvent[] {
  const { actor, on, commandId, correlationId, causationId } = envelope;
  const decided = deciderOf(category).decide(command, state, { id: decideAs, by: actor, today: on, calendar });
  const metadata = { actor, on, commandId, correlationId, ...(causationId && { causationId }) };
  return catalogueOf(category)
    .encodeAll(decided, metadata)
    .map((event, index) => ({ id: derivedId(`${index} ${event.type} ${event.data}`, idsFrom), ...event }));
}
