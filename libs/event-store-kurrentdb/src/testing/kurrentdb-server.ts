import {
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import * as serverFeatures from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb';
import {
  SupportedMethod,
  SupportedMethods,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { AppendOutcome, Expected, Proposal } from './kurrentdb-log';
import { KurrentDBLog } from './kurrentdb-log';
import {
  appendMessage,
  batchMessage,
  expectedOf,
  nameOf,
  proposalOf,
  streamDeletedError,
  unavailableError,
} from './messages';
import { answerRead, feedSubscription } from './reads';

/** What befalls one append: lost on its way, done but never answered, or done and answered by a breaking line. */
export type AppendFault = 'lost' | 'unanswered' | 'cut';
export interface ReceivedAppend {
  readonly stream: string;
  readonly expected: Expected;
  readonly ids: readonly string[];
  readonly outcome?: AppendOutcome;
}

/**
 * A small KurrentDB in this process, on a real socket, spoken to by the client's own protocol, and with faults at
 * command.
 */
export class KurrentDBServer {
  static async start({ port = 0, log = new KurrentDBLog(), batchAppend = true } = {}): Promise<KurrentDBServer> {
    const it = new KurrentDBServer(log, batchAppend);
    it.port = await new Promise<number>((resolve, reject) => {
      it.server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    return it;
  }

  port = 0;
  /** Accepts every call and answers none. */
  silent = false;
  /** Answers every call that it is unavailable. */
  unavailable = false;
  /** Decides for each append whether something befalls it. */
  fault: (stream: string, expected: Expected) => AppendFault | undefined = () => undefined;
  /** Every append as it came over the wire, repetitions included. */
  readonly received: ReceivedAppend[] = [];
  /** How many reads and subscriptions were asked for. */
  reads = 0;
  private readonly server = new Server();
  /** How many events went out to subscriptions. */
  fed = 0;
  private readonly subscriptions = new Map<ServerWritableStream<ReadReq, ReadResp>, AbortController>();

  private constructor(
    readonly log: KurrentDBLog,
    batchAppend: boolean,
  ) {
    this.server.addService(serverFeatures.ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: sendUnaryData<SupportedMethods>) => {
        if (this.silent) return;
        if (this.unavailable) return answer(unavailableError());
        const methods = batchAppend
          ? [new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName('batchappend')]
          : [];
        answer(null, new SupportedMethods().setEventStoreServerVersion('0.0.0.0').setMethodsList(methods));
      },
    });
    const unused = (_call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<never>) =>
      answer(unavailableError());
    this.server.addService(StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => this.read(call),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) =>
        this.appendAlone(call, answer),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.appendShared(call),
      delete: unused,
      tombstone: unused,
    });
  }

  /** The client waits for the discovery interval before its first read, half a second unless told. */
  get url(): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false&discoveryInterval=5`;
  }

  /** Ends the subscriptions as a server does that sheds slow or too many readers. Answers how many there were. */
  dropSubscriptions(): number {
    const dropped = [...this.subscriptions.keys()];
    for (const call of dropped) call.emit('error', unavailableError());
    return dropped.length;
  }

  /** Keeps the lines open and never says anything on them again. */
  forgetSubscriptions(): void {
    for (const leaving of this.subscriptions.values()) leaving.abort();
    this.log.wake();
  }

  /** Goes away; what it holds stays in `log`. */
  stop(): void {
    this.server.forceShutdown();
  }

  private read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    this.reads++;
    if (this.silent) return;
    if (this.unavailable) return void call.emit('error', unavailableError());
    const leaving = new AbortController();
    for (const end of ['close', 'cancelled', 'error']) {
      call.on(end, () => {
        leaving.abort();
        this.subscriptions.delete(call);
        this.log.wake();
      });
    }
    if (!call.request.getOptions()!.hasSubscription()) return void answerRead(call, this.log, leaving.signal);
    this.subscriptions.set(call, leaving);
    void feedSubscription(call, this.log, leaving.signal, () => {
      this.fed++;
    });
  }

  private appendAlone(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    const requests: AppendReq[] = [];
    call
      .on('data', (request: AppendReq) => requests.push(request))
      .on('end', () => {
        const options = requests[0].getOptions()!;
        const stream = nameOf(options.getStreamIdentifier());
        this.take(
          stream,
          expectedOf(options),
          requests.slice(1).map((request) => proposalOf(request.getProposedMessage()!)),
          {
            answer: (outcome) =>
              outcome === 'stream deleted' ? answer(streamDeletedError(stream)) : answer(null, appendMessage(outcome)),
            cut: () => answer(unavailableError()),
          },
        );
      });
  }

  private appendShared(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    const begun = new Map<string, { options: BatchAppendReq.Options; proposals: Proposal[] }>();
    call
      .on('error', () => undefined)
      .on('end', () => call.end())
      .on('data', (request: BatchAppendReq) => {
        const correlation = request.getCorrelationId()!;
        const part = begun.get(correlation.getString()) ?? { options: request.getOptions()!, proposals: [] };
        begun.set(correlation.getString(), part);
        part.proposals.push(...request.getProposedMessagesList().map(proposalOf));
        if (!request.getIsFinal()) return;
        begun.delete(correlation.getString());
        const stream = nameOf(part.options.getStreamIdentifier());
        this.take(stream, expectedOf(part.options), part.proposals, {
          answer: (outcome) => {
            call.write(batchMessage(correlation, stream, outcome));
          },
          cut: () => {
            call.emit('error', unavailableError());
          },
        });
      });
  }

  private take(
    stream: string,
    expected: Expected,
    proposals: readonly Proposal[],
    connection: { answer(outcome: AppendOutcome): void; cut(): void },
  ): void {
    const ids = proposals.map(({ id }) => id);
    const fault = this.fault(stream, expected);
    if (this.silent || fault === 'lost') return void this.received.push({ stream, expected, ids });
    if (this.unavailable) {
      this.received.push({ stream, expected, ids });
      return connection.cut();
    }
    const outcome = this.log.append(stream, expected, proposals);
    this.received.push({ stream, expected, ids, outcome });
    if (fault === 'cut') connection.cut();
    else if (fault !== 'unanswered') connection.answer(outcome);
  }
}
