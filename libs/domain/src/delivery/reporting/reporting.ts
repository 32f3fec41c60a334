import {
  canonicalJson,
  type DeliveryEvent,
  type DepartmentName,
  type Light,
  type Month,
  type ProjectId,
  type ReportingEvent,
} from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { StartedDelivery } from '../delivery.state';
import { lightAt } from '../lights/compute-light';
import { recomputeLight } from '../lights/light';
import type { Decides, Evolves } from '../part';
import { escalationsAt } from '../supervision/escalation';
import { assertPeriod, leadOf, assertNotEnded, assertUnderWay } from '../who';
import { assertPlausible, assertReport } from './assert-report';
import { isLocked, reportKey, reportOf, withLight, withReport } from './report';

export { noReports, reportKey, type Report, type ReportingState } from './report';

export type ReportingRefusal =
  | 'PERIOD_CLOSED'
  | 'PERIOD_NOT_CLOSED'
  | 'REPORT_ALREADY_SUBMITTED'
  | 'REPORT_NOT_SUBMITTED'
  | 'REPORT_NOT_VERIFIED'
  | 'AUTHOR_CANNOT_VERIFY'
  | 'NOT_THE_LEAD_DEPARTMENT'
  | 'PERIOD_OUTSIDE_YEAR'
  | 'PERIOD_NOT_BEGUN';
