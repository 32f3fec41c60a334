import type { RecordedEvent } from '@minsheng/event-store';
import type { AnyProjection } from '..';

/** How an event may be one that nobody can read: each a way in which reading it fails. */
export const poisons = {
  'an unknown type': { type: 'NobodyHasEverHeardOfThis' },
  'an unknown version': { version: 99 },
  'data that are no JSON': { data: '{"projectId":"' },
  'data of another shape': { data: '{}' },
} as const satisfies Readonly<Record<string, Partial<RecordedEvent>>>;

/** The log with some events that nobody can read. */
export const poisoned = (
  log: readonly RecordedEvent[],
  spoilt: ReadonlyMap<bigint, Partial<RecordedEvent>>,
): RecordedEvent[] => log.map((event) => ({ ...event, ...spoilt.get(event.position) }));

/** A build of a read model with a fault: it throws at the events of some positions. */
export const failingAt = <P extends AnyProjection>(projection: P, positions: readonly bigint[]): P => {
  const faulty = (step: (...args: unknown[]) => unknown) =>
    function fold(...args: unknown[]) {
      const { position } = args[2] as { readonly position: string };
      if (positions.includes(BigInt(position))) throw new TypeError('a fault of this build');
      return step(...args);
    };
  return {
    ...projection,
    on: Object.fromEntries(
      Object.entries(projection.on).map(([type, step]) => [type, faulty(step as (...args: unknown[]) => unknown)]),
    ),
  };
};
