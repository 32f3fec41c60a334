import type { Category } from '@minsheng/contracts';
import type { WorkingCalendar } from '@minsheng/domain';
import {
  CommandKeyReused,
  GroupRepeatedInPart,
  WrongRevision,
  type AppendReceipt,
  type EventStore,
} from '@minsheng/event-store';
import { AdoptedCalendar } from './adopted-calendar';
import { ATTEMPTS, receiptFrom } from './appending';
import { decideBatch, type CommandBatch, type Member, type Unwritten } from './command-batch';
import type { CommandIn, StateIn } from './decision';
import type { Envelope, Receipt } from './envelope';
import { MultiStreamCommand, type BatchCommand, type BatchReceipt } from './multi-stream-command';
import { PendingCommand } from './pending-command';
import type { StreamState } from './stream-state-cache';
import { StreamQueues } from './stream-queues';
import { StreamStates, streamOf } from './stream-states';

/**
 * Decide, append: the one way into the log, for the api's handlers and the projector's policies alike. Commands queue
 * by stream; those that wait are decided together and appended as one group, and a single command is a batch of one.
 */
export class CommandProcessor {
  private readonly streams: StreamStates;
  private readonly calendar: AdoptedCalendar;
  private readonly queues = new StreamQueues<PendingCommand>((stream, commands) => this.settle(stream, commands));
  private readonly multiStream: MultiStreamCommand;

  constructor(private readonly store: EventStore) {
    this.streams = new StreamStates(store);
    this.calendar = new AdoptedCalendar(this.streams);
    this.multiStream = new MultiStreamCommand(store, this.streams, this.calendar);
  }

  /** The state of a stream now. `version` is its number of events. @throws StreamUnreadable */
  load<C extends Category>(category: C, id: string): Promise<{ state: StateIn<C>; version: number; position: bigint }> {
    return this.streams.load(category, id) as Promise<StreamState & { readonly state: StateIn<C> }>;
  }

  /**
   * The original receipt of a command that took effect before; for a handler that could refuse, or store, something of
   * its own before it executes the command. @throws CommandKeyReused
   */
  async earlier(id: string, { commandId: key, fingerprint }: Envelope): Promise<Receipt | undefined> {
    const receipt = await this.store.receiptOf({ key, fingerprint });
    return receipt && receiptFrom(id, receipt);
  }

  /**
   * Decides a command on its stream. `decideAs` is the id the decider sees where the stream's name holds more than that
   * (ratings). A repeat with the same command id answers the original receipt, also when the domain would refuse it
   * today. An adopted notice on holidays is in force for the next command.
   * @throws Refusal, StaleVersion, StreamUnreadable, CommandKeyReused, WrongRevision, EventStoreBusy,
   * EventStoreUnavailable
   */
  async execute<C extends Category>(
    category: C,
    id: string,
    command: CommandIn<C>,
    envelope: Envelope,
    decideAs: string = id,
  ): Promise<Receipt> {
    const pending = new PendingCommand({ category, id, decideAs, command, envelope });
    this.queues.add(streamOf(category, id), pending);
    const receipt = await pending.receipt;
    if (category === 'calendar') await this.readNotices();
    return receipt;
  }

  /**
   * Decides several commands, each on its own stream, and appends them as one group: all of them or none. Every refusal
   * is collected. A repeat with the same command id answers the original receipts.
   * @throws BatchRefused, StaleVersion, StreamUnreadable, AppendTooLarge, GroupAcrossStreams, CommandKeyReused,
   * WrongRevision, EventStoreBusy, EventStoreUnavailable
   */
  executeAtomically(
    commands: readonly BatchCommand[],
    envelope: Omit<Envelope, 'expectedVersion'>,
  ): Promise<BatchReceipt[]> {
    return this.multiStream.execute(commands, envelope);
  }

  /** Working days by the notices that commands are decided by now. @throws EventStoreUnavailable */
  workingCalendar(): Promise<WorkingCalendar> {
    return this.calendar.current();
  }

