import { reads, staff, takes } from '../define-route';
import * as Commands from './supervision.commands';

export const supervisionRoutes = {
  Orders: reads('lists/:listId/orders', staff, '督办单台账 Supervision orders of a list'),
  Issues: reads('lists/:listId/issues', staff, '联席会议问题台账 Issues put to the joint conference'),
  MyReports: reads('my/reports', ['department'], '本单位待报的月报 The reports my department owes'),
  OverrideLight: takes(Commands.OverrideLight, 'projects/:projectId/light-overrides', '人工调整亮灯', ['commission']),
  WithdrawOverride: takes(Commands.WithdrawOverride, 'projects/:projectId/light-override-withdrawals', '撤销人工亮灯', [
    'commission',
  ]),
  TakeMeasure: takes(Commands.TakeMeasure, 'projects/:projectId/measures', '提醒、约谈、挂牌督办等', ['commission']),
  Delist: takes(Commands.Delist, 'projects/:projectId/delistings', '解除挂牌督办', ['commission']),
  IssueOrder: takes(Commands.IssueOrder, 'projects/:projectId/orders', '发督办单', ['commission']),
  ReceiveOrder: takes(Commands.ReceiveOrder, 'projects/:projectId/order-receipts', '签收督办单', ['department']),
  AnswerOrder: takes(Commands.AnswerOrder, 'projects/:projectId/order-answers', '答复督办单', ['department']),
  EscalateOrder: takes(Commands.EscalateOrder, 'projects/:projectId/order-escalations', '督办单升级', ['commission']),
  CloseOrder: takes(Commands.CloseOrder, 'projects/:projectId/order-closings', '督办单销号', ['commission']),
  RaiseIssue: takes(Commands.RaiseIssue, 'projects/:projectId/issues', '提请联席会议', ['department', 'commission']),
  DecideIssue: takes(Commands.DecideIssue, 'projects/:projectId/issue-decisions', '已停用：由会议在议程上议定', [
    'leader',
  ]),
  ResolveIssue: takes(Commands.ResolveIssue, 'projects/:projectId/issue-resolutions', '问题办结', ['commission']),
  ReopenIssue: takes(Commands.ReopenIssue, 'projects/:projectId/issue-reopenings', '问题重新提出', [
    'commission',
    'department',
  ]),
};
