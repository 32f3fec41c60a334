import type { DeliveryEvent } from '@minsheng/contracts';
import { monthsBegun } from '../../indicator/month';
import type { Report } from '../delivery.state';
import type { EvolveRows, FallenDue } from '../delivery.tables';
import { rulesFor } from '../promise/rule-sets';
import { expectedReports, expectsReports, isAwaited, reportDue } from '../reports/expected-reports';
import { reportKey } from '../reports/report-key';

/** A first version that came after the day was overdue too, though the clock stood still between. */
const wasOverdue = (report: Report | undefined, dueOn: string): boolean =>
  isAwaited(report) || (report!.version === 1 && report!.submittedOn > dueOn);

/**
 * Periods that open on the first of their month, departments reminded of a report before it is due, and reports overdue
 * the day after (handbook domain.md 4.5; invariant 19). Each is recorded once, and only while the project is under way.
 * A clock that stood still catches up, but reminds nobody of a day that has passed: that would be no reminder.
 */
export const periodsFallenDue: FallenDue = (delivery, { id: projectId, today, calendar }) => {
  if (delivery.status !== 'under way') return [];
  return monthsBegun(delivery.year, today)
    .filter((period) => expectsReports(delivery, period))
    .flatMap((period): DeliveryEvent[] => {
      const due = reportDue(delivery, period, calendar);
      const { dueOn } = due;
      const { remindDaysBefore } = rulesFor(delivery, period).rules;
      const reminds =
        remindDaysBefore > 0 && today >= calendar.workingDaysBefore(dueOn, remindDaysBefore) && today <= dueOn;
      const expected = expectedReports(delivery, period).map(({ department, report }) => ({
        report,
        key: reportKey(period, department),
        data: { projectId, period, department, ...due },
      }));
      const reminded = expected.filter(
        ({ report, key }) => reminds && isAwaited(report) && !delivery.reminded.includes(key),
      );
      const overdue = expected.filter(
        ({ report, key }) => today > dueOn && wasOverdue(report, dueOn) && !delivery.overdue.includes(key),
      );
      return [
        ...(delivery.opened[period] ? [] : [{ type: 'PeriodOpened' as const, data: { projectId, period, ...due } }]),
        ...reminded.map(({ data }) => ({ type: 'ReportReminded' as const, data })),
        ...overdue.map(({ data }) => ({ type: 'ReportOverdue' as const, data })),
      ];
    });
};

export const evolvePeriods = {
  PeriodOpened: (delivery, { projectId: _, period, ...due }) => ({
    ...delivery,
    opened: { ...delivery.opened, [period]: due },
  }),
  ReportReminded: (delivery, { period, department }) => ({
    ...delivery,
    reminded: [...delivery.reminded, reportKey(period, department)],
  }),
  ReportOverdue: (delivery, { period, department }) => ({
    ...delivery,
    overdue: [...delivery.overdue, reportKey(period, department)],
  }),
} satisfies EvolveRows;
