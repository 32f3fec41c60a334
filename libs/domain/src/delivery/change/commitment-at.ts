import type { Commitment, DepartmentName, Indicator, Month } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';
import { reportKey } from '../reporting/report';

/**
 * The promise that a month is judged by: an adjustment holds from the month in which it was approved, never before, so
 * that a reduction erases
 * no earlier warning (handbook domain.md 4.7). Steps and districts are as the responsibility table draws them today.
 */
export const commitmentAt = (
  { commitment, revisions }: Pick<StartedDelivery, 'commitment' | 'revisions'>,
  period: Month,
): Commitment => {
  const later = revisions.filter(({ from }) => from > period);
  if (later.length === 0) return commitment;
  const asBefore = (indicator: Indicator): Indicator =>
    later.reduceRight<Indicator>(
      (now, { before }) => ({ ...now, ...before.find(({ id }) => id === now.id) }),
      indicator,
    );
  return { ...commitment, indicators: commitment.indicators.map(asBefore) };
};

/** Every department that led an indicator at some time, the present lead first. */
const leadsEver = (
  { revisions }: Pick<StartedDelivery, 'revisions'>,
  { id, lead }: Indicator,
): readonly DepartmentName[] => [
  lead,
  ...revisions.flatMap(({ before }) =>
    before.filter((indicator) => indicator.id === id).map((indicator) => indicator.lead),
  ),
];

/**
 * Whether a month needs no report of a department: it has one, or whoever led before it told of everything that it
 * leads now. Departments'
 * duties follow the organisation at the time of action (invariant 36): a new lead owes no report for months in which
 * another one reported.
 */
export const isReportCovered = (
  delivery: StartedDelivery,
  period: Month,
  department: DepartmentName,
  isTold: (report: StartedDelivery['reports'][string]) => boolean,
): boolean => {
  const reportedBy = (department: DepartmentName) => {
    const report = delivery.reports[reportKey(period, department)];
    return report !== undefined && isTold(report);
  };
  if (reportedBy(department)) return true;
  const led = delivery.commitment.indicators.filter(({ applicable, lead }) => applicable && lead === department);
  return (
    led.length > 0 &&
    led.every((indicator) => leadsEver(delivery, indicator).some((lead) => lead !== department && reportedBy(lead)))
  );
};
