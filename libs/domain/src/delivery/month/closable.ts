import type { Forced, Month, ProjectId } from '@minsheng/contracts';
import type { DecisionContext } from '../../decider';
import { daysAfter, lastDayOf, monthsOf } from '../../indicator/month';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { StartedDelivery } from '../delivery.state';
import { hasEnded } from '../promise/status';
import { missingReports, reportDue } from '../reports/expected-reports';
import { isLocked } from '../reports/period';

const latest = (a: string, b: string): string => (a > b ? a : b);

/**
 * The first day on which a month can be closed: its last day, and the day by which its report is due. While a report is
 * missing that day has to pass: whoever sends it on the day is in time.
 */
export const closableFrom = (delivery: StartedDelivery, period: Month, calendar: WorkingCalendar): string => {
  const { dueOn } = reportDue(delivery, period, calendar);
  const isMissing = missingReports(delivery, period).length > 0;
  return latest(lastDayOf(period), isMissing ? daysAfter(dueOn, 1) : dueOn);
};

/** Reports of a month that wait for their check; nobody checks those of a project that has ended. */
const waitingIn = (delivery: StartedDelivery, period: Month) =>
  hasEnded(delivery)
    ? []
    : Object.values(delivery.reports).filter((report) => report.period === period && report.status === 'submitted');

/** Months before this one that stand open and that no closing has named yet. */
export const openBefore = (delivery: StartedDelivery, period: Month): readonly Month[] =>
  monthsOf(delivery.year).filter(
    (month) => month < period && !isLocked(delivery, month) && !delivery.skipped.includes(month),
  );

export type ObstacleRefusal = 'MONTH_NOT_OVER' | 'REPORTS_WAITING' | 'EARLIER_MONTHS_OPEN';
/** Why a month cannot be closed yet, as the refusal and as the event of a forced closing name it. */
export interface Obstacle {
  readonly code: ObstacleRefusal;
  readonly over: Forced['over'][number];
  readonly facts: Readonly<Record<string, string>>;
}

/** What stands against closing a month today, most urgent first; `named` are earlier months that may stay open. */
export const obstaclesTo = (
  delivery: StartedDelivery,
  period: Month,
  { today, calendar }: Pick<DecisionContext<ProjectId>, 'today' | 'calendar'>,
  named: readonly Month[],
): readonly Obstacle[] => {
  const from = closableFrom(delivery, period, calendar);
  const departments = waitingIn(delivery, period).map(({ department }) => department);
  const open = openBefore(delivery, period).filter((month) => !named.includes(month));
  const obstacles: readonly (Obstacle | false)[] = [
    today < from && { code: 'MONTH_NOT_OVER', over: 'month not over', facts: { period, from, today } },
    departments.length > 0 && {
      code: 'REPORTS_WAITING',
      over: 'reports waiting',
      facts: { period, departments: departments.join('、') },
    },
    open.length > 0 && {
      code: 'EARLIER_MONTHS_OPEN',
      over: 'earlier months open',
      facts: { period, months: open.join('、') },
    },
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
};
