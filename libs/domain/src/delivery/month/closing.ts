import type { Month } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { lightAt } from '../lights/compute-light';
import { assertNotEnded } from '../promise/status';
import { assertPeriod, isLocked } from '../reports/period';
import { escalationsAt } from '../supervision/escalation';
import { recompute, withLight } from './recomputation';

export type ClosingRefusal = 'PERIOD_CLOSED' | 'PERIOD_NOT_CLOSED';
const refuse = (code: ClosingRefusal, period: Month): never => {
  throw new Refusal(code, { period });
};

export const decideMonths = {
  CloseMonth: (delivery, { period }, { id: projectId, today }) => {
    assertPeriod(delivery, period, today);
    if (isLocked(delivery, period)) return refuse('PERIOD_CLOSED', period);
    const before = delivery.lights[period];
    const light = before ? recompute(delivery, before) : lightAt(delivery, period);
    return [
      { type: before ? 'MonthClosedAgain' : 'MonthClosed', data: { projectId, light } },
      ...escalationsAt(delivery, projectId, light),
    ];
  },
  ReopenMonth: (delivery, data, { id: projectId }) => {
    if (!isLocked(assertNotEnded(delivery), data.period)) return refuse('PERIOD_NOT_CLOSED', data.period);
    return [{ type: 'MonthReopened', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

export const evolveMonths = {
  MonthClosed: (delivery, { light }) => withLight(delivery, light),
  MonthReopened: (delivery, { period }) => ({ ...delivery, reopened: [...delivery.reopened, period] }),
  MonthClosedAgain: (delivery, { light }) => ({
    ...withLight(delivery, light),
    reopened: delivery.reopened.filter((period) => period !== light.period),
  }),
} satisfies EvolveRows;
