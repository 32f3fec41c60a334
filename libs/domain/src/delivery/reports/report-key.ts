import type { DepartmentName, Month } from '@minsheng/contracts';
import type { Report, ReportsState, StartedDelivery } from '../delivery.state';

/** A department has one report for a month: its key among the reports of a project. */
export const reportKey = (period: Month, department: DepartmentName): string => `${period} ${department}`;

/** The newest report of a department for a month. */
export const reportOf = ({ reports }: ReportsState, period: Month, department: DepartmentName): Report | undefined =>
  reports[reportKey(period, department)];

/** The report after an event about it; what the event does not say stays. */
export const withReport = (
  delivery: StartedDelivery,
  { period, department, ...rest }: Pick<Report, 'period' | 'department'> & Partial<Report>,
): StartedDelivery => {
  const key = reportKey(period, department);
  const before = delivery.reports[key];
  return {
    ...delivery,
    reports: {
      ...delivery.reports,
      [key]: { ...before, late: before?.late ?? false, ...rest, period, department } as Report,
    },
  };
};
