import { randomUUID } from 'node:crypto';
import { binaryEvent, type BinaryEventType, type ResolvedEvent } from '@kurrent/kurrentdb-client';
import type { AppendReceipt, CommandKey } from '@minsheng/event-store';
import { resealed, type Sealed } from '../envelope';
import type { LogReader } from '../log-reader';
import { streamOfCommand } from '../names';
import type { ExactAppend } from './exact-append';

/** A note in the stream of a command key: with it went out, or was to go out, an append. */
interface Attempt {
  readonly fingerprint: string;
  /** Where the events belong: `count` of them right behind revision `after`. */
  readonly stream: string;
  readonly after: number;
  readonly count: number;
  /**
   * Where the plan stands: the events and behind them the note `note`, right behind revision `after` of this key's
   * stream.
   */
  readonly plan: { readonly key: string; readonly after: number; readonly note: string };
}

/**
 * What is known of a command key: the last revision of its stream, -1 when it is unused, and the effect it had, if any.
 */
export interface Standing {
  readonly last: number;
  readonly effect?: { readonly fingerprint: string; readonly receipt: AppendReceipt };
}
export type Claim = CommandKey & Pick<Standing, 'last'>;

const ATTEMPTED = 'CommandAttempted';
const ABANDONED = 'PlanAbandoned';

/**
 * Command keys, idempotent across streams, on a server that knows no unique constraint and no transaction over two
 * streams.
 *
 * Each key has a stream of notes. Before the events are appended, a *plan* is written there: the events themselves, and
 * a note that says to which stream they belong, right behind which revision. Both writes carry an exact expectation.
 * Whether the command took effect is read from the stream of the events, which carry the key; the plan only says where
 * to look.
 *
 * 1. A plan names a revision at which the stream was seen. Streams only grow, so the one place behind that revision is
 *    taken once: by these events, or by others, and then the plan is dead for ever.
 * 2. Whoever finds a plan whose place is empty does not guess what became of its writer (crashed, slow, on its way): he
 *    carries the plan out himself, with the same ids at the same place, and so brings it to one of the two ends of rule
 *    1.
 * 3. The next attempt of a key is noted only after the last one is dead, right behind its note. Of two that try, one is
 *    refused and looks again. So at most one plan of a key can still take effect, and none after another did.
 *
 * A refused append leaves no plan, or a dead one: the key is free, for any stream and any fingerprint. A crash between
 * plan and append leaves a plan that the next one to ask for the key brings to its end; asking for the receipt alone
 * changes nothing.
 *
 * A group has one plan, in the stream of its first key. Its other keys are noted before and point to it; a pointer
 * without a plan is no attempt yet. Who needs its key writes "abandoned" to the very place where the plan would have to
 * stand: one of the two comes first.
 */
export class CommandLedger {
  constructor(
    private readonly log: LogReader,
    private readonly append: ExactAppend,
  ) {}

  /** What became of the key's last attempt; an open one is brought to its end first. */
  async settled(key: string): Promise<Standing> {
    return this.standing(key, true);
  }

  /** What became of it so far. */
  async known(key: string): Promise<Standing> {
    return this.standing(key, false);
  }

  /**
   * Notes for all keys that the events go to the stream, right behind revision `after`, at which it was seen.
   * @returns false when somebody else was faster with one of the keys: nothing may be appended then
   */
  async attempt(claims: readonly Claim[], stream: string, after: number, events: readonly Sealed[]): Promise<boolean> {
    const [first, ...others] = claims;
    const plan = { key: first.key, after: first.last, note: randomUUID() };
    const noteFor = ({ fingerprint }: Claim, id: string) =>
      note(ATTEMPTED, { fingerprint, stream, after, count: events.length, plan }, id);
    const joined = await Promise.all(
      others.map((claim) => this.append.at(streamOfCommand(claim.key), claim.last, [noteFor(claim, randomUUID())])),
    );
    return (
      joined.every(Boolean) &&
      this.append.at(streamOfCommand(first.key), first.last, [...events, noteFor(first, plan.note)])
    );
  }

  private async standing(key: string, helping: boolean): Promise<Standing> {
    const newest = await this.log.last(streamOfCommand(key));
    if (!newest?.event) return { last: -1 };
    const last = Number(newest.event.revision);
    if (newest.event.type === ABANDONED) return { last };
    const attempt = JSON.parse(Buffer.from(newest.event.data).toString('utf8')) as Attempt;
    const plan = newest.event.id === attempt.plan.note ? true : await this.isPlanned(attempt, helping);
    if (!plan) return { last };

    let there = await this.log.read(attempt.stream, attempt.after + 1, attempt.count);
    if (there.length === 0 && helping) {
      await this.carryOut(attempt);
      there = await this.log.read(attempt.stream, attempt.after + 1, attempt.count);
    }
    const mine = there.filter(({ command }) => command === key).at(-1);
    if (!mine) return { last };
    const { stream, revision, position } = mine;
    return {
      last,
      effect: { fingerprint: attempt.fingerprint, receipt: { stream, revision, position, repeated: true } },
    };
  }

  private async carryOut(attempt: Attempt): Promise<void> {
    const events = (await this.planOf(attempt)).slice(0, attempt.count).map(resealed);
    await this.append.at(attempt.stream, attempt.after, events);
  }

  /** Whether the plan that a note of a group points to was made; one that was not, never will be after `helping`. */
  private async isPlanned(attempt: Attempt, helping: boolean): Promise<boolean> {
    const { key, after, note: id } = attempt.plan;
    if (helping) await this.append.at(streamOfCommand(key), after, [note(ABANDONED, {}, randomUUID())]);
    return (await this.planOf(attempt))[attempt.count]?.event?.id === id;
  }

  private planOf({ plan, count }: Attempt): Promise<ResolvedEvent<BinaryEventType>[]> {
    return this.log.readRaw(streamOfCommand(plan.key), plan.after + 1, count + 1);
  }
}

const note = (type: string, data: Attempt | Record<string, never>, id: string): Sealed =>
  binaryEvent({ id, type, data: Buffer.from(JSON.stringify(data)) });
