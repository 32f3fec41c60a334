import { reads, takes } from '../define-route';
import * as Commands from './reports.commands';

/** 20,000 rows with district and reason come to some 2.6 MB; a row of figures alone to about 115 bytes. */
const MONTH_LIMIT_BYTES = 4_194_304;

export const reportsRoutes = {
  PassDay: takes(Commands.PassDay, 'projects/:projectId/days', '按业务日期办理到期事项', ['commission']),
  PassDays: takes(Commands.PassDays, 'lists/:listId/days', '按业务日期办理清单全部项目的到期事项', ['commission'], {
    receipts: { on: 'string', projects: 'integer', events: 'integer' },
  }),
  SubmitMonth: takes(
    Commands.SubmitMonth,
    'lists/:listId/monthly-reports',
    '整批报送一个月的月报，全部记入或全部不记',
    ['department'],
    { bodyLimitBytes: MONTH_LIMIT_BYTES, receipts: { period: 'string', department: 'string' } },
  ),
  ReportDraft: reads(
    'projects/:projectId/reports/:period/draft',
    ['department'],
    "以上月数为底的月报草稿 Last month's figures as the starting point of a report",
  ),
  MyMonth: reads('my/month', ['department'], '本单位一个月的全部填报项 Every line my department fills in for a month'),
  SubmitReport: takes(Commands.SubmitReport, 'projects/:projectId/reports', '报送月报', ['department']),
  CorrectReport: takes(Commands.CorrectReport, 'projects/:projectId/report-corrections', '关账后更正或补报', [
    'department',
  ]),
  ReturnReport: takes(Commands.ReturnReport, 'projects/:projectId/report-returns', '退回月报', ['commission']),
  VerifyReport: takes(Commands.VerifyReport, 'projects/:projectId/report-verifications', '核实月报', ['commission']),
  CertifyReport: takes(Commands.CertifyReport, 'projects/:projectId/report-certifications', '统计部门认定盖章', [
    'statistics',
  ]),
  CloseMonth: takes(Commands.CloseMonth, 'projects/:projectId/month-closings', '月度关账并亮灯', ['commission']),
  ReopenMonth: takes(Commands.ReopenMonth, 'projects/:projectId/month-reopenings', '重新开账', ['commission']),
};
