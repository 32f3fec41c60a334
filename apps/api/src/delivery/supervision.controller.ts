import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute } from '../http/command-route';
import { Command } from '../http/command.param';
import * as Commands from './supervision.commands';

@ApiTags('督办 supervision')
@Controller('projects/:projectId')
export class SupervisionController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @CommandRoute('light-overrides', Commands.OverrideLight, '人工调整亮灯', 'commission')
  overrideLight(@Command() command: Commands.OverrideLight) {
    return this.bus.execute(command);
  }

  @CommandRoute('light-override-withdrawals', Commands.WithdrawOverride, '撤销人工亮灯', 'commission')
  withdrawOverride(@Command() command: Commands.WithdrawOverride) {
    return this.bus.execute(command);
  }

  @CommandRoute('measures', Commands.TakeMeasure, '提醒、约谈、挂牌督办等', 'commission')
  takeMeasure(@Command() command: Commands.TakeMeasure) {
    return this.bus.execute(command);
  }

  @CommandRoute('delistings', Commands.Delist, '解除挂牌督办', 'commission')
  delist(@Command() command: Commands.Delist) {
    return this.bus.execute(command);
  }

  @CommandRoute('orders', Commands.IssueOrder, '发督办单', 'commission')
  issueOrder(@Command() command: Commands.IssueOrder) {
    return this.bus.execute(command);
  }

  @CommandRoute('order-receipts', Commands.ReceiveOrder, '签收督办单', 'department')
  receiveOrder(@Command() command: Commands.ReceiveOrder) {
    return this.bus.execute(command);
  }

  @CommandRoute('order-answers', Commands.AnswerOrder, '答复督办单', 'department')
  answerOrder(@Command() command: Commands.AnswerOrder) {
    return this.bus.execute(command);
  }

  @CommandRoute('order-escalations', Commands.EscalateOrder, '督办单升级', 'commission')
  escalateOrder(@Command() command: Commands.EscalateOrder) {
    return this.bus.execute(command);
  }

  @CommandRoute('order-closings', Commands.CloseOrder, '督办单销号', 'commission')
  closeOrder(@Command() command: Commands.CloseOrder) {
    return this.bus.execute(command);
  }

  @CommandRoute('issues', Commands.RaiseIssue, '提请联席会议', 'department', 'commission')
  raiseIssue(@Command() command: Commands.RaiseIssue) {
    return this.bus.execute(command);
  }

  @CommandRoute('issue-decisions', Commands.DecideIssue, '已停用：由会议在议程上议定', 'leader')
  decideIssue(@Command() command: Commands.DecideIssue) {
    return this.bus.execute(command);
  }

  @CommandRoute('issue-resolutions', Commands.ResolveIssue, '问题办结', 'commission')
  resolveIssue(@Command() command: Commands.ResolveIssue) {
    return this.bus.execute(command);
  }

  @CommandRoute('issue-reopenings', Commands.ReopenIssue, '问题重新提出', 'commission', 'department')
  reopenIssue(@Command() command: Commands.ReopenIssue) {
    return this.bus.execute(command);
  }
}
