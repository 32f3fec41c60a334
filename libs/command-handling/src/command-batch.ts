import { Refusal, type WorkingCalendar } from '@minsheng/domain';
import { MOST_BYTES, MOST_EVENTS, type Append, type NewEvent } from '@minsheng/event-store';
import { expectedAt } from './appending';
import { decide, evolve } from './decision';
import { StaleVersion } from './envelope';
import type { PendingCommand } from './pending-command';
import type { StreamState } from './stream-state-cache';

/** A command and the append it comes to. */
export interface Member {
  readonly command: PendingCommand;
  readonly append: Append;
}
/** A command that writes nothing: refused, or without effect. */
export interface Unwritten {
  readonly command: PendingCommand;
  readonly refusal?: Refusal | StaleVersion;
}
/** Commands of one stream, decided one upon the other. */
export interface CommandBatch {
  readonly members: readonly Member[];
  readonly unwritten: readonly Unwritten[];
  /** What the members make of the stream; its position is still the one from before. */
  readonly after: StreamState;
}

/**
 * Decides commands of one stream in their order, each on what those before it leave. The batch ends before a command
 * whose key is in it already, and before one that does not fit into one group of appends. An error that is no refusal
 * rejects its command at once.
 */
export function decideBatch(
  stream: string,
  commands: readonly PendingCommand[],
  before: StreamState,
  calendar: WorkingCalendar,
): CommandBatch {
  const members: Member[] = [];
  const unwritten: Unwritten[] = [];
  const keys = new Set<string>();
  let { state, version } = before;
  let [events, bytes] = [0, 0];
  for (const command of commands) {
    const { commandId: key, fingerprint } = command.envelope;
    if (keys.has(key)) break;
    const decision = decisionOn(command, { ...before, state, version }, calendar);
    if (decision === undefined) continue;
    const { written } = decision;
    if (written.length === 0) {
      unwritten.push({ command, refusal: decision.refusal });
      continue;
    }
    events += written.length;
    bytes += sizeOf(written);
    if (members.length > 0 && (events > MOST_EVENTS || bytes > MOST_BYTES)) break;
    keys.add(key);
    members.push({
      command,
      append: { stream, expected: expectedAt(version), events: written, command: { key, fingerprint } },
    });
    state = decision.state;
    version += written.length;
  }
  return { members, unwritten, after: { state, version, position: before.position } };
}

interface Decision {
  readonly written: readonly NewEvent[];
  /** What they make of the stream. */
  readonly state: unknown;
  readonly refusal?: Refusal | StaleVersion;
}

/** Undefined where the command was rejected. */
function decisionOn(
  command: PendingCommand,
  { state, version }: StreamState,
  calendar: WorkingCalendar,
): Decision | undefined {
  const { expectedVersion } = command.envelope;
  if (expectedVersion !== undefined && expectedVersion !== version)
    return { written: [], state, refusal: new StaleVersion(expectedVersion, version) };
  try {
    const written = decide(command, state, calendar);
    return { written, state: evolve(command.category, state, written) };
  } catch (error) {
    if (error instanceof Refusal) return { written: [], state, refusal: error };
    command.reject(error);
    return undefined;
  }
}

/** In bytes. */
const sizeOf = (events: readonly NewEvent[]): number =>
  events.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata), 0);
