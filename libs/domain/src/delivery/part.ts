import type { CommandData, EventData, DeliveryCommand, DeliveryEvent, ProjectId } from '@minsheng/contracts';
import type { DecisionContext } from '../decider';
import type { StartedDelivery } from './delivery.state';

type On = DecisionContext<ProjectId>;

/** What a part of delivery decides, command by command. Commands reach a delivery that has started. */
export type Decides<T extends DeliveryCommand['type']> = {
  readonly [K in T]: (delivery: StartedDelivery, data: CommandData<K>, context: On) => readonly DeliveryEvent[];
};
/** What its events make of the state. */
export type Evolves<T extends DeliveryEvent['type']> = {
  readonly [K in T]: (delivery: StartedDelivery, data: EventData<K>) => StartedDelivery;
};
/** The same for some of them: a part of a part. Together they are checked to be all. */
export type SomeEvolves = Partial<Evolves<DeliveryEvent['type']>>;
/** What has fallen due by today and was not recorded yet: the clock's acts, each once. */
export type FallenDue = (delivery: StartedDelivery, context: On) => readonly DeliveryEvent[];
