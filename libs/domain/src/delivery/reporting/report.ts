import type { DeliveryEvent, DepartmentName, EventData, Light, Month, ReportLine } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';
import type { DueDay } from '../due-day';

/** The newest report of one department for one month. */
export interface Report {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly version: number;
  readonly status: 'submitted' | 'returned' | 'verified' | 'certified';
  readonly author: string;
  readonly submittedOn: string;
  readonly claimed: readonly ReportLine[];
  /** Whether evidence came with this version (invariant 16). */
  readonly proven: boolean;
  readonly money?: { readonly done: string; readonly paid: string };
  /** What counts: the figures of the newest verified version. */
  readonly verified?: readonly ReportLine[];
  readonly verifiedMoney?: Report['money'];
  /** First submitted, or corrected, after the month was closed. */
  readonly late: boolean;
}
export interface ReportingState {
  readonly reports: Readonly<Record<string, Report>>;
  /** What each closed month shows now. */
  readonly lights: Readonly<Record<Month, Light>>;
  /** Closed months that stand open again. */
  readonly reopened: readonly Month[];
  /** What the clock has recorded: the day by which each month's reports are due, who was reminded, who was overdue. */
  readonly opened: { readonly [period in Month]?: DueDay };
  readonly reminded: readonly string[];
  readonly overdue: readonly string[];
}
export const noReports: ReportingState = {
  reports: {},
  lights: {},
  reopened: [],
  opened: {},
  reminded: [],
  overdue: [],
};

export const reportKey = (period: Month, department: DepartmentName) => `${period} ${department}`;
/** Closed, and not reopened since. */
export const isLocked = ({ lights, reopened }: Pick<ReportingState, 'lights' | 'reopened'>, period: Month): boolean =>
  lights[period] !== undefined && !reopened.includes(period);

/** The report after an event about it; what the event does not tell stays. */
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
export const reportOf = ({
  period,
  department,
  version,
  author,
  submittedOn,
  lines,
  evidence,
  money,
}: EventData<Extract<DeliveryEvent['type'], 'ReportSubmitted' | 'ReportCorrected'>>) => ({
  period,
  department,
  version,
  author,
  submittedOn,
  claimed: lines,
  proven: evidence.length > 0,
  money,
  status: 'submitted' as const,
});
export const withLight = (delivery: StartedDelivery, light: Light): StartedDelivery => ({
  ...delivery,
  lights: { ...delivery.lights, [light.period]: light },
});
