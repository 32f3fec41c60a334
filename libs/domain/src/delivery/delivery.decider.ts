import type { DeliveryCommand, DeliveryEvent, ProjectId } from '@minsheng/contracts';
import { Refusal, type Decider } from '../decider';
import { changeDecides, type AdjustmentRefusal, type ChangeRefusal } from './change/adjustments';
import { commitmentDecides, type CommitmentRefusal } from './commitment/breakdown';
import type { GoesOnRefusal } from './change/goes-on';
import type { LiaisonRefusal } from './commitment/liaison';
import { completionDecides, type CompletionRefusal } from './completion/completion';
import { evolve, type Delivery } from './delivery.state';
import type { Decides } from './part';
import type { ReportRefusal } from './reporting/assert-report';
import { reportingDecides, type ReportingRefusal } from './reporting/reporting';
import { supervisionDecides, type SupervisionRefusal } from './supervision/supervision';
import { passDayDecides } from './pass-day';

export type DeliveryRefusal =
  | 'DELIVERY_NOT_STARTED'
  | 'DELIVERY_ALREADY_STARTED'
  | 'DELIVERY_NOT_UNDER_WAY'
  | CommitmentRefusal
  | LiaisonRefusal
  | ReportRefusal
  | ReportingRefusal
  | SupervisionRefusal
  | AdjustmentRefusal
  | ChangeRefusal
  | GoesOnRefusal
  | CompletionRefusal;

const decides: Decides<Exclude<DeliveryCommand['type'], 'StartDelivery'>> = {
  ...commitmentDecides,
  ...reportingDecides,
  ...supervisionDecides,
  ...changeDecides,
  ...completionDecides,
  ...passDayDecides,
};

export const deliveryDecider: Decider<ProjectId, Delivery, DeliveryCommand, DeliveryEvent> = {
  initialState: { status: 'not started' },
  evolve,
  decide(command, delivery, context) {
    if (command.type === 'StartDelivery') {
      if (delivery.status !== 'not started') throw new Refusal('DELIVERY_ALREADY_STARTED' satisfies DeliveryRefusal);
      return [{ type: 'DeliveryStarted', data: { projectId: context.id, ...command.data } }];
    }
    if (delivery.status === 'not started') throw new Refusal('DELIVERY_NOT_STARTED' satisfies DeliveryRefusal);
    return (
      decides[command.type] as (delivery: Delivery, data: unknown, on: typeof context) => readonly DeliveryEvent[]
    )(delivery, command.data, context);
  },
};
