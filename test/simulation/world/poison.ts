import type { RecordedEvent } from '@minsheng/event-store';
import {
  decodedAgain,
  POLICIES,
  projections,
  streamPrefixesOf,
  subjectOf,
  type AnyProjection,
} from '@minsheng/read-models';

/** What this build of the projector cannot do with an event: read it at all, or fold it into a row. */
export type Fault = 'unreadable' | 'unfoldable';

/** The keys under which a subscriber has to set an event aside; none if it does not concern it. */
const keysOf = (name: string, event: RecordedEvent, fault: Fault): readonly string[] => {
  if (name === POLICIES) return fault === 'unreadable' ? [event.stream] : [];
  const projection = projections.find((projection) => projection.name === name)!;
  if (!streamPrefixesOf(projection).some((prefix) => event.stream.startsWith(prefix))) return [];
  if (fault === 'unreadable') return [subjectOf(event)];
  const { event: decoded, context } = decodedAgain(event);
  const keys = decoded.type in projection.on ? projection.keyOf(decoded, context) : undefined;
  return typeof keys === 'string' ? [keys] : (keys ?? []);
};

/** Events that this build of the projector cannot apply; the next build can. */
export class Poison {
  /** Every position that was ever poisoned. */
  readonly all = new Map<bigint, Fault>();
  private at?: bigint;

  get isActive() {
    return this.at !== undefined;
  }

  /** @param position of an event that no subscriber has read yet */
  put(position: bigint, fault: Fault): void {
    this.at = position;
    this.all.set(position, fault);
  }
  /** Rolls out the next build. */
  cure(): void {
    this.at = undefined;
  }
  /** What of a poisoned event a subscriber must have set aside once it has passed it. */
  marksDue(name: string, event: RecordedEvent): readonly string[] {
    const fault = this.all.get(event.position);
    return fault ? keysOf(name, event, fault) : [];
  }
  /** The event as the projector's build reads it. */
  readonly read = (event: RecordedEvent): RecordedEvent =>
    event.position === this.at && this.all.get(this.at) === 'unreadable'
      ? { ...event, type: 'FromTheNextBuild' }
      : event;
  /** The read model as the projector's build has it. */
  build(projection: AnyProjection): AnyProjection {
    const faulty =
      (step: (...args: unknown[]) => unknown) =>
      (...args: unknown[]) => {
        const { position } = args[2] as { readonly position: string };
        if (BigInt(position) === this.at && this.all.get(this.at) === 'unfoldable')
          throw new TypeError('a fault of this build');
        return step(...args);
      };
    return {
      ...projection,
      on: Object.fromEntries(
        Object.entries(projection.on).map(([type, step]) => [type, faulty(step as (...args: unknown[]) => unknown)]),
      ),
    };
  }
}