const refuse = (code: ReportingRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

const submitted = (delivery: StartedDelivery, period: Month, department: DepartmentName) => {
  const report = assertNotEnded(delivery).reports[reportKey(period, department)];
  return report?.status === 'submitted' ? report : refuse('REPORT_NOT_SUBMITTED', { period, department });
};

/** A closed month by what is verified now: what came late may never make it green (invariant 18). */
const recompute = (delivery: StartedDelivery, before: Light): Light =>
  recomputeLight(
    before,
    lightAt(delivery, before.period),
    Object.values(delivery.reports).some(({ late, period }) => late && period <= before.period),
  );

/**
 * Closed months whose light changes by what was just verified: the month itself and those after it that carry its
 * figures. One that stands open is seen again when it is closed.
 */
const recomputeLights = (delivery: StartedDelivery, projectId: ProjectId, since: Month): DeliveryEvent[] =>
  Object.values(delivery.lights)
    .filter(({ period }) => period >= since && isLocked(delivery, period))
    .flatMap((before) => {
      const light = recompute(delivery, before);
      return canonicalJson(light) === canonicalJson(before)
        ? []
        : [{ type: 'LightRecomputed' as const, data: { projectId, light, before: before.colour } }];
    });

export const reportingDecides: Decides<
  'SubmitReport' | 'CorrectReport' | 'ReturnReport' | 'VerifyReport' | 'CertifyReport' | 'CloseMonth' | 'ReopenMonth'
> = {
  SubmitReport: (delivery, data, { id: projectId, by, today }) => {
    const { period, lines, evidence } = data;
    const department = leadOf(assertUnderWay(delivery), by.organisation);
    assertPeriod(period, projectId, today);
    if (isLocked(delivery, period)) return refuse('PERIOD_CLOSED', { period });
    const before = delivery.reports[reportKey(period, department)];
    if (before && before.status !== 'returned') return refuse('REPORT_ALREADY_SUBMITTED', { period, department });
    assertReport(delivery, { period, department, lines, proven: evidence.length > 0 });
    return [
      {
        type: 'ReportSubmitted',
        data: {
          projectId,
          department,
          version: (before?.version ?? 0) + 1,
          author: by.id,
          submittedOn: today,
          ...data,
        },
      },
    ];
  },
  CorrectReport: (delivery, data, { id: projectId, by, today }) => {
    const { period, lines, evidence } = data;
    const department = leadOf(assertNotEnded(delivery), by.organisation);
    if (!delivery.lights[period]) return refuse('PERIOD_NOT_CLOSED', { period });
    const before = delivery.reports[reportKey(period, department)];
    if (before?.status === 'submitted') return refuse('REPORT_ALREADY_SUBMITTED', { period, department });
    assertReport(delivery, { period, department, lines, proven: evidence.length > 0 });
    return [
      {
        type: 'ReportCorrected',
        data: {
          projectId,
          department,
          version: (before?.version ?? 0) + 1,
          author: by.id,
          submittedOn: today,
          ...data,
        },
      },
    ];
  },
  ReturnReport: (delivery, data, { id: projectId }) => {
    const { version } = submitted(delivery, data.period, data.department);
    return [{ type: 'ReportReturned', data: { projectId, version, ...data } }];
  },
  VerifyReport: (delivery, data, { id: projectId, by }) => {
    const { period, department } = data;
    const { version, author, claimed, money, proven } = submitted(delivery, period, department);
    if (author === by.id) return refuse('AUTHOR_CANNOT_VERIFY');
    const lines = data.lines ?? claimed;
    assertReport(delivery, { period, department, lines, proven });
    if (!data.confirmed) assertPlausible(delivery, { period, department, lines });
    const verified = { projectId, version, ...data, lines: [...lines], ...(money && { money }) };
    return [
      { type: 'ReportVerified', data: verified },
      ...recomputeLights(reportingEvolves.ReportVerified(delivery, verified), projectId, period),
    ];
  },
  // The statistics bureau stamps what was verified; a corrected version has to be stamped anew.
  CertifyReport: (delivery, data, { id: projectId }) => {
    const { period, department } = data;
    const report = assertNotEnded(delivery).reports[reportKey(period, department)];
    if (report?.status !== 'verified') return refuse('REPORT_NOT_VERIFIED', { period, department });
    return [{ type: 'ReportCertified', data: { projectId, version: report.version, ...data } }];
  },
  CloseMonth: (delivery, { period }, { id: projectId, today }) => {
    assertPeriod(period, projectId, today);
    if (isLocked(delivery, period)) return refuse('PERIOD_CLOSED', { period });
    const before = delivery.lights[period];
    const light = before ? recompute(delivery, before) : lightAt(delivery, period);
    return [
      { type: before ? 'MonthClosedAgain' : 'MonthClosed', data: { projectId, light } },
      ...escalationsAt(delivery, projectId, light),
    ];
  },
  ReopenMonth: (delivery, data, { id: projectId }) => {
    if (!isLocked(assertNotEnded(delivery), data.period)) return refuse('PERIOD_NOT_CLOSED', { period: data.period });
    return [{ type: 'MonthReopened', data: { projectId, ...data } }];
  },
};

export const reportingEvolves: Evolves<ReportingEvent['type']> = {
  PeriodOpened: (delivery, { projectId: _, period, ...dueDay }) => ({
    ...delivery,
    opened: { ...delivery.opened, [period]: dueDay },
  }),
  ReportReminded: (delivery, { period, department }) => ({
    ...delivery,
    reminded: [...delivery.reminded, reportKey(period, department)],
  }),
  ReportOverdue: (delivery, { period, department }) => ({
    ...delivery,
    overdue: [...delivery.overdue, reportKey(period, department)],
  }),
  ReportSubmitted: (delivery, data) =>
    withReport(delivery, { ...reportOf(data), late: delivery.lights[data.period] !== undefined }),
  ReportCorrected: (delivery, data) => withReport(delivery, { ...reportOf(data), late: true }),
  ReportReturned: (delivery, { period, department }) =>
    withReport(delivery, { period, department, status: 'returned' }),
  ReportVerified: (delivery, { period, department, lines, money }) =>
    withReport(delivery, { period, department, status: 'verified', verified: lines, verifiedMoney: money }),
  ReportCertified: (delivery, { period, department }) =>
    withReport(delivery, { period, department, status: 'certified' }),
  MonthClosed: (delivery, { light }) => withLight(delivery, light),
  LightRecomputed: (delivery, { light }) => withLight(delivery, light),
  MonthReopened: (delivery, { period }) => ({ ...delivery, reopened: [...delivery.reopened, period] }),
  MonthClosedAgain: (delivery, { light }) => ({
    ...withLight(delivery, light),
    reopened: delivery.reopened.filter((period) => period !== light.period),
  }),
};
