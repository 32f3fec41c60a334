import type { EventData } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertPeriod, isLocked } from '../reports/period';
import { escalationsAt } from '../supervision/escalation';
import { obstaclesTo, openBefore, type ObstacleRefusal } from './closable';
import { lightNow, withLight } from './recomputation';
import { settledOrders } from './settled-orders';

export type ClosingRefusal = 'PERIOD_CLOSED';
const refuse = (code: ClosingRefusal | ObstacleRefusal, facts: Readonly<Record<string, string>>): never => {
  throw new Refusal(code, facts);
};

export const decideClosing = {
  CloseMonth: (delivery, { period, gap, force }, context) => {
    const { id: projectId, today } = context;
    assertPeriod(delivery, period, today);
    if (isLocked(delivery, period)) return refuse('PERIOD_CLOSED', { period });
    const obstacles = obstaclesTo(delivery, period, context, gap?.months ?? []);
    if (obstacles.length > 0 && !force) return refuse(obstacles[0].code, obstacles[0].facts);
    const leftOpen = openBefore(delivery, period).filter((month) => gap?.months.includes(month));
    const before = delivery.lights[period] ?? delivery.withdrawn[period];
    const light = lightNow(delivery, period, before, context);
    return [
      {
        type: before ? 'MonthClosedAgain' : 'MonthClosed',
        data: {
          projectId,
          light,
          ...(gap && leftOpen.length > 0 && { gap: { months: leftOpen, reason: gap.reason } }),
          ...(force && obstacles.length > 0 && { forced: { ...force, over: obstacles.map(({ over }) => over) } }),
        },
      },
      ...(before ? settledOrders(delivery, before, light, context) : []),
      ...escalationsAt(delivery, context, light),
    ];
  },
} satisfies DecideRows;

const closed = (delivery: StartedDelivery, { light, gap, forced }: EventData<'MonthClosed'>): StartedDelivery => {
  const closedEarly = delivery.closedEarly.filter((period) => period !== light.period);
  return {
    ...withLight(delivery, light),
    skipped: [...delivery.skipped, ...(gap?.months ?? [])],
    reopened: delivery.reopened.filter((period) => period !== light.period),
    closedEarly: forced?.over.includes('month not over') ? [...closedEarly, light.period] : closedEarly,
  };
};

export const evolveClosing = { MonthClosed: closed, MonthClosedAgain: closed } satisfies EvolveRows;
