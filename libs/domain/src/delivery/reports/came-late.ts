import type { Month } from '@minsheng/contracts';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { Report, StartedDelivery } from '../delivery.state';
import { reportDue } from './expected-reports';

/**
 * Whether a report came too late to count in full for a month: after the day by which this month's report was due, as
 * its first version or once a month was published. Who reports by that day is in time, however early the month was
 * closed; who reports after it is late, however late it was closed.
 */
export const cameLateFor = (
  delivery: Pick<StartedDelivery, 'ruleSets' | 'opened'>,
  { late, version, period, submittedOn }: Report,
  month: Month,
  calendar: WorkingCalendar,
): boolean =>
  (late ? period <= month : version === 1 && period === month) &&
  submittedOn > reportDue(delivery, month, calendar).dueOn;
