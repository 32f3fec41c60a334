import type { DeliveryEvent, DepartmentName, Month } from '@minsheng/contracts';
import type { WorkingCalendar } from '../../calendar/working-days';
import { isReportCovered } from '../change/commitment-at';
import { expectsReports } from '../completion/expects-reports';
import type { StartedDelivery } from '../delivery.state';
import { dueDay, type DueDay } from '../due-day';
import type { FallenDue } from '../part';
import { leadsOf } from '../who';
import { reportKey, type Report } from './report';
import { rulesFor } from './rules-for';

/** The twelve months of a list's year. */
export const monthsOf = (year: string): readonly Month[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Month);

/**
 * The day by which a month's report is due: the list's day of that month, moved on where offices do not work (调休,
 * invariant 26). A month that was opened keeps the day it was opened with.
 */
const reportDue = (
  delivery: Pick<StartedDelivery, 'ruleSets' | 'opened'>,
  period: Month,
  calendar: WorkingCalendar,
): DueDay =>
  delivery.opened[period] ??
  dueDay(calendar.deadlineFrom(`${period}-${String(rulesFor(delivery, period).rules.reportDueDay).padStart(2, '0')}`));

/**
 * Nothing is there to be looked at, or what was there was given back; a correction given back leaves what was verified
 * before it.
 */
const isDueFrom = (report: Report | undefined): boolean =>
  report === undefined || (report.status === 'returned' && report.verified === undefined);
/** Owed after the day; a first version that came after it was overdue too, though the clock stood still between. */
const wasOverdue = (report: Report | undefined, dueOn: string): boolean =>
  isDueFrom(report) || (report!.version === 1 && report!.submittedOn > dueOn);

/**
 * Periods that open on the first of their month, departments reminded of a report before it is due, and reports overdue
 * the day after
 * (handbook domain.md 4.5; invariant 19). Each is told once, and only while the project is under way. A clock that
 * stood still catches up,
 * but reminds nobody of a day that has passed: that would be no reminder.
 */
export const reportingFallenDue: FallenDue = (delivery, { id: projectId, today, calendar }) => {
  if (delivery.status !== 'under way') return [];
  return monthsOf(projectId.slice(7, 11))
    .filter((period) => `${period}-01` <= today && expectsReports(delivery, period))
    .flatMap((period): DeliveryEvent[] => {
      const reportsDue = reportDue(delivery, period, calendar);
      const { dueOn } = reportsDue;
      const { remindDaysBefore } = rulesFor(delivery, period).rules;
      const isKnown = (known: readonly string[], department: DepartmentName) =>
        known.includes(reportKey(period, department));
      const due = ({ department }: { readonly department: DepartmentName }) => ({
        projectId,
        period,
        department,
        ...reportsDue,
      });
      const reminds =
        remindDaysBefore > 0 && today >= calendar.workingDaysBefore(dueOn, remindDaysBefore) && today <= dueOn;
      // A lead that took over owes nothing for months in which the one before it reported (invariant 36).
      const leads = leadsOf(delivery)
        .map((department) => ({ department, report: delivery.reports[reportKey(period, department)] }))
        .filter(({ department, report }) => report || !isReportCovered(delivery, period, department, () => true));
      const reminded = reminds
        ? leads.filter(({ department, report }) => isDueFrom(report) && !isKnown(delivery.reminded, department))
        : [];
      const overdue =
        today > dueOn
          ? leads.filter(
              ({ department, report }) => wasOverdue(report, dueOn) && !isKnown(delivery.overdue, department),
            )
          : [];
      return [
        ...(delivery.opened[period]
          ? []
          : [{ type: 'PeriodOpened' as const, data: { projectId, period, ...reportsDue } }]),
        ...reminded.map((lead) => ({ type: 'ReportReminded' as const, data: due(lead) })),
        ...overdue.map((lead) => ({ type: 'ReportOverdue' as const, data: due(lead) })),
      ];
    });
};
