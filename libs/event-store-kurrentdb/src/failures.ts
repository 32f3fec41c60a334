import { ErrorType } from '@kurrent/kurrentdb-client';
import { EventStoreBusy, StreamDeleted } from '@minsheng/event-store';

/** The server took the call and said nothing within our limit: like a lost connection, the outcome is unknown. */
export class NoAnswer extends Error {
  constructor(withinMs: number) {
    super(`KurrentDB gave no answer within ${withinMs} ms`);
  }
}

/** gRPC: cancelled, unknown, deadline exceeded, aborted, internal, unavailable, data loss. */
const LOST_CODES = new Set([1, 2, 4, 10, 13, 14, 15]);
const RESOURCE_EXHAUSTED = 8;
/**
 * What the client knows by type: reads have no code, and the shared stream of appends tells some failures without one.
 */
const LOST_TYPES = new Set<string>([
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
  ErrorType.UNKNOWN,
]);
/** A cluster without a node to talk to: the client says so by nothing but this. */
const NO_NODE = /^Failed to discover after/;
const BUSY_RETRY_SECONDS = 1;

type ClientError = Error & { readonly type?: string; readonly code?: number };

/** Whether the server may or may not have done what it was asked. */
export const isOutcomeUnknown = (error: unknown): boolean => {
  const { type, code, message } = error as ClientError;
  if (error instanceof NoAnswer || NO_NODE.test(message)) return true;
  return typeof code === 'number' ? LOST_CODES.has(code) : type !== undefined && LOST_TYPES.has(type);
};

/** The stream is not at the revision the append expected; what stands there may still be the append itself. */
export const isWrongRevision = (error: unknown): boolean =>
  (error as ClientError).type === ErrorType.WRONG_EXPECTED_VERSION;
export const isStreamUnknown = (error: unknown): boolean => (error as ClientError).type === ErrorType.STREAM_NOT_FOUND;
/** The server takes no more for now, and did nothing. */
export const isTooBusy = (error: unknown): boolean => (error as ClientError).code === RESOURCE_EXHAUSTED;

/** The client's refusal in the words of the port, where it has some. */
export const inOurWords = (error: unknown, stream: string): unknown => {
  const { type, message } = error as ClientError;
  if (type === ErrorType.STREAM_DELETED || type === ErrorType.STREAM_TOMBSTONED)
    return new StreamDeleted(stream, { cause: error });
  if (type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED)
    return new RangeError(`The append is larger than the server takes: ${message}`, { cause: error });
  if (isTooBusy(error)) return new EventStoreBusy(BUSY_RETRY_SECONDS);
  return error;
};
