import type { Commitment, DeliveryEvent, DepartmentName, IndicatorId, Light, Month, ReportLine, Rules } from '@minsheng/contracts';
import { unreachable } from '../decider';
import { monthOf } from '../month';
import { withLines, type Figures } from './figures';
import type { DistrictTarget } from './standing';

/** The newest report of one department for one month. */
export interface Report {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly version: number;
  readonly status: 'submitted' | 'returned' | 'verified';
  readonly author: string;
  readonly claimed: readonly ReportLine[];
  /** What counts: the figures of the newest verified version. */
  readonly verified?: readonly ReportLine[];
  /** First submitted, or corrected, after the month was closed. */
  readonly late: boolean;
}

export interface StartedDelivery {
  readonly status: 'under way' | 'completion claimed' | 'not met' | 'accepted' | 'closed';
  /** How the promise ended, once that is known. */
  readonly outcome?: 'met' | 'not met';
  /** The month in which it ended: from then on nobody expects a report. */
  readonly endedIn?: Month;
  readonly commitment: Commitment;
  readonly rulesVersion: number;
  readonly rules: Rules;
  readonly districts: Readonly<Record<IndicatorId, readonly DistrictTarget[]>>;
  readonly reports: Readonly<Record<string, Report>>;
  readonly lights: Readonly<Record<Month, Light>>;
  readonly issues: readonly ('raised' | 'decided' | 'resolved')[];
  readonly orders: readonly { readonly department: DepartmentName; readonly status: 'issued' | 'answered' | 'closed' }[];
}
export type Delivery = { readonly status: 'not started' } | StartedDelivery;

export const reportKey = (period: Month, department: DepartmentName) => `${period} ${department}`;

/** Verified figures at the end of a month: reports of later months do not reach back. */
export const figuresAt = ({ reports, commitment }: StartedDelivery, period: Month): Figures =>
  Object.values(reports)
    .filter((report) => report.verified && report.period <= period)
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : a.department < b.department ? -1 : 1))
    .reduce<Figures>((figures, { verified }) => withLines(figures, verified!, commitment.indicators), {});

const withReport = (delivery: StartedDelivery, { period, department, ...rest }: Pick<Report, 'period' | 'department'> & Partial<Report>): StartedDelivery => {
  const key = reportKey(period, department);
  const before = delivery.reports[key];
  return { ...delivery, reports: { ...delivery.reports, [key]: { ...before, late: before?.late ?? false, ...rest, period, department } as Report } };
};
const replaced = <T>(all: readonly T[], number: number, next: (one: T) => T): T[] => all.map((one, index) => (index === number - 1 ? next(one) : one));

export const evolve = (delivery: Delivery, event: DeliveryEvent): Delivery => {
  if (event.type === 'DeliveryStarted') {
    const { commitment, rulesVersion, rules } = event.data;
    return { status: 'under way', commitment, rulesVersion, rules, districts: {}, reports: {}, lights: {}, issues: [], orders: [] };
  }
  if (delivery.status === 'not started') return delivery;
  switch (event.type) {
    case 'TargetsBrokenDown': {
      const stepsOf = new Map(event.data.indicators.map(({ indicatorId, steps }) => [indicatorId, steps]));
      const indicators = delivery.commitment.indicators.map((indicator) => ({ ...indicator, steps: stepsOf.get(indicator.id) ?? indicator.steps }));
      const districts = Object.fromEntries(event.data.indicators.map(({ indicatorId, districts }) => [indicatorId, districts]));
      return { ...delivery, commitment: { ...delivery.commitment, indicators }, districts: { ...delivery.districts, ...districts } };
    }
    case 'ReportSubmitted': return withReport(delivery, { ...reportOf(event.data), late: false });
    case 'ReportCorrected': return withReport(delivery, { ...reportOf(event.data), late: true });
    case 'ReportReturned': return withReport(delivery, { period: event.data.period, department: event.data.department, status: 'returned' });
    case 'ReportVerified': return withReport(delivery, { period: event.data.period, department: event.data.department, status: 'verified', verified: event.data.lines });
    case 'MonthClosed':
    case 'LightRecomputed': return { ...delivery, lights: { ...delivery.lights, [event.data.light.period]: event.data.light } };
    case 'IssueRaised': return { ...delivery, issues: [...delivery.issues, 'raised'] };
    case 'IssueDecided': return { ...delivery, issues: replaced(delivery.issues, event.data.issue, () => 'decided') };
    case 'IssueResolved': return { ...delivery, issues: replaced(delivery.issues, event.data.issue, () => 'resolved') };
    case 'OrderIssued': return { ...delivery, orders: [...delivery.orders, { department: event.data.department, status: 'issued' }] };
    case 'OrderAnswered': return { ...delivery, orders: replaced(delivery.orders, event.data.order, (order) => ({ ...order, status: 'answered' })) };
    case 'OrderClosed': return { ...delivery, orders: replaced(delivery.orders, event.data.order, (order) => ({ ...order, status: 'closed' })) };
    case 'CompletionClaimed': return { ...delivery, status: 'completion claimed', outcome: 'met', endedIn: monthOf(event.data.endedOn) };
    case 'NotMetRecorded': return { ...delivery, status: 'not met', outcome: 'not met', endedIn: monthOf(event.data.endedOn) };
    case 'AcceptancePassed': return { ...delivery, status: 'accepted' };
    case 'AcceptanceFailed': return delivery.outcome === 'met' ? { ...delivery, status: 'under way', outcome: undefined, endedIn: undefined } : delivery;
    case 'ProjectClosed': return { ...delivery, status: 'closed' };
    default: return unreachable(event);
  }
};

const reportOf = ({ period, department, version, author, lines }: Extract<DeliveryEvent, { type: 'ReportSubmitted' | 'ReportCorrected' }>['data']) =>
  ({ period, department, version, author, claimed: lines, status: 'submitted' as const });
