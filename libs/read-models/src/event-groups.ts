import type { LedgerEvent } from '@minsheng/contracts';

type EventType = LedgerEvent['type'];
/** Events that belong together, as the contracts list them. */
export type EventGroup<Type extends EventType = EventType> = readonly { readonly type: Type }[];

/** Leaves the row as it is: for an event that does not matter to a read model. */
export const ignore = <Row>(row: Row | undefined): Row | undefined => row;

/** `ignore` for every event of these groups, those that join them later included. */
export const ignoring = <Type extends EventType>(...groups: readonly EventGroup<Type>[]) =>
  Object.fromEntries(groups.flat().map(({ type }) => [type, ignore])) as Readonly<Record<Type, typeof ignore>>;

/** A group without the events that the read model handles itself. */
export const except = <Type extends EventType, Handled extends Type>(
  group: EventGroup<Type>,
  ...handled: readonly Handled[]
): EventGroup<Exclude<Type, Handled>> => {
  const isLeft = (event: { readonly type: Type }): event is { readonly type: Exclude<Type, Handled> } =>
    !handled.some((type) => type === event.type);
  return group.filter(isLeft);
};

/** A type guard that knows the events of a group. */
export const memberOf = <Type extends EventType>(group: EventGroup<Type>) => {
  const types = new Set<EventType>(group.map(({ type }) => type));
  return (event: LedgerEvent): event is Extract<LedgerEvent, { readonly type: Type }> => types.has(event.type);
};
