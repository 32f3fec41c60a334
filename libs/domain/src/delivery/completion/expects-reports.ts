import type { DepartmentName, Month } from '@minsheng/contracts';
import { isReportCovered } from '../change/commitment-at';
import type { StartedDelivery } from '../delivery.state';
import { hasEnded, leadsOf } from '../who';
import type { CompletionState } from './completion';

/**
 * Whether a month's report is expected: until a delivery ends, and again from the month in which a look back opened it.
 */
export const expectsReports = (
  { endedIn, pauses }: Pick<CompletionState, 'endedIn' | 'pauses'>,
  period: Month,
): boolean =>
  (endedIn === undefined || period < endedIn) && !pauses.some(({ from, until }) => period >= from && period < until);

/**
 * Whether a month is held against the promise: not once an adjustment has taken the promise away. A promise that was
 * kept, or not met, is judged to the end.
 */
export const isJudged = (delivery: StartedDelivery, period: Month): boolean =>
  !hasEnded(delivery) || delivery.status === 'closed' || delivery.endedIn === undefined || period < delivery.endedIn;

/** Leads whose verified report a month is without. */
export const missingReports = (delivery: StartedDelivery, period: Month): readonly DepartmentName[] =>
  expectsReports(delivery, period)
    ? leadsOf(delivery).filter(
        (department) => !isReportCovered(delivery, period, department, ({ verified }) => verified !== undefined),
      )
    : [];
