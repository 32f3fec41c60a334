import type { DepartmentName, Money, Month } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { compare } from '../../indicator/decimal';
import type { StartedDelivery } from '../delivery.state';

export type MoneyRefusal = 'MONEY_FALLS';
interface Sums {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly money?: Money;
}

/** Sums of one month after those of another, which were no less unless a reason says why. @throws MONEY_FALLS */
const assertNoFall = (before: Pick<Money, 'done' | 'paid'>, after: Money): void => {
  if (after.reason) return;
  for (const kind of ['done', 'paid'] as const)
    if (compare(after[kind], before[kind]) < 0)
      throw new Refusal<MoneyRefusal>('MONEY_FALLS', {
        kind: kind === 'paid' ? '支付' : '完成投资',
        before: before[kind],
        now: after[kind],
      });
};

/**
 * A department's sums of the year fall only with a stated reason, in the order of the months, whichever is verified
 * first. @throws MONEY_FALLS
 */
export const assertMoney = ({ reports }: StartedDelivery, { period, department, money }: Sums): void => {
  if (!money) return;
  const others = Object.values(reports)
    .filter((report) => report.department === department && report.period !== period && report.verifiedMoney)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const before = others.findLast((report) => report.period < period)?.verifiedMoney;
  const next = others.find((report) => report.period > period)?.verifiedMoney;
  assertNoFall(before ?? { done: '0', paid: '0' }, money);
  if (next && !money.reason) assertNoFall(money, next);
};