  /**
   * Looks for notices on holidays that others adopted: working days are counted by them from here on.
   * @throws EventStoreUnavailable
   */
  async readNotices(): Promise<void> {
    await this.calendar.read();
  }

  /** Settles commands of one stream; answers those that are to be decided with the next batch. */
  private async settle(stream: string, commands: readonly PendingCommand[]): Promise<readonly PendingCommand[]> {
    try {
      await this.decideAndAppend(stream, commands);
    } catch (error) {
      for (const command of pendingOf(commands)) command.reject(error); // the log cannot be read
    }
    return pendingOf(commands);
  }

  private async decideAndAppend(stream: string, commands: readonly PendingCommand[]): Promise<void> {
    const [{ category, id }] = commands;
    const calendar = await this.calendar.current();
    for (let attempt = 1; ; attempt += 1) {
      const batch = await this.decided(stream, commands, calendar);
      try {
        return await this.append(stream, batch);
      } catch (error) {
        if (!(error instanceof WrongRevision) || attempt === ATTEMPTS)
          return batch.members.forEach(({ command }) => command.reject(error));
        await this.streams.reload(category, id);
      }
    }
  }

  /**
   * Decides on what is remembered of the stream. Where that comes to no event, no append would show that it is out of
   * date: then on what the log holds.
   */
  private async decided(
    stream: string,
    commands: readonly PendingCommand[],
    calendar: WorkingCalendar,
  ): Promise<CommandBatch> {
    const [{ category, id }] = commands;
    const batch = decideBatch(stream, pendingOf(commands), this.streams.remembered(category, id), calendar);
    if (batch.members.length > 0) return batch;
    return decideBatch(stream, pendingOf(commands), await this.streams.load(category, id), calendar);
  }

  /**
   * Appends the members as one group: all or none, so that no command rests on one that was not taken. Once they are in
   * the log, what was decided with them holds as well.
   */
  private async append(stream: string, { members, unwritten, after }: CommandBatch): Promise<void> {
    let receipts: AppendReceipt[] = [];
    if (members.length > 0) {
      try {
        receipts = await this.store.appendGroup(members.map(({ append }) => append));
      } catch (error) {
        if (error instanceof CommandKeyReused || error instanceof GroupRepeatedInPart)
          return this.settleRepeats(stream, members, error);
        throw error;
      }
      members.forEach(({ command }, place) => command.resolve(receiptFrom(command.id, receipts[place])));
      if (receipts.some(({ repeated }) => repeated)) return this.streams.forget(stream);
    }
    const now = { ...after, position: receipts.at(-1)?.position ?? after.position };
    this.streams.keep(stream, now);
    await Promise.all(unwritten.map((entry) => this.settleUnwritten(entry, now)));
  }

  /** Nothing was written: those that took effect before are settled, the others are decided with the next batch. */
  private async settleRepeats(stream: string, members: readonly Member[], error: unknown): Promise<void> {
    this.streams.forget(stream);
    await Promise.all(
      members.map(({ command }) =>
        this.earlier(command.id, command.envelope).then(
          (receipt) => receipt && command.resolve(receipt),
          (reused: unknown) => command.reject(reused),
        ),
      ),
    );
    const pending = pendingOf(members.map(({ command }) => command));
    if (pending.length === members.length) for (const command of pending) command.reject(error);
  }

  private async settleUnwritten({ command, refusal }: Unwritten, { version, position }: StreamState): Promise<void> {
    const { id, envelope } = command;
    try {
      const earlier = await this.earlier(id, envelope);
      if (earlier) command.resolve(earlier);
      else if (refusal) command.reject(refusal);
      else command.resolve({ id, streamVersion: version, position: position.toString() });
    } catch (error) {
      command.reject(error);
    }
  }
}

const pendingOf = (commands: readonly PendingCommand[]): readonly PendingCommand[] =>
  commands.filter(({ isSettled }) => !isSettled);
