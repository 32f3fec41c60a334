import { binaryEvent, type BinaryEventType, type EventData, type ResolvedEvent } from '@kurrent/kurrentdb-client';
import type { NewEvent, RecordedEvent } from '@minsheng/event-store';
import type { Names } from './names';

/** What the store keeps of an event beside what its writer gave. */
interface Envelope {
  readonly version: number;
  readonly command?: string;
  /** Milliseconds since 1970. */
  readonly notBefore?: number;
}

/** An event as read, with the key of the command it belongs to. */
export interface FoundEvent extends RecordedEvent {
  readonly command?: string;
}

/** The bytes of one event as they stand in the log, to be written once more elsewhere. */
export type Sealed = EventData;

const MARK = 'envelope/1 ';

/**
 * Data and metadata travel as binary: the client parses and prints again whatever calls itself JSON, and would not keep
 * its bytes. It tries that with all metadata, so the envelope in front of the writer's bytes begins with a word that is
 * no JSON.
 * @param notBefore recording time of the newest event the writer knows of, see `recordedAt`
 */
export const sealed = ({ id, type, version, data, metadata }: NewEvent, command?: string, notBefore?: Date): Sealed => {
  const envelope: Envelope = { version, command, notBefore: notBefore?.getTime() };
  return binaryEvent({
    id,
    type,
    data: Buffer.from(data),
    metadata: Buffer.from(`${MARK}${JSON.stringify(envelope)}\n${metadata}`),
  });
};

/**
 * The log holds what this store did not write, and cannot read: it needs a KurrentDB, or a space of names, of its own.
 */
export class ForeignEvent extends Error {}

/** @throws ForeignEvent */
export const unsealed = ({ event }: ResolvedEvent<BinaryEventType>, names: Names): FoundEvent => {
  const { id, type, streamId, revision, position, data, metadata, created, isJson } = event!;
  const text = metadata instanceof Uint8Array ? Buffer.from(metadata).toString('utf8') : '';
  if (isJson || !text.startsWith(MARK))
    throw new ForeignEvent(`Event ${id} of stream ${streamId} was not written by this store`);
  const end = text.indexOf('\n');
  const { version, command, notBefore } = JSON.parse(text.slice(MARK.length, end)) as Envelope;
  return {
    id,
    type,
    version,
    command,
    stream: names.ours(streamId),
    revision: Number(revision),
    position: position!.commit,
    data: Buffer.from(data).toString('utf8'),
    metadata: text.slice(end + 1),
    recordedAt: recordedAt(created, notBefore),
  };
};

/**
 * The server's time, in whole seconds: reads of the client (1.3.1) cut the rest off, and a subscription must not tell
 * another time. When the server's clock was set back, or a node whose clock is behind became the leader, the time of
 * the newest event before this one counts: its writer looked it up. What remains: an append on its way at the very
 * moment of the step may not have seen its neighbour.
 */
const recordedAt = (created: Date, notBefore = 0): Date =>
  new Date(Math.max(Math.floor(created.getTime() / 1_000) * 1_000, notBefore));

/** The event without what only this store knows. */
export const recordedEvent = ({
  id,
  type,
  version,
  stream,
  revision,
  position,
  data,
  metadata,
  recordedAt: at,
}: FoundEvent): RecordedEvent => ({ id, type, version, data, metadata, stream, revision, position, recordedAt: at });

/** What was read, as it is to be written once more. */
export const resealed = ({ event }: ResolvedEvent<BinaryEventType>): Sealed =>
  binaryEvent({
    id: event!.id,
    type: event!.type,
    data: event!.data,
    metadata: Buffer.from(event!.metadata as Uint8Array),
  });
