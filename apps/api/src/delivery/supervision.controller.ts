import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './supervision.commands';

@ApiTags('督办 supervision')
@Controller('projects/:projectId')
export class SupervisionController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('light-overrides', Commands.OverrideLight, '人工调整亮灯', 'commission')
  overrideLight(@Asked() command: Commands.OverrideLight) {
    return this.bus.execute(command);
  }

  @Accepts('light-override-withdrawals', Commands.WithdrawOverride, '撤销人工亮灯', 'commission')
  withdrawOverride(@Asked() command: Commands.WithdrawOverride) {
    return this.bus.execute(command);
  }

  @Accepts('measures', Commands.TakeMeasure, '提醒、约谈、挂牌督办等', 'commission')
  takeMeasure(@Asked() command: Commands.TakeMeasure) {
    return this.bus.execute(command);
  }

  @Accepts('delistings', Commands.Delist, '解除挂牌督办', 'commission')
  delist(@Asked() command: Commands.Delist) {
    return this.bus.execute(command);
  }

  @Accepts('orders', Commands.IssueOrder, '发督办单', 'commission')
  issueOrder(@Asked() command: Commands.IssueOrder) {
    return this.bus.execute(command);
  }

  @Accepts('order-receipts', Commands.ReceiveOrder, '签收督办单', 'department')
  receiveOrder(@Asked() command: Commands.ReceiveOrder) {
    return this.bus.execute(command);
  }

  @Accepts('order-answers', Commands.AnswerOrder, '答复督办单', 'department')
  answerOrder(@Asked() command: Commands.AnswerOrder) {
    return this.bus.execute(command);
  }

  @Accepts('order-escalations', Commands.EscalateOrder, '督办单升级', 'commission')
  escalateOrder(@Asked() command: Commands.EscalateOrder) {
    return this.bus.execute(command);
  }

  @Accepts('order-closings', Commands.CloseOrder, '督办单销号', 'commission')
  closeOrder(@Asked() command: Commands.CloseOrder) {
    return this.bus.execute(command);
  }

  @Accepts('issues', Commands.RaiseIssue, '提请联席会议', 'department')
  raiseIssue(@Asked() command: Commands.RaiseIssue) {
    return this.bus.execute(command);
  }

  @Accepts('issue-decisions', Commands.DecideIssue, '联席会议议定', 'leader')
  decideIssue(@Asked() command: Commands.DecideIssue) {
    return this.bus.execute(command);
  }

  @Accepts('issue-resolutions', Commands.ResolveIssue, '问题办结', 'commission')
  resolveIssue(@Asked() command: Commands.ResolveIssue) {
    return this.bus.execute(command);
  }

  @Accepts('issue-reopenings', Commands.ReopenIssue, '问题重新提出', 'commission', 'department')
  reopenIssue(@Asked() command: Commands.ReopenIssue) {
    return this.bus.execute(command);
  }
}
