import type { RecordedEvent } from '@minsheng/event-store';
import { POLICIES, projections, streamPrefixesOf } from '@minsheng/read-models';

/** Subscribers that must read a stream: its read models, and the policies, which read everything. */
export const concerns = (name: string, stream: string): boolean =>
  name === POLICIES ||
  projections.some(
    (projection) =>
      projection.name === name && streamPrefixesOf(projection).some((prefix) => stream.startsWith(prefix)),
  );

/** Events that this build of the projector cannot read; the next build can. */
export class Poison {
  /** Every position that was ever unreadable. */
  readonly all: bigint[] = [];
  private at?: bigint;

  get isActive() {
    return this.at !== undefined;
  }

  /** @param position of an event that no subscriber has read yet */
  put(position: bigint): void {
    this.at = position;
    this.all.push(position);
  }
  /** Rolls out the next build. */
  cure(): void {
    this.at = undefined;
  }
  /** The event as the projector's build reads it. */
  readonly read = (event: RecordedEvent): RecordedEvent =>
    event.position === this.at ? { ...event, type: 'FromTheNextBuild' } : event;
}
