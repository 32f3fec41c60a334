import type { Append, AppendReceipt, ReadAllOptions, RecordedEvent } from '@minsheng/event-store';
import type { Process } from './clock/process';
import { kept, type Promises } from './simulate';
import { Durable, type Heal } from './world/durable';

/** Rows are written before the checkpoint: a crash may fall between. */
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

/** Every writer is accepted, whatever happened since it acquired the checkpoint. */
class Unfenced extends Durable {
  protected override mayMove(): boolean {
    return true;
  }
}

class ForgottenKeys extends Durable {
  override appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    return super.appendGroup(members.map(({ stream, expected, events }) => ({ stream, expected, events })));
  }
}

/** What was decided is taken behind whatever stands there by now. */
class AnyRevision extends Durable {
  override appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    return super.appendGroup(members.map((member) => ({ ...member, expected: 'any' })));
  }
}

/** Each seventh position is given at once and visible only later, as with a sequence and a slow transaction. */
class LateCommits extends Durable {
  override async readAll(after: bigint, options: ReadAllOptions): Promise<RecordedEvent[]> {
    const events = await super.readAll(after, options);
    return events.filter(
      ({ position, recordedAt }) => position % 7n !== 0n || recordedAt.getTime() + 500 < this.scheduler.now,
    );
  }
}

/** Each twentieth append is acknowledged but not stored. */
class LostAppends extends Durable {
  private appends = 0;
  override async appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    this.appends += 1;
    if (this.appends % 20 > 0) return super.appendGroup(members);
    let position = this.head;
    return members.map(({ stream, expected, events }) => {
      position += BigInt(events.length);
      const before = typeof expected === 'number' ? expected : -1;
      return { stream, revision: before + events.length, position, repeated: false };
    });
  }
}

/** Each twentieth append takes effect and is never answered, by nothing, not even an error. */
class SilentAppends extends Durable {
  private appends = 0;
  override async appendGroup(members: readonly Append[]): Promise<AppendReceipt[]> {
    const receipts = await super.appendGroup(members);
    this.appends += 1;
    return this.appends % 20 > 0 ? receipts : new Promise<never>(() => undefined);
  }
}

/** What cannot be applied is skipped, and nobody records it. */
class Unmarked extends Durable {
  protected override mark(): void {
    // nothing
  }
}

/** A retry removes the marks, and that is all. */
class ForgottenMarks extends Durable {
  override async heal(name: string, heal: Heal): Promise<void> {
    await super.heal(name, async (waiting, until) => {
      await heal(waiting, until);
      return { rows: new Map(), still: [] };
    });
  }
}

/** A guarantee that is removed, and what the oracle says about it. */
export interface Weakness {
  readonly promises: Promises;
  /** How its findings begin, at least one of them. */ readonly found: RegExp;
}

/** Every guarantee that the invariants rest on, removed one at a time. */
export const weakened: Readonly<Record<string, Weakness>> = {
  'rows and checkpoint are written in two steps': { promises: { ...kept, durable: TornWrites }, found: /^differing/ },
  'a checkpoint moves without epoch and without comparing': {
    promises: { ...kept, durable: Unfenced },
    found: /^(differing|\w+ stepped wrongly)/,
  },
  'command keys are forgotten': { promises: { ...kept, durable: ForgottenKeys }, found: /^(doubled|told wrongly)/ },
  'a decision is taken behind events it does not know': {
    promises: { ...kept, durable: AnyRevision },
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
