import type { DepartmentName, Month } from '@minsheng/contracts';
import type { DueDay } from '../../indicator/due-day';
import { leadsOf } from '../../indicator/leads';
import { monthsBegun } from '../../indicator/month';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { Report, StartedDelivery } from '../delivery.state';
import { commitmentAt } from '../promise/commitment-at';
import { expectedReports, isAwaited, reportDue } from './expected-reports';
import { reportKey } from './report-key';

/** A month's report that a department has to send, has to send again, or that waits for its check. */
export interface OutstandingReport extends DueDay {
  readonly period: Month;
  readonly status: 'not reported' | Report['status'];
  readonly overdue: boolean;
  readonly reminded?: boolean;
  readonly returnedFor?: string;
  /** Who led in that month and sent nothing: the present lead makes up for it, and it is not overdue of its own. */
  readonly earlierLead?: DepartmentName;
}

/** Checked, or sent after the month was closed and waiting for its check: nothing is left to do. */
const isDone = (delivery: StartedDelivery, report: Report | undefined): boolean =>
  report?.status === 'verified' ||
  report?.status === 'certified' ||
  (report?.status === 'submitted' && delivery.lights[report.period] !== undefined);

/** Who sends what a department of that month owes: it, or who leads today what it led then. */
const senders = (delivery: StartedDelivery, period: Month, owing: DepartmentName): readonly DepartmentName[] => {
  const led = commitmentAt(delivery, period)
    .indicators.filter(({ lead }) => lead === owing)
    .map(({ id }) => id);
  return leadsOf(delivery.commitment.indicators.filter(({ id }) => led.includes(id)));
};

/** What a department has left to report of a project under way, month by month, on a business date. */
export const outstandingReports = (
  delivery: StartedDelivery,
  department: DepartmentName,
  today: string,
  calendar: WorkingCalendar,
): readonly OutstandingReport[] =>
  delivery.status !== 'under way'
    ? []
    : monthsBegun(delivery.year, today).flatMap((period) =>
        expectedReports(delivery, period)
          .filter(
            ({ department: owing, report }) =>
              senders(delivery, period, owing).includes(department) &&
              (owing === department ? !isDone(delivery, report) : isAwaited(report)),
          )
          .map(({ department: owing, report }) => {
            const due = reportDue(delivery, period, calendar);
            const isOwn = owing === department;
            return {
              period,
              ...due,
              status: report?.status ?? 'not reported',
              overdue: isOwn && isAwaited(report) && today > due.dueOn,
              ...(delivery.reminded.includes(reportKey(period, department)) && { reminded: true }),
              ...(report?.status === 'returned' && report.returnedFor && { returnedFor: report.returnedFor }),
              ...(!isOwn && { earlierLead: owing }),
            };
          }),
      );
