import type { Category } from '@minsheng/contracts';
import { Refusal, type WorkingCalendar } from '@minsheng/domain';
import {
  GroupRepeatedInPart,
  WrongRevision,
  type Append,
  type AppendReceipt,
  type EventStore,
  type NewEvent,
} from '@minsheng/event-store';
import type { AdoptedCalendar } from './adopted-calendar';
import { ATTEMPTS, expectedAt, receiptFrom } from './appending';
import { decide, evolve, type CommandIn } from './decision';
import { derivedId } from './derived-id';
import { StaleVersion, type Envelope, type Receipt } from './envelope';
import type { StreamState } from './stream-state-cache';
import { streamOf, type StreamStates } from './stream-states';

/** A command to one stream, to be taken together with others or not at all. */
export type BatchCommand = {
  readonly [C in Category]: {
    readonly category: C;
    readonly id: string;
    readonly command: CommandIn<C>;
    /** From If-Match: the version of this stream that the client saw. */
    readonly expectedVersion?: number;
  };
}[Category];
/** What each command came to. */
export interface BatchReceipt extends Receipt {
  /** Events recorded by this request: 0 where there was nothing to do, or where it was done before. */
  readonly events: number;
}

/** Some of the commands were refused, so that none was taken. */
export class BatchRefused extends Error {
  constructor(
    readonly refusals: readonly {
      /** Place among the commands. */ readonly index: number;
      readonly refusal: Refusal;
    }[],
  ) {
    super(`${refusals.length} of the commands were refused: ${refusals[0].refusal.code}`);
  }
}

type BatchEnvelope = Omit<Envelope, 'expectedVersion'>;
/** A command, the state it was decided on, and what it came to. */
interface Decision {
  readonly member: BatchCommand;
  readonly stream: string;
  readonly before: StreamState;
  readonly written: readonly NewEvent[];
  readonly refusal?: Refusal;
  readonly stale?: StaleVersion;
}

/** A key of each stream's own, made from the command's: ids of events and keys of the log are never the same twice. */
const keyOn = (stream: string, { commandId }: BatchEnvelope): string => derivedId(stream, commandId);

/**
 * Several commands decided on what the log holds and appended as one group. The first member carries the command's own
 * key, so that this key is never taken for another request; each other one carries a key made from it and its stream,
 * and all say whether they came before.
 */
export class MultiStreamCommand {
  constructor(
    private readonly store: EventStore,
    private readonly streams: StreamStates,
    private readonly calendar: AdoptedCalendar,
  ) {}

  async execute(commands: readonly BatchCommand[], envelope: BatchEnvelope): Promise<BatchReceipt[]> {
    if (new Set(commands.map(({ category, id }) => streamOf(category, id))).size < commands.length)
      throw new RangeError('Commands decided together are each on a stream of their own');
    const calendar = await this.calendar.current();
    for (let attempt = 1; ; attempt += 1) {
      const decisions = await Promise.all(commands.map((member) => this.decision(member, envelope, calendar)));
      const refusals = decisions.flatMap(({ refusal }, index) => (refusal ? [{ index, refusal }] : []));
      const stale = decisions.find((decision) => decision.stale)?.stale;
      if (stale || refusals.length > 0 || decisions.every(({ written }) => written.length === 0)) {
        const earlier = await this.earlier(commands, envelope);
        if (earlier) return earlier;
        if (stale) throw stale;
        if (refusals.length > 0) throw new BatchRefused(refusals);
        return decisions.map(({ member, before }) => receiptAt(member, before));
      }
      try {
        return await this.append(decisions, envelope);
      } catch (error) {
        for (const { stream } of decisions) this.streams.forget(stream);
        const earlier = error instanceof GroupRepeatedInPart ? await this.earlier(commands, envelope) : undefined;
        if (earlier) return earlier;
        if (!(error instanceof WrongRevision) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async decision(member: BatchCommand, envelope: BatchEnvelope, calendar: WorkingCalendar): Promise<Decision> {
    const { category, id, command, expectedVersion } = member;
    const stream = streamOf(category, id);
    const before = await this.streams.load(category, id);
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      return { member, stream, before, written: [], stale: new StaleVersion(expectedVersion, before.version) };
    const request = { category, decideAs: id, command, envelope };
    try {
      return { member, stream, before, written: decide(request, before.state, calendar, keyOn(stream, envelope)) };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { member, stream, before, written: [], refusal };
    }
  }

  private async append(decisions: readonly Decision[], envelope: BatchEnvelope): Promise<BatchReceipt[]> {
    const writing = decisions.filter(({ written }) => written.length > 0);
    const { commandId, fingerprint } = envelope;
    const members = writing.map(({ stream, before, written }, place): Append => ({
      stream,
      expected: expectedAt(before.version),
      events: written,
      command: { key: place === 0 ? commandId : keyOn(stream, envelope), fingerprint },
    }));
    const receipts = await this.store.appendGroup(members);
    const byStream = new Map(receipts.map((receipt, place) => [writing[place].stream, receipt]));
    return decisions.map((decision) => this.taken(decision, byStream.get(decision.stream)));
  }

  private taken({ member, stream, before, written }: Decision, receipt: AppendReceipt | undefined): BatchReceipt {
    if (!receipt) return receiptAt(member, before);
    if (receipt.repeated) {
      this.streams.forget(stream);
      return { ...receiptFrom(member.id, receipt), events: 0 };
    }
    this.streams.keep(stream, {
      state: evolve(member.category, before.state, written),
      version: receipt.revision + 1,
      position: receipt.position,
    });
    return { ...receiptFrom(member.id, receipt), events: written.length };
  }

  /**
   * The receipts of the same request before; of what it left as it was, where that stands now. @throws CommandKeyReused
   */
  private async earlier(
    commands: readonly BatchCommand[],
    envelope: BatchEnvelope,
  ): Promise<BatchReceipt[] | undefined> {
    const { commandId, fingerprint } = envelope;
    const first = await this.store.receiptOf({ key: commandId, fingerprint });
    if (!first) return undefined;
    return Promise.all(
      commands.map(async (member) => {
        const stream = streamOf(member.category, member.id);
        const receipt =
          first.stream === stream ? first : await this.store.receiptOf({ key: keyOn(stream, envelope), fingerprint });
        if (receipt) return { ...receiptFrom(member.id, receipt), events: 0 };
        return receiptAt(member, await this.streams.load(member.category, member.id));
      }),
    );
  }
}

/** Of a command that changed nothing: where its stream stands. */
const receiptAt = ({ id }: BatchCommand, { version, position }: StreamState): BatchReceipt => ({
  id,
  streamVersion: version,
  position: position.toString(),
  events: 0,
});
