import type { DepartmentName } from '@minsheng/contracts';
import type { ProjectRow, ReportRow } from '@minsheng/read-models';

/** A month's report that a department owes, has sent or must send again. */
export interface DueReport {
  readonly projectId: string; readonly title: string; readonly period: string; readonly dueOn: string;
  readonly status: 'not reported' | ReportRow['status']; readonly overdue: boolean; readonly returnedFor?: string;
}

/** What a department owes by a day: every month begun so far of every project it leads, except what is verified. */
export const dueReports = (projects: readonly ProjectRow[], reports: readonly ReportRow[], department: DepartmentName, today: string, dueDayOf: (listId: string) => number): DueReport[] =>
  projects.filter(({ status, leads }) => status === 'under way' && leads.includes(department)).flatMap(({ projectId, title, listId, lights }) => {
    const year = listId.slice(7);
    const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`).filter((period) => `${period}-01` <= today);
    return months.flatMap((period): DueReport[] => {
      const report = reports.find((one) => one.projectId === projectId && one.period === period);
      const closed = lights.some(({ now }) => now.period === period);
      if (report?.status === 'verified' || (closed && report?.status === 'submitted')) return [];
      const dueOn = `${period}-${String(dueDayOf(listId)).padStart(2, '0')}`;
      const returnedFor = report?.versions.at(-1)?.returnedFor;
      return [{ projectId, title, period, dueOn, status: report?.status ?? 'not reported', overdue: report?.status !== 'submitted' && today > dueOn, ...(report?.status === 'returned' && returnedFor && { returnedFor }) }];
    });
  });
