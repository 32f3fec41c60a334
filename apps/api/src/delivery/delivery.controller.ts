import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './delivery.commands';

@ApiTags('实施 delivery')
@Controller('projects/:projectId')
export class DeliveryController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('breakdown', Commands.BreakDownTargets, '责任分解', 'commission')
  breakDownTargets(@Asked() command: Commands.BreakDownTargets) { return this.bus.execute(command); }

  @Accepts('reports', Commands.SubmitReport, '报送月报', 'department')
  submitReport(@Asked() command: Commands.SubmitReport) { return this.bus.execute(command); }

  @Accepts('report-corrections', Commands.CorrectReport, '关账后更正或补报', 'department')
  correctReport(@Asked() command: Commands.CorrectReport) { return this.bus.execute(command); }

  @Accepts('report-returns', Commands.ReturnReport, '退回月报', 'commission')
  returnReport(@Asked() command: Commands.ReturnReport) { return this.bus.execute(command); }

  @Accepts('report-verifications', Commands.VerifyReport, '核实月报', 'commission')
  verifyReport(@Asked() command: Commands.VerifyReport) { return this.bus.execute(command); }

  @Accepts('month-closings', Commands.CloseMonth, '月度关账并亮灯', 'commission')
  closeMonth(@Asked() command: Commands.CloseMonth) { return this.bus.execute(command); }

  @Accepts('issues', Commands.RaiseIssue, '提请联席会议', 'department')
  raiseIssue(@Asked() command: Commands.RaiseIssue) { return this.bus.execute(command); }

  @Accepts('issue-decisions', Commands.DecideIssue, '联席会议议定', 'leader')
  decideIssue(@Asked() command: Commands.DecideIssue) { return this.bus.execute(command); }

  @Accepts('issue-resolutions', Commands.ResolveIssue, '问题办结', 'commission')
  resolveIssue(@Asked() command: Commands.ResolveIssue) { return this.bus.execute(command); }

  @Accepts('orders', Commands.IssueOrder, '发督办单', 'commission')
  issueOrder(@Asked() command: Commands.IssueOrder) { return this.bus.execute(command); }

  @Accepts('order-answers', Commands.AnswerOrder, '答复督办单', 'department')
  answerOrder(@Asked() command: Commands.AnswerOrder) { return this.bus.execute(command); }

  @Accepts('order-closings', Commands.CloseOrder, '督办单销号', 'commission')
  closeOrder(@Asked() command: Commands.CloseOrder) { return this.bus.execute(command); }

  @Accepts('completion', Commands.ClaimCompletion, '申报完成', 'department')
  claimCompletion(@Asked() command: Commands.ClaimCompletion) { return this.bus.execute(command); }

  @Accepts('not-met', Commands.RecordNotMet, '认定未完成', 'commission')
  recordNotMet(@Asked() command: Commands.RecordNotMet) { return this.bus.execute(command); }

  @Accepts('acceptance', Commands.InspectProject, '验收', 'commission')
  inspect(@Asked() command: Commands.InspectProject) { return this.bus.execute(command); }

  @Accepts('closing', Commands.CloseProject, '销号归档', 'commission')
  close(@Asked() command: Commands.CloseProject) { return this.bus.execute(command); }
}
