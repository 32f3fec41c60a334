import type { Category } from '@minsheng/contracts';
import { Refusal } from '@minsheng/domain';
import {
  GroupRepeatedInPart,
  WrongRevision,
  type Append,
  type AppendReceipt,
  type EventStore,
  type NewEvent,
} from '@minsheng/event-store';
import type { CommandIn } from './decision';
import { derivedId } from './derived-id';
import type { Envelope, Receipt } from './envelope';
import type { StreamState, StreamStateCache } from './stream-state-cache';

/** Attempts before a conflict is handed back: the first and three retries. */
const ATTEMPTS = 4;

/** A command to one stream, to be taken together with others or not at all. */
export type BatchCommand = {
  readonly [C in Category]: { readonly category: C; readonly id: string; readonly command: CommandIn<C> };
}[Category];
/** What each came to. */
export interface BatchReceipt extends Receipt {
  /** Events recorded by this request: 0 where there was nothing to do, or where it was done before. */ readonly events: number;
}

/** Some of the commands were refused, so that none was taken. */
export class BatchRefused extends Error {
  constructor(
    readonly refusals: readonly { /** Place among the orders. */ readonly index: number; readonly refusal: Refusal }[],
  ) {
    super(`${refusals.length} of the commands were refused: ${refusals[0].refusal.code}`);
  }
}
type Signed = Omit<Envelope, 'expectedVersion'>;
/** What the processor does with any command. */
interface DecisionPorts {
  load(category: Category, id: string): Promise<StreamState>;
  decide(command: BatchCommand, state: unknown, envelope: Signed, idsFrom: string): NewEvent[];
  evolved(category: Category, state: unknown, written: readonly NewEvent[]): unknown;
}
/** An order, the picture it was decided on, and what it came to. */
interface Decision {
  readonly command: BatchCommand;
  readonly stream: string;
  readonly before: StreamState;
  readonly written: readonly NewEvent[];
  readonly refusal?: Refusal;
}

const streamOf = ({ category, id }: BatchCommand): string => `${category}-${id}`;
/** A key of each stream's own, made from the command's: ids of events and keys of the log are never the same twice. */
const keyOn = (stream: string, { commandId }: Signed): string => derivedId(stream, commandId);
const receiptAt = ({ id }: BatchCommand, version: number, position: bigint, events: number): BatchReceipt => ({
  id,
  streamVersion: version,
  position: position.toString(),
  events,
});

/**
 * Several commands decided on what the log holds and appended as one group. The first member carries the command's own
 * key, so that this
 * key is never taken for another request; each other one carries a key made from it and its stream, and all say whether
 * they came before.
 */
export class MultiStreamCommand {
  constructor(
    private readonly store: EventStore,
    private readonly known: StreamStateCache,
    private readonly ports: DecisionPorts,
  ) {}

  async execute(commands: readonly BatchCommand[], envelope: Signed): Promise<BatchReceipt[]> {
    if (new Set(commands.map(streamOf)).size < commands.length)
      throw new RangeError('Commands decided together are each on a stream of their own');
    for (let attempt = 1; ; attempt += 1) {
      const decisions = await Promise.all(commands.map((command) => this.decision(command, envelope)));
      const refusals = decisions.flatMap(({ refusal }, index) => (refusal ? [{ index, refusal }] : []));
      const nothingToDo = decisions.every(({ written }) => written.length === 0);
      if (refusals.length > 0 || nothingToDo) {
        const earlier = await this.earlier(commands, envelope);
        if (earlier) return earlier;
        if (refusals.length > 0) throw new BatchRefused(refusals);
        return decisions.map(({ command: order, before }) => receiptAt(order, before.version, before.position, 0));
      }
      try {
        return await this.append(decisions, envelope);
      } catch (error) {
        for (const { stream } of decisions) this.known.forget(stream);
        const earlier = error instanceof GroupRepeatedInPart ? await this.earlier(commands, envelope) : undefined;
        if (earlier) return earlier;
        if (!(error instanceof WrongRevision) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async decision(command: BatchCommand, envelope: Signed): Promise<Decision> {
    const stream = streamOf(command);
    const before = await this.ports.load(command.category, command.id);
    try {
      return {
        command,
        stream,
        before,
        written: this.ports.decide(command, before.state, envelope, keyOn(stream, envelope)),
      };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { command, stream, before, written: [], refusal };
    }
  }

  private async append(decisions: readonly Decision[], envelope: Signed): Promise<BatchReceipt[]> {
    const writing = decisions.filter(({ written }) => written.length > 0);
    const { commandId, fingerprint } = envelope;
    const members = writing.map(({ stream, before, written }, place): Append => ({
      stream,
      expected: before.version === 0 ? 'no stream' : before.version - 1,
      events: written,
      command: { key: place === 0 ? commandId : keyOn(stream, envelope), fingerprint },
    }));
    const receipts = await this.store.appendGroup(members);
    const byStream = new Map(receipts.map((receipt, place) => [writing[place].stream, receipt]));
    return decisions.map((decision) => this.taken(decision, byStream.get(decision.stream)));
  }

  private taken(
    { command: order, stream, before, written }: Decision,
    receipt: AppendReceipt | undefined,
  ): BatchReceipt {
    if (!receipt) return receiptAt(order, before.version, before.position, 0);
    if (receipt.repeated) this.known.forget(stream);
    else
      this.known.keep(stream, {
        state: this.ports.evolved(order.category, before.state, written),
        version: receipt.revision + 1,
        position: receipt.position,
      });
    return receiptAt(order, receipt.revision + 1, receipt.position, receipt.repeated ? 0 : written.length);
  }

  /**
   * The receipts of the same request before; of what it left as it was, where that stands now. @throws CommandKeyReused
   */
  private async earlier(commands: readonly BatchCommand[], envelope: Signed): Promise<BatchReceipt[] | undefined> {
    const { commandId, fingerprint } = envelope;
    const first = await this.store.receiptOf({ key: commandId, fingerprint });
    return (
      first &&
      Promise.all(
        commands.map(async (command) => {
          const stream = streamOf(command);
          const receipt =
            first.stream === stream ? first : await this.store.receiptOf({ key: keyOn(stream, envelope), fingerprint });
          if (receipt) return receiptAt(command, receipt.revision + 1, receipt.position, 0);
          const { version, position } = await this.ports.load(command.category, command.id);
          return receiptAt(command, version, position, 0);
        }),
      )
    );
  }
}
