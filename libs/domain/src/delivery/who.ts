import type { DepartmentName, Month, ProjectId } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { monthOf, yearOfMonth } from '../month';
import type { StartedDelivery } from './delivery.state';

export type WhoRefusal =
  'NOT_THE_LEAD_DEPARTMENT' | 'DELIVERY_NOT_UNDER_WAY' | 'PERIOD_OUTSIDE_YEAR' | 'PERIOD_NOT_BEGUN';
const refuse = (code: WhoRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** The departments that lead at least one indicator which concerns this place, in the order of the list. */
export const leadsOf = ({ commitment }: Pick<StartedDelivery, 'commitment'>): readonly DepartmentName[] => [
  ...new Set(commitment.indicators.filter(({ applicable }) => applicable).map(({ lead }) => lead)),
];

/** The department an actor speaks for. @throws NOT_THE_LEAD_DEPARTMENT */
export const leadOf = (delivery: StartedDelivery, organisation: DepartmentName | undefined): DepartmentName =>
  organisation && leadsOf(delivery).includes(organisation) ? organisation : refuse('NOT_THE_LEAD_DEPARTMENT');

/** @throws DELIVERY_NOT_UNDER_WAY */
export const assertUnderWay = (delivery: StartedDelivery): StartedDelivery =>
  delivery.status === 'under way' ? delivery : refuse('DELIVERY_NOT_UNDER_WAY', { status: delivery.status });
/** Closed projects are touched no more. @throws DELIVERY_NOT_UNDER_WAY */
export const assertNotClosed = (delivery: StartedDelivery): StartedDelivery =>
  delivery.status === 'closed' ? refuse('DELIVERY_NOT_UNDER_WAY', { status: delivery.status }) : delivery;

/** Ended for good: filed, or ended by an adjustment. Only a look back opens a filed one again. */
export const hasEnded = ({ status }: Pick<StartedDelivery, 'status'>): boolean =>
  ['closed', 'carried over', 'split', 'merged', 'terminated'].includes(status);
/** @throws DELIVERY_NOT_UNDER_WAY */
export const assertNotEnded = (delivery: StartedDelivery): StartedDelivery =>
  hasEnded(delivery) ? refuse('DELIVERY_NOT_UNDER_WAY', { status: delivery.status }) : delivery;

/** A month of the list's year that has begun. @throws PERIOD_OUTSIDE_YEAR, PERIOD_NOT_BEGUN */
export const assertPeriod = (period: Month, id: ProjectId, today: string): void => {
  if (yearOfMonth(period) !== Number(id.slice(7, 11))) refuse('PERIOD_OUTSIDE_YEAR', { period });
  if (period > monthOf(today)) refuse('PERIOD_NOT_BEGUN', { period, today });
};
