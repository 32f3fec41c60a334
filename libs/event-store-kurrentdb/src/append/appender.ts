import { setTimeout as pause } from 'node:timers/promises';
import {
  CommandKeyReused,
  EventStoreBusy,
  GroupRepeatedInPart,
  isMet,
  lastRevision,
  WrongRevision,
  type Append,
  type AppendReceipt,
  type CommandKey,
  type NewEvent,
} from '@minsheng/event-store';
import { sealed, type FoundEvent } from '../envelope';
import type { LogReader } from '../log-reader';
import { streamOfCommand } from '../names';
import type { CommandLedger, Standing } from './command-ledger';
import type { ExactAppend } from './exact-append';
import { Turns } from './turns';

/** So often somebody else may be faster before the log counts as too busy. */
const ROUNDS = 30;
const BUSY_RETRY_SECONDS = 1;

/** Appends to one stream, alone or as a group; turns what the writers expect into the exact revision that travels. */
export class Appender {
  private readonly turns = new Turns();

  constructor(
    private readonly log: LogReader,
    private readonly exact: ExactAppend,
    private readonly commands: CommandLedger,
  ) {}

  /** Members of one stream, as one append. One receipt for each. */
  append(members: readonly Append[]): Promise<AppendReceipt[]> {
    const keys = members.flatMap(({ command }) => (command ? [command] : []));
    return this.turns.take([members[0].stream, ...keys.map(({ key }) => streamOfCommand(key))], async () => {
      for (let round = 1; round <= ROUNDS; round++) {
        const receipts = await this.tried(members, keys);
        if (receipts) return receipts;
        await pause(Math.random() * 5 * round); // so that two processes do not meet again and again
      }
      throw new EventStoreBusy(BUSY_RETRY_SECONDS);
    });
  }

  /** Resolves when every append that was taken has its outcome. */
  idle(): Promise<void> {
    return this.turns.idle();
  }

  /** One round; nothing when somebody else was faster. */
  private async tried(members: readonly Append[], keys: readonly CommandKey[]): Promise<AppendReceipt[] | undefined> {
    const { stream } = members[0];
    const [standings, last, newest] = await Promise.all([
      Promise.all(keys.map(({ key }) => this.commands.settled(key))),
      this.log.lastRevision(stream),
      this.log.newest(),
    ]);
    const earlier = keys.map((command, n) => receiptOf(command, standings[n]));
    if (earlier.some(Boolean)) return asRepeated(earlier, members);
    const repeated = await this.repeatedOrMet(members, last);
    if (repeated) return [repeated];

    const events = members.flatMap((member) =>
      member.events.map((event) => sealed(event, member.command?.key, newest?.recordedAt)),
    );
    const claims = keys.map((command, n) => ({ ...command, last: standings[n].last }));
    if (claims.length > 0 && !(await this.commands.attempt(claims, stream, last, events))) return undefined;
    if (!(await this.exact.at(stream, last, events))) return undefined;
    return receiptsOf(members, await this.log.read(stream, last + 1, events.length));
  }

  /**
   * The receipt of events that are already where they are expected to go. @throws WrongRevision when other ones are, or
   * too few
   */
  private async repeatedOrMet(members: readonly Append[], last: number): Promise<AppendReceipt | undefined> {
    let revision = last;
    for (const { stream, expected, events } of members) {
      if (!isMet(expected, revision)) {
        const before = lastRevision(expected);
        const there =
          before === undefined || members.length > 1 ? [] : await this.log.read(stream, before + 1, events.length);
        if (!areThere(events, there)) throw new WrongRevision(stream, expected, revision);
        return { ...placeOf(there[events.length - 1]), repeated: true };
      }
      revision += events.length;
    }
    return undefined;
  }
}

/** What the key brought about before. @throws CommandKeyReused when that was another request */
export const receiptOf = ({ key, fingerprint }: CommandKey, { effect }: Standing): AppendReceipt | undefined => {
  if (effect && effect.fingerprint !== fingerprint) throw new CommandKeyReused(key);
  return effect?.receipt;
};

const asRepeated = (earlier: readonly (AppendReceipt | undefined)[], members: readonly Append[]): AppendReceipt[] => {
  const receipts = earlier.filter((receipt) => receipt !== undefined);
  if (receipts.length < members.length) throw new GroupRepeatedInPart();
  return receipts;
};

const receiptsOf = (members: readonly Append[], there: readonly FoundEvent[]): AppendReceipt[] => {
  let count = 0;
  return members.map(({ events }) => {
    count += events.length;
    return { ...placeOf(there[count - 1]), repeated: false };
  });
};

const areThere = (events: readonly NewEvent[], there: readonly FoundEvent[]): boolean =>
  events.every(({ id }, n) => there[n]?.id === id);
const placeOf = ({ stream, revision, position }: FoundEvent) => ({ stream, revision, position });
