import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertTakesPart } from './liaison';
import { assertUnderWay } from './status';

export const decideInvestment = {
  PlanInvestment: (delivery, data, { id: projectId, by }) => {
    assertUnderWay(delivery);
    if (by.role === 'department') assertTakesPart(delivery, by.organisation);
    return [{ type: 'InvestmentPlanned', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

export const evolveInvestment = {
  InvestmentPlanned: (delivery, { projectId: _, ...investment }) => ({ ...delivery, investment }),
} satisfies EvolveRows;
