import type { DeliveryEvent, EventData, Month } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertNotEnded } from '../promise/status';
import { isLocked } from '../reports/period';
import { ordersOfMonth } from '../supervision/orders';

export type ReopeningRefusal = 'PERIOD_NOT_CLOSED';
const refuse = (code: ReopeningRefusal, period: Month): never => {
  throw new Refusal(code, { period });
};

/**
 * A light published by mistake is withdrawn with what rests on it: a light set by hand, the month's orders, and the
 * listed supervision that began with it.
 */
const withdrawal = (delivery: StartedDelivery, data: EventData<'LightWithdrawn'>): readonly DeliveryEvent[] => {
  const { projectId, period, reason } = data;
  return [
    ...(delivery.overrides[period]
      ? [{ type: 'OverrideEnded' as const, data: { projectId, period, reason: '灯已撤回' } }]
      : []),
    { type: 'LightWithdrawn', data },
    ...ordersOfMonth(delivery, period).map(({ order, department }) => ({
      type: 'OrderWithdrawn' as const,
      data: { projectId, order, department, reason },
    })),
    ...delivery.listed
      .filter((listed) => listed.period === period)
      .map(({ department }) => ({ type: 'Delisted' as const, data: { projectId, department, reason } })),
  ];
};

export const decideReopening = {
  ReopenMonth: (delivery, { withdrawLight = false, ...reopening }, { id: projectId }) => {
    const { period } = reopening;
    const locked = isLocked(assertNotEnded(delivery), period);
    if (!delivery.lights[period] || !(locked || withdrawLight)) return refuse('PERIOD_NOT_CLOSED', period);
    const data = { projectId, ...reopening };
    return [
      ...(locked ? [{ type: 'MonthReopened' as const, data }] : []),
      ...(withdrawLight ? withdrawal(delivery, data) : []),
    ];
  },
} satisfies DecideRows;

export const evolveReopening = {
  MonthReopened: (delivery, { period }) => ({ ...delivery, reopened: [...delivery.reopened, period] }),
  LightWithdrawn: (delivery, { period: withdrawn }) => {
    const { [withdrawn]: light, ...lights } = delivery.lights;
    return {
      ...delivery,
      lights,
      withdrawn: { ...delivery.withdrawn, [withdrawn]: light },
      reopened: delivery.reopened.filter((period) => period !== withdrawn),
      escalations: delivery.escalations.filter(({ months }) => !months.includes(withdrawn)),
    };
  },
} satisfies EvolveRows;
