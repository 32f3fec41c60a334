import type { CommandData, DeliveryCommand, DeliveryEvent, EventData, ProjectId } from '@minsheng/contracts';
import type { DecisionContext } from '../decider';
import type { StartedDelivery } from './delivery.state';

type Context = DecisionContext<ProjectId>;

/** What each command decides, of a delivery that has started. */
export type DecideTable<T extends DeliveryCommand['type']> = {
  readonly [K in T]: (delivery: StartedDelivery, data: CommandData<K>, context: Context) => readonly DeliveryEvent[];
};
/** What each event makes of the state. */
export type EvolveTable<T extends DeliveryEvent['type']> = {
  readonly [K in T]: (delivery: StartedDelivery, data: EventData<K>) => StartedDelivery;
};
/** The rows that one file holds. The decider and `delivery.evolve.ts` compose them: a missing row does not compile. */
export type DecideRows = Partial<DecideTable<DeliveryCommand['type']>>;
export type EvolveRows = Partial<EvolveTable<DeliveryEvent['type']>>;

/** What has fallen due by today and is not recorded yet: each is recorded once. */
export type FallenDue = (delivery: StartedDelivery, context: Context) => readonly DeliveryEvent[];
