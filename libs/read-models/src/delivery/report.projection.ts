import {
  changeEvents,
  promiseEvents,
  completionEvents,
  lightEvents,
  listOf,
  periodEvents,
  regionOf,
  reportEvents,
  supervisionEvents,
  type DeliveryEvent,
  type DepartmentName,
  type Month,
  type ProjectId,
} from '@minsheng/contracts';
import { reportKey } from '@minsheng/domain';
import { ignoring, memberOf } from '../event-groups';
import type { Projection } from '../projection';
import { ReportRow, type ReportVersion, type Submitted } from './report.entity';

type Row = ReportRow | undefined;
const reportId = (projectId: ProjectId, period: Month, department: DepartmentName) =>
  `${projectId} ${reportKey(period, department)}`;

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
const submittedVersion = ({
  version,
  submittedOn,
  progress,
  problems,
  nextMonth,
  money,
  evidence,
  lines,
  otherLines,
}: Submitted): ReportVersion => ({
  version,
  submittedOn,
  progress: progress ?? null,
  ...(problems && { problems }),
  ...(nextMonth && { nextMonth }),
  ...(money && { money }),
  evidence,
  lines,
  ...(otherLines && { otherLines }),
  status: 'submitted',
});
const withNewestVersion = (row: Row, change: Partial<ReportVersion> & Pick<ReportVersion, 'status'>): Row =>
  row && {
    ...row,
    status: change.status,
    versions: [...row.versions.slice(0, -1), { ...row.versions.at(-1)!, ...change }],
  };

const isReport = memberOf(reportEvents);

export const reports: Projection<ReportRow, DeliveryEvent, unknown> = {
  name: 'report',
  entity: ReportRow,
  categories: ['delivery'],
  needs: 'data',
  keyOf: (event) =>
    isReport(event) ? reportId(event.data.projectId, event.data.period, event.data.department) : undefined,
  createdBy: [],
  on: {
    ReportSubmitted: (row, data) => withVersion(row, data, submittedVersion(data)),
    ReportCorrected: (row, data) => withVersion(row, data, { ...submittedVersion(data), correction: data.reason }),
    ReportReturned: (row, { reason }) => withNewestVersion(row, { status: 'returned', returnedFor: reason }),
    ReportVerified: (row, { how, lines }) => withNewestVersion(row, { status: 'verified', how, verifiedLines: lines }),
    ReportCertified: (row, { certificateNo }) => withNewestVersion(row, { status: 'certified', certificateNo }),
    // the rest of a delivery does not concern its reports
    ...ignoring(promiseEvents, periodEvents, lightEvents, supervisionEvents, changeEvents, completionEvents),
  },
};
