import type { DeliveryEvent } from '@minsheng/contracts';
import { evolveAdjustments } from './change/adjustments';
import { evolveCompletion, underWay } from './completion/completion';
import type { Delivery, StartedDelivery } from './delivery.state';
import type { EvolveTable } from './delivery.tables';
import { evolveOverrides } from './lights/overrides';
import { evolveClosing } from './month/closing';
import { evolvePeriods } from './month/periods';
import { evolveRecomputation } from './month/recomputation';
import { evolveReopening } from './month/reopening';
import { evolveBreakdown } from './promise/breakdown';
import { evolveInvestment } from './promise/investment';
import { evolveLiaisons } from './promise/liaison';
import { evolveRuleSets } from './promise/rule-sets';
import { promised } from './promise/start';
import { evolveSubmissions } from './reports/submission';
import { evolveVerification } from './month/verification';
import { evolveIssues } from './supervision/issues';
import { evolveMeasures } from './supervision/measures';
import { evolveOrders } from './supervision/orders';

const table: EvolveTable<Exclude<DeliveryEvent['type'], 'DeliveryStarted'>> = {
  ...evolveBreakdown,
  ...evolveInvestment,
  ...evolveLiaisons,
  ...evolveRuleSets,
  ...evolveSubmissions,
  ...evolveVerification,
  ...evolveOverrides,
  ...evolveOrders,
  ...evolveIssues,
  ...evolveMeasures,
  ...evolvePeriods,
  ...evolveClosing,
  ...evolveReopening,
  ...evolveRecomputation,
  ...evolveAdjustments,
  ...evolveCompletion,
};

/** What an event makes of the state; before the start there is nothing to change. */
export const evolve = (delivery: Delivery, event: DeliveryEvent): Delivery => {
  if (event.type === 'DeliveryStarted')
    return {
      ...promised(event.data),
      ...underWay,
      reports: {},
      verified: {},
      lights: {},
      overrides: {},
      withdrawn: {},
      orders: [],
      issues: [],
      escalations: [],
      listed: [],
      opened: {},
      reminded: [],
      overdue: [],
      reopened: [],
      skipped: [],
      closedEarly: [],
      adjustments: [],
      revisions: [],
    };
  if (delivery.status === 'not started') return delivery;
  return (table[event.type] as (delivery: StartedDelivery, data: unknown) => StartedDelivery)(delivery, event.data);
};
