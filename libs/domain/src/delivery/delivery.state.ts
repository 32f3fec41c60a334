import { changeEvolves, noAdjustments, type ChangeState } from './change/adjustments';
import { commitmentEvolves, promised, type CommitmentState } from './commitment/breakdown';
import { completionEvolves, underWay, type CompletionState } from './completion/completion';
import { noReports, reportingEvolves, type ReportingState } from './reporting/reporting';
import { noSupervision, supervisionEvolves, type SupervisionState } from './supervision/supervision';
import type { Evolves } from './part';
import type { DeliveryEvent, EventData } from '@minsheng/contracts';

/** A delivery that has begun: what each part of it remembers. */
export interface StartedDelivery
  extends CommitmentState, ReportingState, SupervisionState, ChangeState, CompletionState {}
export type Delivery = { readonly status: 'not started' } | StartedDelivery;

const evolves: Evolves<Exclude<DeliveryEvent['type'], 'DeliveryStarted'>> = {
  ...commitmentEvolves,
  ...reportingEvolves,
  ...supervisionEvolves,
  ...changeEvolves,
  ...completionEvolves,
};

const started = (data: EventData<'DeliveryStarted'>): StartedDelivery => ({
  ...underWay,
  ...promised(data),
  ...noReports,
  ...noSupervision,
  ...noAdjustments,
});

export const evolve = (delivery: Delivery, event: DeliveryEvent): Delivery => {
  if (event.type === 'DeliveryStarted') return started(event.data);
  if (delivery.status === 'not started') return delivery;
  return (evolves[event.type] as (delivery: StartedDelivery, data: unknown) => StartedDelivery)(delivery, event.data);
};
