import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import {
  AllStreamPosition,
  StreamDeleted,
  StreamIdentifier,
  UUID,
  WrongExpectedVersion,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb';
import {
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
  type AppendReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import type { AppendOutcome, Expected, LogRecord, Proposal } from './kurrentdb-log';

const TICKS_PER_MS = 10_000n;

export const nameOf = (stream?: StreamIdentifier): string =>
  Buffer.from(stream?.getStreamName_asU8() ?? []).toString('utf8');
const identifier = (stream: string) => new StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream)));

export const proposalOf = (message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposal => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type')!,
  contentType: message.getMetadataMap().get('content-type')!,
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const expectedOf = (options: AppendReq.Options | BatchAppendReq.Options): Expected => {
  if (options.hasNoStream()) return 'no stream';
  if (options.hasStreamExists()) return 'stream exists';
  if (options.hasAny()) return 'any';
  return Number('getRevision' in options ? options.getRevision() : options.getStreamPosition());
};

/** What a filter of $all lets through. */
export const filterOf = (options: ReadReq.Options): ((record: LogRecord) => boolean) => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const onStream = filter.hasStreamIdentifier();
  const expression = (onStream ? filter.getStreamIdentifier() : filter.getEventType())!;
  const [prefixes, regex] = [expression.getPrefixList(), expression.getRegex()];
  return ({ stream, type }) => {
    const name = onStream ? stream : type;
    return regex ? new RegExp(regex, 'u').test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
};

export const eventMessage = (record: LogRecord): ReadResp => {
  const position = String(record.position);
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(record.id))
    .setStreamIdentifier(identifier(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  recorded
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', String(BigInt(record.created.getTime()) * TICKS_PER_MS));
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
};
export const notFoundMessage = (stream: string): ReadResp =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)));
export const confirmationMessage = (): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('subscription'));
export const caughtUpMessage = (): ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
export const checkpointMessage = (position: number): ReadResp =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

/** The answer of the unary call; of a deleted stream it tells by an error. */
export const appendMessage = (outcome: Exclude<AppendOutcome, string>): AppendResp => {
  if ('position' in outcome) {
    const position = new AppendResp.Position()
      .setCommitPosition(String(outcome.position))
      .setPreparePosition(String(outcome.position));
    return new AppendResp().setSuccess(
      new AppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position),
    );
  }
  const wrong = new AppendResp.WrongExpectedVersion();
  if (outcome.current >= 0) wrong.setCurrentRevision(String(outcome.current));
  return new AppendResp().setWrongExpectedVersion(wrong);
};

/** The answer on the shared stream of appends. */
export const batchMessage = (correlation: UUID, stream: string, outcome: AppendOutcome): BatchAppendResp => {
  const answer = new BatchAppendResp().setCorrelationId(correlation).setStreamIdentifier(identifier(stream));
  if (outcome === 'stream deleted')
    return answer.setError(
      failure(
        'event_store.client.StreamDeleted',
        new StreamDeleted().setStreamIdentifier(identifier(stream)).serializeBinary(),
      ),
    );
  if ('position' in outcome) {
    const position = new AllStreamPosition()
      .setCommitPosition(String(outcome.position))
      .setPreparePosition(String(outcome.position));
    return answer.setSuccess(
      new BatchAppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position),
    );
  }
  const wrong = new WrongExpectedVersion();
  if (outcome.current >= 0) wrong.setCurrentStreamRevision(String(outcome.current));
  return answer.setError(failure('event_store.client.WrongExpectedVersion', wrong.serializeBinary()));
};

const failure = (type: string, bytes: Uint8Array): Status => {
  const details = new Any();
  details.pack(bytes, type);
  return new Status().setMessage(type).setDetails(details);
};

export const streamDeletedError = (stream: string): ServiceError => {
  const metadata = new Metadata();
  metadata.set('exception', 'stream-deleted');
  metadata.set('stream-name', stream);
  return Object.assign(new Error('stream deleted'), {
    code: status.FAILED_PRECONDITION,
    details: 'stream deleted',
    metadata,
  });
};
export const unavailableError = (): ServiceError =>
  Object.assign(new Error('unavailable'), {
    code: status.UNAVAILABLE,
    details: 'the server goes away',
    metadata: new Metadata(),
  });
