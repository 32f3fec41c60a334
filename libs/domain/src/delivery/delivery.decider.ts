import type { DeliveryCommand, DeliveryEvent, ProjectId } from '@minsheng/contracts';
import { Refusal, type Decider } from '../decider';
import type { QuantityRefusal } from '../indicator/possible';
import type { NameRefusal } from '../twin-names';
import { decideAdjustments, type AdjustmentRefusal } from './change/adjustments';
import type { ChangeRefusal } from './change/assert-changes';
import type { DistrictTargetsRefusal } from './change/district-targets';
import type { GoesOnRefusal } from './change/goes-on';
import { decideCompletion, type CompletionRefusal } from './completion/completion';
import { evolve } from './delivery.evolve';
import type { Delivery } from './delivery.state';
import type { DecideTable } from './delivery.tables';
import { decideOverrides, type OverrideRefusal } from './lights/overrides';
import type { ObstacleRefusal } from './month/closable';
import { decideClosing, type ClosingRefusal } from './month/closing';
import { decidePassDay } from './month/pass-day';
import type { RecomputationRefusal } from './month/recomputation';
import { decideReopening, type ReopeningRefusal } from './month/reopening';
import type { DepartureRefusal } from './promise/assert-departures';
import type { BreakdownRefusal } from './promise/assert-breakdown';
import type { LeadRefusal } from './promise/assert-lead';
import { decideBreakdown } from './promise/breakdown';
import { decideInvestment, type InvestmentRefusal } from './promise/investment';
import { decideLiaisons, type LiaisonRefusal } from './promise/liaison';
import { decideRuleSets, type RuleSetRefusal } from './promise/rule-sets';
import type { StatusRefusal } from './promise/status';
import type { MoneyRefusal } from './reports/assert-money';
import type { PeriodRefusal } from './reports/period';
import type { ReportRefusal } from './reports/report-problem';
import { decideSubmissions, type SubmissionRefusal } from './reports/submission';
import { decideVerification, type VerificationRefusal } from './month/verification';
import { decideIssues, type IssueRefusal } from './supervision/issues';
import { decideMeasures, type MeasureRefusal } from './supervision/measures';
import { decideOrders, type OrderRefusal } from './supervision/orders';

export type DeliveryRefusal =
  | 'DELIVERY_NOT_STARTED'
  | 'DELIVERY_ALREADY_STARTED'
  | QuantityRefusal
  | NameRefusal
  | StatusRefusal
  | LeadRefusal
  | BreakdownRefusal
  | InvestmentRefusal
  | DepartureRefusal
  | LiaisonRefusal
  | RuleSetRefusal
  | PeriodRefusal
  | ReportRefusal
  | MoneyRefusal
  | SubmissionRefusal
  | VerificationRefusal
  | OverrideRefusal
  | OrderRefusal
  | IssueRefusal
  | MeasureRefusal
  | ClosingRefusal
  | ObstacleRefusal
  | ReopeningRefusal
  | RecomputationRefusal
  | AdjustmentRefusal
  | ChangeRefusal
  | DistrictTargetsRefusal
  | GoesOnRefusal
  | CompletionRefusal;

const table: DecideTable<Exclude<DeliveryCommand['type'], 'StartDelivery'>> = {
  ...decideBreakdown,
  ...decideInvestment,
  ...decideLiaisons,
  ...decideRuleSets,
  ...decideSubmissions,
  ...decideOverrides,
  ...decideOrders,
  ...decideIssues,
  ...decideMeasures,
  ...decideVerification,
  ...decideClosing,
  ...decideReopening,
  ...decidePassDay,
  ...decideAdjustments,
  ...decideCompletion,
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
    return (table[command.type] as (delivery: Delivery, data: unknown, on: typeof context) => readonly DeliveryEvent[])(
      delivery,
      command.data,
      context,
    );
  },
};
