import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { ReadReq, type ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { KurrentDBLog, LogRecord } from './kurrentdb-log';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  filterOf,
  nameOf,
  notFoundMessage,
  streamDeletedError,
} from './messages';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
const CHECKPOINT_EVERY = 32;

/** Answers a read of a stream or of $all. */
export async function answerRead(call: ReadCall, log: KurrentDBLog, gone: AbortSignal): Promise<void> {
  const options = call.request.getOptions()!;
  if (options.hasAll()) await send(call, pageOfAll(options, log), gone);
  else {
    const stream = nameOf(options.getStream()!.getStreamIdentifier());
    const records = log.read(stream);
    if (records === 'stream deleted') return void call.emit('error', streamDeletedError(stream));
    if (records === 'stream not found') call.write(notFoundMessage(stream));
    else await send(call, pageOfStream(options, records), gone);
  }
  call.end();
}

const isBackwards = (options: ReadReq.Options) =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

/** Forwards from a position on, backwards from before it: as the server has it. */
function pageOfAll(options: ReadReq.Options, log: KurrentDBLog): LogRecord[] {
  const all = options.getAll()!;
  const from = all.hasPosition() ? Number(all.getPosition()!.getCommitPosition()) : undefined;
  const isAllowed = filterOf(options);
  const backwards = isBackwards(options);
  const wanted = log.all.filter(
    (record) =>
      isAllowed(record) && (from === undefined || (backwards ? record.position < from : record.position >= from)),
  );
  return (backwards ? wanted.reverse() : wanted).slice(0, Number(options.getCount()));
}

function pageOfStream(options: ReadReq.Options, records: readonly LogRecord[]): LogRecord[] {
  const stream = options.getStream()!;
  const from = stream.hasRevision() ? Number(stream.getRevision()) : undefined;
  const backwards = isBackwards(options);
  const wanted = records.filter(
    ({ revision }) => from === undefined || (backwards ? revision <= from : revision >= from),
  );
  return (backwards ? wanted.reverse() : wanted).slice(0, Number(options.getCount()));
}

/**
 * Feeds a subscription to $all from after a position on, until the caller leaves; tells of each event that goes out.
 */
export async function feedSubscription(
  call: ReadCall,
  log: KurrentDBLog,
  gone: AbortSignal,
  fed: () => void,
): Promise<void> {
  const options = call.request.getOptions()!;
  const all = options.getAll()!;
  const after = all.hasPosition() ? Number(all.getPosition()!.getCommitPosition()) : -1;
  const isAllowed = filterOf(options);
  let next = all.hasEnd() ? log.all.length : log.all.findIndex(({ position }) => position > after);
  if (next === -1) next = log.all.length;
  call.write(confirmationMessage());
  let caughtUp = false;
  let passed = 0;
  while (!gone.aborted) {
    for (; next < log.all.length && !gone.aborted; next++) {
      const record = log.all[next];
      if (isAllowed(record)) {
        fed();
        await send(call, [record], gone);
      } else if (++passed % CHECKPOINT_EVERY === 0) call.write(checkpointMessage(record.position));
    }
    if (!caughtUp) call.write(caughtUpMessage());
    caughtUp = true;
    await log.grown();
  }
}

/** Waits when the line is full, as the server does. */
async function send(call: ReadCall, records: readonly LogRecord[], gone: AbortSignal): Promise<void> {
  for (const record of records) {
    if (gone.aborted) return;
    if (call.write(eventMessage(record))) continue;
    await once(call, 'drain', { signal: gone }).catch(() => undefined);
  }
}
