import { Refusal } from '../../decider';
import type { StartedDelivery } from '../delivery.state';

export type StatusRefusal = 'DELIVERY_NOT_UNDER_WAY';
const refuse = ({ status }: StartedDelivery): never => {
  throw new Refusal<StatusRefusal>('DELIVERY_NOT_UNDER_WAY', { status });
};

/** @throws DELIVERY_NOT_UNDER_WAY */
export const assertUnderWay = (delivery: StartedDelivery): StartedDelivery =>
  delivery.status === 'under way' ? delivery : refuse(delivery);
/** Closed projects are touched no more. @throws DELIVERY_NOT_UNDER_WAY */
export const assertNotClosed = (delivery: StartedDelivery): StartedDelivery =>
  delivery.status === 'closed' ? refuse(delivery) : delivery;

/** Ended for good: filed, or ended by an adjustment. Only a look back opens a filed project again. */
export const hasEnded = ({ status }: Pick<StartedDelivery, 'status'>): boolean =>
  ['closed', 'carried over', 'split', 'merged', 'terminated'].includes(status);
/** @throws DELIVERY_NOT_UNDER_WAY */
export const assertNotEnded = (delivery: StartedDelivery): StartedDelivery =>
  hasEnded(delivery) ? refuse(delivery) : delivery;
