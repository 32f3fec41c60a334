import { CommandHandler } from '@nestjs/cqrs';
import { DeliveryCommands } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { project } from '../command-handling/addresses';
import { DecidesDelivery } from './decides-delivery';

export class OverrideLight extends addressedTo(project, DeliveryCommands.OverrideLight) {}
@CommandHandler(OverrideLight)
export class OverrideLightHandler extends DecidesDelivery {}
export class WithdrawOverride extends addressedTo(project, DeliveryCommands.WithdrawOverride) {}
@CommandHandler(WithdrawOverride)
export class WithdrawOverrideHandler extends DecidesDelivery {}
export class TakeMeasure extends addressedTo(project, DeliveryCommands.TakeMeasure) {}
@CommandHandler(TakeMeasure)
export class TakeMeasureHandler extends DecidesDelivery {}
export class Delist extends addressedTo(project, DeliveryCommands.Delist) {}
@CommandHandler(Delist)
export class DelistHandler extends DecidesDelivery {}
export class IssueOrder extends addressedTo(project, DeliveryCommands.IssueOrder) {}
@CommandHandler(IssueOrder)
export class IssueOrderHandler extends DecidesDelivery {}
export class ReceiveOrder extends addressedTo(project, DeliveryCommands.ReceiveOrder) {}
@CommandHandler(ReceiveOrder)
export class ReceiveOrderHandler extends DecidesDelivery {}
export class AnswerOrder extends addressedTo(project, DeliveryCommands.AnswerOrder) {}
@CommandHandler(AnswerOrder)
export class AnswerOrderHandler extends DecidesDelivery {}
export class EscalateOrder extends addressedTo(project, DeliveryCommands.EscalateOrder) {}
@CommandHandler(EscalateOrder)
export class EscalateOrderHandler extends DecidesDelivery {}
export class CloseOrder extends addressedTo(project, DeliveryCommands.CloseOrder) {}
@CommandHandler(CloseOrder)
export class CloseOrderHandler extends DecidesDelivery {}
export class RaiseIssue extends addressedTo(project, DeliveryCommands.RaiseIssue) {}
@CommandHandler(RaiseIssue)
export class RaiseIssueHandler extends DecidesDelivery {}
export class DecideIssue extends addressedTo(project, DeliveryCommands.DecideIssue) {}
@CommandHandler(DecideIssue)
export class DecideIssueHandler extends DecidesDelivery {}
export class ResolveIssue extends addressedTo(project, DeliveryCommands.ResolveIssue) {}
@CommandHandler(ResolveIssue)
export class ResolveIssueHandler extends DecidesDelivery {}
export class ReopenIssue extends addressedTo(project, DeliveryCommands.ReopenIssue) {}
@CommandHandler(ReopenIssue)
export class ReopenIssueHandler extends DecidesDelivery {}

export const supervisionHandlers = {
  OverrideLight: OverrideLightHandler,
  WithdrawOverride: WithdrawOverrideHandler,
  TakeMeasure: TakeMeasureHandler,
  Delist: DelistHandler,
  IssueOrder: IssueOrderHandler,
  ReceiveOrder: ReceiveOrderHandler,
  AnswerOrder: AnswerOrderHandler,
  EscalateOrder: EscalateOrderHandler,
  CloseOrder: CloseOrderHandler,
  RaiseIssue: RaiseIssueHandler,
  DecideIssue: DecideIssueHandler,
  ResolveIssue: ResolveIssueHandler,
  ReopenIssue: ReopenIssueHandler,
};
