import type { DepartmentName, EventData, Month, ProjectId } from '@minsheng/contracts';
import { Refusal, type DecisionContext } from '../../decider';
import { monthOf } from '../../indicator/month';
import type { Report, StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertNotEnded } from '../promise/status';
import { assertMoney } from '../reports/assert-money';
import { assertPlausible } from '../reports/assert-plausible';
import { assertReport } from '../reports/assert-report';
import { placeOf } from '../reports/figures';
import { reportOf, withReport } from '../reports/report-key';
import { withVerified } from '../reports/verified-figures';
import { assertStillHolds, recomputedLights } from './recomputation';

export type VerificationRefusal = 'REPORT_NOT_SUBMITTED' | 'REPORT_NOT_VERIFIED' | 'AUTHOR_CANNOT_VERIFY';
const refuse = (code: VerificationRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** A report that waits for its check. @throws REPORT_NOT_SUBMITTED */
const assertSubmitted = (delivery: StartedDelivery, period: Month, department: DepartmentName): Report => {
  const report = reportOf(assertNotEnded(delivery), period, department);
  return report?.status === 'submitted' ? report : refuse('REPORT_NOT_SUBMITTED', { period, department });
};

type Verified = EventData<'ReportVerified'>;
/** What whoever checks a report says of it; `lines` only where the check found others than were claimed. */
type Check = Omit<Verified, 'projectId' | 'version' | 'lines' | 'money'> & Partial<Pick<Verified, 'lines'>>;

/** What is verified of a report; what follows from it for closed months is recomputed. */
const verifiedReport = (
  delivery: StartedDelivery,
  data: Check,
  { id: projectId, by, today }: DecisionContext<ProjectId>,
): Verified => {
  const { period, department } = data;
  const { version, author, claimed, money, proven } = assertSubmitted(delivery, period, department);
  if (author === by.id) return refuse('AUTHOR_CANNOT_VERIFY');
  // the rest stands as claimed
  const found = new Set(data.lines?.map(placeOf));
  const lines = [...(data.lines ?? []), ...claimed.filter((claim) => !found.has(placeOf(claim)))];
  assertReport(delivery, { period, department, lines, proven, expected: [], today, isCheck: true });
  assertMoney(delivery, { period, department, money });
  if (!data.confirmed) assertPlausible(delivery, { period, lines });
  return { projectId, version, ...data, lines, ...(money && { money }) };
};

export const decideVerification = {
  // Verified figures change what closed months show: both are decided together.
  VerifyReport: (delivery, data, context) => {
    const verified = verifiedReport(delivery, data, context);
    const after = evolveVerification.ReportVerified(delivery, verified);
    assertStillHolds(after, monthOf(context.today));
    return [{ type: 'ReportVerified', data: verified }, ...recomputedLights(after, context, data.period)];
  },
  ReturnReport: (delivery, data, { id: projectId }) => {
    const { version } = assertSubmitted(delivery, data.period, data.department);
    return [{ type: 'ReportReturned', data: { projectId, version, ...data } }];
  },
  // The statistics bureau stamps what was verified; a corrected version has to be stamped again.
  CertifyReport: (delivery, data, { id: projectId }) => {
    const { period, department } = data;
    const report = reportOf(assertNotEnded(delivery), period, department);
    if (report?.status !== 'verified') return refuse('REPORT_NOT_VERIFIED', { period, department });
    return [{ type: 'ReportCertified', data: { projectId, version: report.version, ...data } }];
  },
} satisfies DecideRows;

export const evolveVerification = {
  ReportReturned: (delivery, { period, department, reason }) =>
    withReport(delivery, { period, department, status: 'returned', returnedFor: reason }),
  ReportVerified: (delivery, { period, department, lines, money }) => ({
    // sums that a correction does not name stand, as its lines do
    ...withReport(delivery, {
      period,
      department,
      status: 'verified',
      verified: lines,
      ...(money && { verifiedMoney: money }),
    }),
    refuted: undefined,
    verified: {
      ...delivery.verified,
      [period]: withVerified(delivery.verified[period] ?? [], lines, delivery.commitment.indicators),
    },
  }),
  ReportCertified: (delivery, { period, department }) =>
    withReport(delivery, { period, department, status: 'certified' }),
} satisfies EvolveRows;
