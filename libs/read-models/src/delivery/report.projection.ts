import {
  listOf,
  regionOf,
  type DeliveryEvent,
  type DepartmentName,
  type Month,
  type ProjectId,
} from '@minsheng/contracts';
import { ignore, type Projection } from '../projection';
import { ReportRow, type ReportVersion, type Submitted } from './report.entity';

type Row = ReportRow | undefined;
const reportId = (projectId: ProjectId, period: Month, department: DepartmentName) =>
  `${projectId} ${period} ${department}`;

const withVersion = (
  row: Row,
  { projectId, period, department }: { projectId: ProjectId; period: Month; department: DepartmentName },
  version: ReportVersion,
): ReportRow => ({
  reportId: reportId(projectId, period, department),
  projectId,
  listId: listOf(projectId),
  regionCode: regionOf(projectId),
  period,
  department,
  status: version.status,
  versions: [...(row?.versions ?? []), version],
});
const handedIn = ({
  version,
  submittedOn,
  progress,
  problems,
  nextMonth,
  money,
  evidence,
  lines,
}: Submitted): ReportVersion => ({
  version,
  submittedOn,
  progress,
  ...(problems && { problems }),
  ...(nextMonth && { nextMonth }),
  ...(money && { money }),
  evidence,
  lines,
  status: 'submitted',
});
const newest = (row: Row, change: Partial<ReportVersion> & Pick<ReportVersion, 'status'>): Row =>
  row && {
    ...row,
    status: change.status,
    versions: [...row.versions.slice(0, -1), { ...row.versions.at(-1)!, ...change }],
  };

export const reports: Projection<ReportRow, DeliveryEvent, unknown> = {
  name: 'report',
  entity: ReportRow,
  categories: ['delivery'],
  needs: 'data',
  keyOf: ({ type, data }) =>
    type === 'ReportSubmitted' ||
    type === 'ReportCorrected' ||
    type === 'ReportReturned' ||
    type === 'ReportVerified' ||
    type === 'ReportCertified'
      ? reportId(data.projectId, data.period, data.department)
      : undefined,
  createdBy: [],
  on: {
    ReportSubmitted: (row, data) => withVersion(row, data, handedIn(data)),
    ReportCorrected: (row, data) => withVersion(row, data, { ...handedIn(data), correction: data.reason }),
    ReportReturned: (row, { reason }) => newest(row, { status: 'returned', returnedFor: reason }),
    ReportVerified: (row, { how, lines }) => newest(row, { status: 'verified', how, verifiedLines: lines }),
    ReportCertified: (row, { certificateNo }) => newest(row, { status: 'certified', certificateNo }),
    // The rest of a delivery does not concern its reports.
    DeliveryStarted: ignore,
    TargetsBrokenDown: ignore,
    InvestmentPlanned: ignore,
    LiaisonAppointed: ignore,
    PeriodOpened: ignore,
    ReportReminded: ignore,
    ReportOverdue: ignore,
    MonthClosed: ignore,
    LightRecomputed: ignore,
    MonthReopened: ignore,
    MonthClosedAgain: ignore,
    RulesChanged: ignore,
    LightOverridden: ignore,
    OverrideEnded: ignore,
    EscalationReached: ignore,
    MeasureTaken: ignore,
    Delisted: ignore,
    OrderIssued: ignore,
    OrderReceived: ignore,
    OrderAnswered: ignore,
    OrderOverdue: ignore,
    OrderEscalated: ignore,
    OrderClosed: ignore,
    IssueRaised: ignore,
    IssueDecided: ignore,
    IssueOverdue: ignore,
    IssueResolved: ignore,
    IssueReopened: ignore,
    AdjustmentApplied: ignore,
    AdjustmentChecked: ignore,
    AdjustmentApproved: ignore,
    AdjustmentRejected: ignore,
    AdjustmentPublished: ignore,
    CompletionClaimed: ignore,
    NotMetRecorded: ignore,
    AcceptanceLevelPassed: ignore,
    AcceptancePassed: ignore,
    AcceptanceFailed: ignore,
    ProjectClosed: ignore,
    LookedBack: ignore,
    ProjectReopened: ignore,
  },
};
