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

  @Accepts('breakdown', Commands.BreakDownTargets, 'commission')
  breakDownTargets(@Asked() command: Commands.BreakDownTargets) { return this.bus.execute(command); }

  @Accepts('reports', Commands.SubmitReport, 'department')
  submitReport(@Asked() command: Commands.SubmitReport) { return this.bus.execute(command); }

  @Accepts('report-corrections', Commands.CorrectReport, 'department')
  correctReport(@Asked() command: Commands.CorrectReport) { return this.bus.execute(command); }

  @Accepts('report-returns', Commands.ReturnReport, 'commission')
  returnReport(@Asked() command: Commands.ReturnReport) { return this.bus.execute(command); }

  @Accepts('report-verifications', Commands.VerifyReport, 'commission')
  verifyReport(@Asked() command: Commands.VerifyReport) { return this.bus.execute(command); }

  @Accepts('month-closings', Commands.CloseMonth, 'commission')
  closeMonth(@Asked() command: Commands.CloseMonth) { return this.bus.execute(command); }

  @Accepts('issues', Commands.RaiseIssue, 'department')
  raiseIssue(@Asked() command: Commands.RaiseIssue) { return this.bus.execute(command); }

  @Accepts('issue-decisions', Commands.DecideIssue, 'leader')
  decideIssue(@Asked() command: Commands.DecideIssue) { return this.bus.execute(command); }

  @Accepts('issue-resolutions', Commands.ResolveIssue, 'commission')
  resolveIssue(@Asked() command: Commands.ResolveIssue) { return this.bus.execute(command); }

  @Accepts('orders', Commands.IssueOrder, 'commission')
  issueOrder(@Asked() command: Commands.IssueOrder) { return this.bus.execute(command); }

  @Accepts('order-answers', Commands.AnswerOrder, 'department')
  answerOrder(@Asked() command: Commands.AnswerOrder) { return this.bus.execute(command); }

  @Accepts('order-closings', Commands.CloseOrder, 'commission')
  closeOrder(@Asked() command: Commands.CloseOrder) { return this.bus.execute(command); }

  @Accepts('completion', Commands.ClaimCompletion, 'department')
  claimCompletion(@Asked() command: Commands.ClaimCompletion) { return this.bus.execute(command); }

  @Accepts('not-met', Commands.RecordNotMet, 'commission')
  recordNotMet(@Asked() command: Commands.RecordNotMet) { return this.bus.execute(command); }

  @Accepts('acceptance', Commands.InspectProject, 'commission')
  inspect(@Asked() command: Commands.InspectProject) { return this.bus.execute(command); }

  @Accepts('closing', Commands.CloseProject, 'commission')
  close(@Asked() command: Commands.CloseProject) { return this.bus.execute(command); }
}
