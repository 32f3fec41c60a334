import { ListId, yearOf, type Month } from '@minsheng/contracts';
import { yearOfMonth } from '@minsheng/domain';
import { Problem } from '../http/problem';

/** A month that is asked of a list belongs to its year. @throws PERIOD_OUTSIDE_YEAR */
export const assertMonthOf = (listId: ListId, period: Month | undefined): void => {
  if (period !== undefined && yearOfMonth(period) !== yearOf(listId))
    throw new Problem('PERIOD_OUTSIDE_YEAR', { period });
};
