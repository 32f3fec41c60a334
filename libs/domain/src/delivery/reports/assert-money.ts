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

/** A department's sums of the year fall only with a stated reason, the first below nothing. @throws MONEY_FALLS */
export const assertMoney = ({ reports }: StartedDelivery, { period, department, money }: Sums): void => {
  if (!money || money.reason) return;
  const last = Object.values(reports)
    .filter((report) => report.department === department && report.period < period && report.verifiedMoney)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1)?.verifiedMoney;
  for (const kind of ['done', 'paid'] as const) {
    const [before, now] = [last?.[kind] ?? '0', money[kind]];
    if (compare(now, before) < 0)
      throw new Refusal<MoneyRefusal>('MONEY_FALLS', { kind: kind === 'paid' ? '支付' : '完成投资', before, now });
  }
};
