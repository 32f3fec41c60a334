import type { Month } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import { monthOf, yearOfMonth } from '../../indicator/month';
import type { LightsState, StartedDelivery } from '../delivery.state';

export type PeriodRefusal = 'PERIOD_OUTSIDE_YEAR' | 'PERIOD_NOT_BEGUN';
const refuse = (code: PeriodRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** A month of the list's year that has begun. @throws PERIOD_OUTSIDE_YEAR, PERIOD_NOT_BEGUN */
export const assertPeriod = ({ year }: Pick<StartedDelivery, 'year'>, period: Month, today: string): void => {
  if (yearOfMonth(period) !== year) refuse('PERIOD_OUTSIDE_YEAR', { period });
  if (period > monthOf(today)) refuse('PERIOD_NOT_BEGUN', { period, today });
};

/** Whether the light of a month was published by mistake, and the month was not closed again since. */
export const isWithdrawn = ({ lights, withdrawn }: LightsState, period: Month): boolean =>
  withdrawn[period] !== undefined && lights[period] === undefined;

/** Whether a month is closed, and not reopened since. */
export const isLocked = ({ lights, reopened }: Pick<StartedDelivery, 'lights' | 'reopened'>, period: Month): boolean =>
  lights[period] !== undefined && !reopened.includes(period);
