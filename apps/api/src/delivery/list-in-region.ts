import { ListId, yearOf, type Month } from '@minsheng/contracts';
import { yearOfMonth } from '@minsheng/domain';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { assertSameRegion, type Caller } from '../identity/caller';

/** The list of a path. @throws Problem MALFORMED, OTHER_REGION */
export const listInRegion = (id: string, { actor }: Caller): ListId => {
  const listId = parsed(ListId, id, '/listId');
  assertSameRegion(actor, listId);
  return listId;
};

/** A month that is asked of a list belongs to its year. @throws PERIOD_OUTSIDE_YEAR */
export const assertMonthOf = (listId: ListId, period: Month | undefined): void => {
  if (period !== undefined && yearOfMonth(period) !== yearOf(listId))
    throw new Problem('PERIOD_OUTSIDE_YEAR', { period });
};
