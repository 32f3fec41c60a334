import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeliveryCommands, ProjectId, type DeliveryCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

const project = { param: 'projectId', schema: ProjectId };
const DecidesDelivery = decidesOn('delivery');

/** Looks at the evaluation too; see `close-project.handler.ts`. */
export class CloseProject extends addressedTo(project, DeliveryCommands.CloseProject) {}

export class BreakDownTargets extends addressedTo(project, DeliveryCommands.BreakDownTargets) {}
@CommandHandler(BreakDownTargets) export class BreakDownTargetsHandler extends DecidesDelivery {}
export class SubmitReport extends addressedTo(project, DeliveryCommands.SubmitReport) {}
@CommandHandler(SubmitReport) export class SubmitReportHandler extends DecidesDelivery {}
export class CorrectReport extends addressedTo(project, DeliveryCommands.CorrectReport) {}
@CommandHandler(CorrectReport) export class CorrectReportHandler extends DecidesDelivery {}
export class ReturnReport extends addressedTo(project, DeliveryCommands.ReturnReport) {}
@CommandHandler(ReturnReport) export class ReturnReportHandler extends DecidesDelivery {}
export class VerifyReport extends addressedTo(project, DeliveryCommands.VerifyReport) {}
@CommandHandler(VerifyReport) export class VerifyReportHandler extends DecidesDelivery {}
export class CloseMonth extends addressedTo(project, DeliveryCommands.CloseMonth) {}
@CommandHandler(CloseMonth) export class CloseMonthHandler extends DecidesDelivery {}
export class RaiseIssue extends addressedTo(project, DeliveryCommands.RaiseIssue) {}
@CommandHandler(RaiseIssue) export class RaiseIssueHandler extends DecidesDelivery {}
export class DecideIssue extends addressedTo(project, DeliveryCommands.DecideIssue) {}
@CommandHandler(DecideIssue) export class DecideIssueHandler extends DecidesDelivery {}
export class ResolveIssue extends addressedTo(project, DeliveryCommands.ResolveIssue) {}
@CommandHandler(ResolveIssue) export class ResolveIssueHandler extends DecidesDelivery {}
export class IssueOrder extends addressedTo(project, DeliveryCommands.IssueOrder) {}
@CommandHandler(IssueOrder) export class IssueOrderHandler extends DecidesDelivery {}
export class AnswerOrder extends addressedTo(project, DeliveryCommands.AnswerOrder) {}
@CommandHandler(AnswerOrder) export class AnswerOrderHandler extends DecidesDelivery {}
export class CloseOrder extends addressedTo(project, DeliveryCommands.CloseOrder) {}
@CommandHandler(CloseOrder) export class CloseOrderHandler extends DecidesDelivery {}
export class ClaimCompletion extends addressedTo(project, DeliveryCommands.ClaimCompletion) {}
@CommandHandler(ClaimCompletion) export class ClaimCompletionHandler extends DecidesDelivery {}
export class RecordNotMet extends addressedTo(project, DeliveryCommands.RecordNotMet) {}
@CommandHandler(RecordNotMet) export class RecordNotMetHandler extends DecidesDelivery {}
export class InspectProject extends addressedTo(project, DeliveryCommands.InspectProject) {}
@CommandHandler(InspectProject) export class InspectProjectHandler extends DecidesDelivery {}

/** Sent by a handler of its own, or by a policy; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled = 'StartDelivery' | 'CloseEvaluatedProject';
export const deliveryCommandHandlers = {
  BreakDownTargets: BreakDownTargetsHandler, SubmitReport: SubmitReportHandler, CorrectReport: CorrectReportHandler, ReturnReport: ReturnReportHandler,
  VerifyReport: VerifyReportHandler, CloseMonth: CloseMonthHandler, RaiseIssue: RaiseIssueHandler, DecideIssue: DecideIssueHandler, ResolveIssue: ResolveIssueHandler,
  IssueOrder: IssueOrderHandler, AnswerOrder: AnswerOrderHandler, CloseOrder: CloseOrderHandler, ClaimCompletion: ClaimCompletionHandler,
  RecordNotMet: RecordNotMetHandler, InspectProject: InspectProjectHandler,
} satisfies Record<Exclude<DeliveryCommand['type'], ElsewhereHandled>, Type<ICommandHandler>>;
