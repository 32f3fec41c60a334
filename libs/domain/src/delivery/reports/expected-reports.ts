import type { DepartmentName, IndicatorId, Month, ProjectId } from '@minsheng/contracts';
import type { DecisionContext } from '../../decider';
import { leadsOf } from '../../indicator/leads';
import { dueDay, type DueDay } from '../../indicator/due-day';
import { dayIn } from '../../indicator/month';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { CompletionState, Report, StartedDelivery } from '../delivery.state';
import { commitmentAt, leadsEver } from '../promise/commitment-at';
import { rulesFor } from '../promise/rule-sets';
import { reportOf } from './report-key';

/**
 * Whether a month's report is expected: until a delivery ends, and again from the month in which a look back opened it.
 */
export const expectsReports = (
  { endedIn, pauses }: Pick<CompletionState, 'endedIn' | 'pauses'>,
  period: Month,
): boolean =>
  (endedIn === undefined || period < endedIn) && !pauses.some(({ from, until }) => period >= from && period < until);

/**
 * The day by which a month's report is due: the list's day of that month, moved on where offices do not work (调休,
 * invariant 26). A month that was opened keeps the day it was opened with.
 */
export const reportDue = (
  delivery: Pick<StartedDelivery, 'ruleSets' | 'opened'>,
  period: Month,
  calendar: WorkingCalendar,
): DueDay =>
  delivery.opened[period] ??
  dueDay(calendar.deadlineFrom(dayIn(period, rulesFor(delivery, period).rules.reportDueDay)));

/**
 * Who owes a month's report: the leads in force in that month. Duties follow the organisation at the time of action
 * (invariant 36): a new lead owes nothing of the months before it.
 */
const leadsIn = (delivery: StartedDelivery, period: Month): readonly DepartmentName[] =>
  leadsOf(commitmentAt(delivery, period).indicators);

/**
 * Whether a month needs no report of a department: it has one that counts, or another lead, of before or of today,
 * reported everything that it led then.
 */
const isReportCovered = (
  delivery: StartedDelivery,
  period: Month,
  department: DepartmentName,
  counts: (report: Report) => boolean,
): boolean => {
  const reportedBy = (department: DepartmentName) => {
    const report = reportOf(delivery, period, department);
    return report !== undefined && counts(report);
  };
  if (reportedBy(department)) return true;
  const led = commitmentAt(delivery, period).indicators.filter(
    ({ applicable, lead }) => applicable && lead === department,
  );
  const today = (id: IndicatorId) => delivery.commitment.indicators.find((indicator) => indicator.id === id)!;
  return (
    led.length > 0 &&
    led.every(({ id }) => leadsEver(delivery, today(id)).some((lead) => lead !== department && reportedBy(lead)))
  );
};

/** A department of which a month expects a report, and what it has sent so far. */
export interface ExpectedReport {
  readonly department: DepartmentName;
  readonly report: Report | undefined;
}
export const expectedReports = (delivery: StartedDelivery, period: Month): readonly ExpectedReport[] =>
  expectsReports(delivery, period)
    ? leadsIn(delivery, period)
        .map((department) => ({ department, report: reportOf(delivery, period, department) }))
        .filter(({ department, report }) => report || !isReportCovered(delivery, period, department, () => true))
    : [];

/** Leads whose verified report a month is without. */
export const missingReports = (delivery: StartedDelivery, period: Month): readonly DepartmentName[] =>
  expectsReports(delivery, period)
    ? leadsIn(delivery, period).filter(
        (department) => !isReportCovered(delivery, period, department, ({ verified }) => verified !== undefined),
      )
    : [];

/** The same on a day: before its report is due nobody is without it, however early a month is closed. */
export const reportsMissedBy = (
  delivery: StartedDelivery,
  period: Month,
  { today, calendar }: Pick<DecisionContext<ProjectId>, 'today' | 'calendar'>,
): readonly DepartmentName[] =>
  today < reportDue(delivery, period, calendar).dueOn ? [] : missingReports(delivery, period);

/**
 * Whether the department has to act: nothing is there to be looked at, or what was there was given back. A correction
 * given back leaves what was verified before it.
 */
export const isAwaited = (report: Report | undefined): boolean =>
  report === undefined || (report.status === 'returned' && report.verified === undefined);
