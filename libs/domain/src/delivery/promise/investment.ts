import type { CommandData } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { compare, sum } from '../../indicator/decimal';
import { inOrder } from '../../indicator/schedule';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertTakesPart } from './liaison';
import { assertUnderWay } from './status';

export type InvestmentRefusal = 'NEGATIVE_AMOUNT' | 'SOURCES_DO_NOT_SUM' | 'PAYMENTS_FALL';
const refuse = (code: InvestmentRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Where sources are named they come to the money of the year; what is paid by a later month is no less. */
const assertPlan = ({ total, year, bySource, payments }: CommandData<'PlanInvestment'>): void => {
  const amounts = [
    total ?? '0',
    year,
    ...bySource.map(({ amount }) => amount),
    ...payments.map(({ amount }) => amount),
  ];
  const negative = amounts.find((amount) => compare(amount, '0') < 0);
  if (negative !== undefined) refuse('NEGATIVE_AMOUNT', { amount: negative });
  const ofSources = sum(bySource.map(({ amount }) => amount));
  if (bySource.length > 0 && compare(ofSources, year) !== 0) refuse('SOURCES_DO_NOT_SUM', { sum: ofSources, year });
  inOrder(payments).forEach(({ due, amount }, index, inTime) => {
    const before = inTime[index - 1]?.amount;
    if (before !== undefined && compare(amount, before) < 0) refuse('PAYMENTS_FALL', { due, before, now: amount });
  });
};

export const decideInvestment = {
  PlanInvestment: (delivery, data, { id: projectId, by }) => {
    assertUnderWay(delivery);
    if (by.role === 'department') assertTakesPart(delivery, by.organisation);
    assertPlan(data);
    return [{ type: 'InvestmentPlanned', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

export const evolveInvestment = {
  InvestmentPlanned: (delivery, { projectId: _, ...investment }) => ({ ...delivery, investment }),
} satisfies EvolveRows;
