import type { CommandData, DepartmentName, EventData, Month, ProjectId, ReportLine } from '@minsheng/contracts';
import { Refusal, type DecisionContext } from '../../decider';
import type { LightsState, Report, StartedDelivery } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertLead } from '../promise/assert-lead';
import { assertNotEnded, assertUnderWay } from '../promise/status';
import { assertMoney } from './assert-money';
import { assertReport } from './assert-report';
import { reportDue } from './expected-reports';
import { expectedLines, filledSheet } from './filled-sheet';
import { assertPeriod, isLocked } from './period';
import { reportOf, withReport } from './report-key';

export type SubmissionRefusal = 'PERIOD_CLOSED' | 'PERIOD_NOT_CLOSED' | 'REPORT_ALREADY_SUBMITTED';
const refuse = (code: SubmissionRefusal, facts: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Whose version it is, and which: the next after the one before. */
const nextVersion = (before: Report | undefined, { id: projectId, by, today }: DecisionContext<ProjectId>) => ({
  projectId,
  version: (before?.version ?? 0) + 1,
  author: by.id,
  submittedOn: today,
});

/** Every line that a report states, alone or together with others. @throws ReportRefused */
const checkedLines = (
  delivery: StartedDelivery,
  department: DepartmentName,
  data: CommandData<'SubmitReport'>,
  today: string,
): ReportLine[] => {
  const { period, evidence, money } = data;
  const expected = expectedLines(delivery, department, period);
  const lines = filledSheet(expected, data, delivery.commitment.indicators);
  assertReport(delivery, { period, department, lines, proven: evidence.length > 0, expected, today });
  assertMoney(delivery, { period, department, money });
  return lines;
};

export const decideSubmissions = {
  SubmitReport: (delivery, data, context) => {
    const { period } = data;
    const department = assertLead(assertUnderWay(delivery), context.by.organisation);
    assertPeriod(delivery, period, context.today);
    const before = reportOf(delivery, period, department);
    // whoever sends its report by the due day is in time, however early the month was closed
    const isInTime = !before && context.today <= reportDue(delivery, period, context.calendar).dueOn;
    if (isLocked(delivery, period) && !isInTime) return refuse('PERIOD_CLOSED', { period });
    if (before && before.status !== 'returned') return refuse('REPORT_ALREADY_SUBMITTED', { period, department });
    const lines = checkedLines(delivery, department, data, context.today);
    return [{ type: 'ReportSubmitted', data: { ...nextVersion(before, context), department, ...data, lines } }];
  },
  CorrectReport: (delivery, data, context) => {
    const { period } = data;
    const department = assertLead(assertNotEnded(delivery), context.by.organisation);
    if (!delivery.lights[period]) return refuse('PERIOD_NOT_CLOSED', { period });
    const before = reportOf(delivery, period, department);
    if (before?.status === 'submitted') return refuse('REPORT_ALREADY_SUBMITTED', { period, department });
    const lines = checkedLines(delivery, department, data, context.today);
    return [{ type: 'ReportCorrected', data: { ...nextVersion(before, context), department, ...data, lines } }];
  },
} satisfies DecideRows;

/** What is remembered of a version that was sent: the texts are the read model's. */
const claimed = ({
  period,
  department,
  version,
  author,
  submittedOn,
  lines,
  evidence,
  money,
}: EventData<'ReportSubmitted'>) => ({
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

/** Whether a month has shown a light, also one that was withdrawn since. */
export const isPublished = ({ lights, withdrawn }: LightsState, period: Month): boolean =>
  lights[period] !== undefined || withdrawn[period] !== undefined;

export const evolveSubmissions = {
  ReportSubmitted: (delivery, data) =>
    withReport(delivery, { ...claimed(data), late: isPublished(delivery, data.period) }),
  ReportCorrected: (delivery, data) => withReport(delivery, { ...claimed(data), late: true }),
} satisfies EvolveRows;
