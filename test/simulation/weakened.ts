import type { Append, AppendReceipt, Expected, NewEvent, ReadAllOptions, RecordedEvent } from '@minsheng/event-store';
import type { Process } from './clock/process';
import { kept, type Promises } from './simulate';
import { Durable, type Heal } from './world/durable';

/** A table's rows are there before its checkpoint is: a crash falls between. */
class TornWrites extends Durable {
  override async writeAndMove(
    rows: Parameters<Durable['writeAndMove']>[0],
    move: Parameters<Durable['writeAndMove']>[1],
    by: Process,
  ): Promise<boolean> {
    if (!this.mayMove(move.name, move.epoch, move.from)) return false;
    this.write(move.name, rows);
    await by.after(400, `writes the checkpoint of ${move.name} behind its rows`);
    return super.writeAndMove(new Map(), move, by);
  }
}

/** Whoever writes is believed, whatever happened since it took the checkpoint. */
class Unfenced extends Durable {
  protected override mayMove(): boolean {
    return true;
  }
}

class ForgottenKeys extends Durable {
  override append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendReceipt> {
    return super.append(stream, expected, events);
  }
  override appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    return super.appendGroup(members.map(({ stream, expected, events }) => ({ stream, expected, events })));
  }
}

/** What rests on events under way is taken behind whatever is there. */
class AnyEnd extends Durable {
  override appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    const rests = typeof members[0].expected === 'object';
    return super.appendGroup(rests ? members.map((member) => ({ ...member, expected: 'any' })) : members);
  }
}

/**
 * Each seventh position is given away at once and seen only later, as a sequence and a slow transaction would have it.
 */
class LateCommits extends Durable {
  override async readAll(after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]> {
    const events = await super.readAll(after, options);
    return events.filter(
      ({ position, recordedAt }) => position % 7n !== 0n || recordedAt.getTime() + 500 < this.scheduler.now,
    );
  }
}

/** Each twentieth append is acknowledged, and is not there. */
class LostAppends extends Durable {
  private appends = 0;
  override async append(...[stream, expected, events, command]: Parameters<Durable['append']>): Promise<AppendReceipt> {
    this.appends += 1;
    if (this.appends % 20 > 0) return super.append(stream, expected, events, command);
    const past = await this.log.read(stream);
    return {
      stream,
      revision: past.length + events.length - 1,
      position: this.head + BigInt(events.length),
      repeated: false,
    };
  }
}

/** Each twentieth append takes effect and is never answered, by nothing, not even an error. */
class SilentAppends extends Durable {
  private appends = 0;
  override async append(...order: Parameters<Durable['append']>): Promise<AppendReceipt> {
    const receipt = await super.append(...order);
    this.appends += 1;
    return this.appends % 20 > 0 ? receipt : new Promise<never>(() => undefined);
  }
}

/** What cannot be applied is passed over, and nobody writes it down. */
class Unmarked extends Durable {
  protected override mark(): void {
    // nothing
  }
}

/** A retry takes the marks away, and that is all. */
class ForgottenMarks extends Durable {
  override async heal(name: string, heal: Heal): Promise<void> {
    await super.heal(name, async (waiting, until) => {
      await heal(waiting, until);
      return { rows: new Map(), still: [] };
    });
  }
}

/** A promise that is taken away, and what the oracle says of it. */
export interface Weakness {
  readonly promises: Promises;
  /** How its findings begin, at least one of them. */ readonly found: RegExp;
}

/** Every promise that the invariants rest on, taken away one at a time. */
export const weakened: Readonly<Record<string, Weakness>> = {
  'rows and checkpoint are written in two steps': { promises: { ...kept, durable: TornWrites }, found: /^differing/ },
  'a checkpoint moves without epoch and without comparing': {
    promises: { ...kept, durable: Unfenced },
    found: /^(differing|\w+ stepped wrongly)/,
  },
  'command keys are forgotten': { promises: { ...kept, durable: ForgottenKeys }, found: /^(doubled|told wrongly)/ },
  'events under way are not waited for by what rests on them': {
    promises: { ...kept, durable: AnyEnd },
    found: /^misnumbered/,
  },
  'positions become visible out of order': { promises: { ...kept, durable: LateCommits }, found: /^skipped/ },
  'an acknowledged append is lost': { promises: { ...kept, durable: LostAppends }, found: /^lost/ },
  'an append is never answered': { promises: { ...kept, durable: SilentAppends }, found: /^never answered/ },
  'an event is passed over without a mark': {
    promises: { ...kept, durable: Unmarked },
    found: /passed over the poison|^differing|^order lost/,
  },
  'a retry takes the marks away and applies nothing': {
    promises: { ...kept, durable: ForgottenMarks },
    found: /^differing/,
  },
  'a retry comes with a new key': {
    promises: { ...kept, keyOf: (wish, attempt) => `${wish} ${attempt}` },
    found: /^doubled/,
  },
};
