import { Refusal } from '../../decider';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { lightAt } from '../lights/compute-light';
import { assertPeriod, isLocked } from '../reports/period';
import { escalationsAt } from '../supervision/escalation';
import { obstaclesTo, openBefore, type ObstacleRefusal } from './closable';
import { recompute, withLight } from './recomputation';

export type ClosingRefusal = 'PERIOD_CLOSED';
const refuse = (code: ClosingRefusal | ObstacleRefusal, facts: Readonly<Record<string, string>>): never => {
  throw new Refusal(code, facts);
};

export const decideClosing = {
  CloseMonth: (delivery, { period, gap, force }, context) => {
    const { id: projectId, today, calendar } = context;
    assertPeriod(delivery, period, today);
    if (isLocked(delivery, period)) return refuse('PERIOD_CLOSED', { period });
    const obstacles = obstaclesTo(delivery, period, context, gap?.months ?? []);
    if (obstacles.length > 0 && !force) return refuse(obstacles[0].code, obstacles[0].facts);
    const leftOpen = openBefore(delivery, period).filter((month) => gap?.months.includes(month));
    const before = delivery.lights[period] ?? delivery.withdrawn[period];
    const light = before ? recompute(delivery, before, calendar) : lightAt(delivery, period);
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
      ...escalationsAt(delivery, context, light),
    ];
  },
} satisfies DecideRows;

export const evolveClosing = {
  MonthClosed: (delivery, { light, gap }) => ({
    ...withLight(delivery, light),
    skipped: [...delivery.skipped, ...(gap?.months ?? [])],
  }),
  MonthClosedAgain: (delivery, { light, gap }) => ({
    ...withLight(delivery, light),
    skipped: [...delivery.skipped, ...(gap?.months ?? [])],
    reopened: delivery.reopened.filter((period) => period !== light.period),
  }),
} satisfies EvolveRows;
