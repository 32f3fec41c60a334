import { listOf, regionOf, type DeliveryEvent, type DepartmentName, type Month, type ProjectId } from '@minsheng/contracts';
import { ignore, type Projection } from '../projection';
import { ReportRow, type ReportVersion } from './report.entity';

type Row = ReportRow | undefined;
const reportId = (projectId: ProjectId, period: Month, department: DepartmentName) => `${projectId} ${period} ${department}`;

const withVersion = (row: Row, { projectId, period, department }: { projectId: ProjectId; period: Month; department: DepartmentName }, version: ReportVersion): ReportRow => ({
  reportId: reportId(projectId, period, department), projectId, listId: listOf(projectId), regionCode: regionOf(projectId), period, department,
  status: version.status, versions: [...(row?.versions ?? []), version],
});
const newest = (row: Row, change: Partial<ReportVersion> & Pick<ReportVersion, 'status'>): Row =>
  row && { ...row, status: change.status, versions: [...row.versions.slice(0, -1), { ...row.versions.at(-1)!, ...change }] };

export const reports: Projection<ReportRow, DeliveryEvent> = {
  name: 'report',
  entity: ReportRow,
  categories: ['delivery'],
  keyOf: ({ data }) => ('period' in data && 'department' in data && !('order' in data) ? reportId(data.projectId, data.period, data.department) : undefined),
  anew: [],
  on: {
    ReportSubmitted: (row, { version, submittedOn, progress, evidence, lines, ...of }) => withVersion(row, of, { version, submittedOn, progress, evidence, lines, status: 'submitted' }),
    ReportCorrected: (row, { version, submittedOn, progress, evidence, lines, reason, ...of }) => withVersion(row, of, { version, submittedOn, progress, evidence, lines, status: 'submitted', correction: reason }),
    ReportReturned: (row, { reason }) => newest(row, { status: 'returned', returnedFor: reason }),
    ReportVerified: (row, { how, lines }) => newest(row, { status: 'verified', how, verifiedLines: lines }),
    // The rest of a delivery does not concern its reports.
    DeliveryStarted: ignore, TargetsBrokenDown: ignore, MonthClosed: ignore, LightRecomputed: ignore, IssueRaised: ignore, IssueDecided: ignore, IssueResolved: ignore,
    OrderIssued: ignore, OrderAnswered: ignore, OrderClosed: ignore, CompletionClaimed: ignore, NotMetRecorded: ignore, AcceptancePassed: ignore, AcceptanceFailed: ignore, ProjectClosed: ignore,
  },
};
