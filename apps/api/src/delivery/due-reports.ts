import type { DepartmentName, Month } from '@minsheng/contracts';
import type { DueDay } from '@minsheng/domain';
import { markKey, type LedgerRow, type ProjectRow, type ReportMark } from '@minsheng/read-models';

/** A month's report that a department owes, has sent or must send again. */
export interface DueReport extends DueDay {
  readonly projectId: string;
  readonly title: string;
  readonly period: string;
  readonly status: 'not reported' | ReportMark['status'];
  readonly overdue: boolean;
  readonly reminded?: boolean;
  readonly returnedFor?: string;
}
type Owing = Pick<ProjectRow, 'projectId' | 'title' | 'listId' | 'status' | 'leads' | 'lights' | 'periods'>;

/** Handed in and checked, or handed in late and waiting for its check: nothing is owed. */
const isDone = (mark: ReportMark | undefined, closed: boolean): boolean =>
  mark?.status === 'verified' || mark?.status === 'certified' || (closed && mark?.status === 'submitted');

/**
 * What a department owes by a day: every month begun so far of every project it leads, except what is verified. The day
 * is the one the clock recorded, else what the list's rules and the calendar come to.
 */
export const dueReports = (
  projects: readonly Owing[],
  ledgers: readonly Pick<LedgerRow, 'projectId' | 'reports'>[],
  department: DepartmentName,
  today: string,
  dueDayOf: (listId: string, period: Month) => DueDay,
): DueReport[] => {
  const marks = new Map(ledgers.map(({ projectId, reports }) => [projectId as string, reports]));
  return projects
    .filter(({ status, leads }) => status === 'under way' && leads.includes(department))
    .flatMap(({ projectId, title, listId, lights, periods }) => {
      const months = Array.from(
        { length: 12 },
        (_, index) => `${listId.slice(7)}-${String(index + 1).padStart(2, '0')}` as Month,
      ).filter((period) => `${period}-01` <= today);
      return months.flatMap((period): DueReport[] => {
        const mark = marks.get(projectId)?.[markKey(period, department)];
        if (
          isDone(
            mark,
            lights.some((light) => light.period === period),
          )
        )
          return [];
        const known = periods.find((periodTold) => periodTold.period === period);
        const { dueOn, dueOnProvisional } = known ?? dueDayOf(listId, period);
        return [
          {
            projectId,
            title,
            period,
            dueOn,
            ...(dueOnProvisional && { dueOnProvisional }),
            status: mark?.status ?? 'not reported',
            overdue: mark?.status !== 'submitted' && today > dueOn,
            ...(known?.reminded.includes(department) && { reminded: true }),
            ...(mark?.status === 'returned' && mark.returnedFor && { returnedFor: mark.returnedFor }),
          },
        ];
      });
    });
};
