import type { DepartmentName, Month } from '@minsheng/contracts';
import type { DueDay } from '../../indicator/due-day';
import { monthsBegun } from '../../indicator/month';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { Report, StartedDelivery } from '../delivery.state';
import { expectedReports, isAwaited, reportDue } from './expected-reports';
import { reportKey } from './report-key';

/** A month's report that a department has to send, has to send again, or that waits for its check. */
export interface OutstandingReport extends DueDay {
  readonly period: Month;
  readonly status: 'not reported' | Report['status'];
  readonly overdue: boolean;
  readonly reminded?: boolean;
  readonly returnedFor?: string;
}

/** Checked, or sent after the month was closed and waiting for its check: nothing is left to do. */
const isDone = (delivery: StartedDelivery, report: Report | undefined): boolean =>
  report?.status === 'verified' ||
  report?.status === 'certified' ||
  (report?.status === 'submitted' && delivery.lights[report.period] !== undefined);

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
          .filter((expected) => expected.department === department && !isDone(delivery, expected.report))
          .map(({ report }) => {
            const due = reportDue(delivery, period, calendar);
            return {
              period,
              ...due,
              status: report?.status ?? 'not reported',
              overdue: isAwaited(report) && today > due.dueOn,
              ...(delivery.reminded.includes(reportKey(period, department)) && { reminded: true }),
              ...(report?.status === 'returned' && report.returnedFor && { returnedFor: report.returnedFor }),
            };
          }),
      );
