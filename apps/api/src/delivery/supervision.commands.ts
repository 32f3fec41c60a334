import { CommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { DecidesDelivery } from './decides-delivery';

export class OverrideLight extends addressedTo(deliveryRoutes.OverrideLight) {}
@CommandHandler(OverrideLight)
export class OverrideLightHandler extends DecidesDelivery {}
export class WithdrawOverride extends addressedTo(deliveryRoutes.WithdrawOverride) {}
@CommandHandler(WithdrawOverride)
export class WithdrawOverrideHandler extends DecidesDelivery {}
export class TakeMeasure extends addressedTo(deliveryRoutes.TakeMeasure) {}
@CommandHandler(TakeMeasure)
export class TakeMeasureHandler extends DecidesDelivery {}
export class Delist extends addressedTo(deliveryRoutes.Delist) {}
@CommandHandler(Delist)
export class DelistHandler extends DecidesDelivery {}
export class IssueOrder extends addressedTo(deliveryRoutes.IssueOrder) {}
@CommandHandler(IssueOrder)
export class IssueOrderHandler extends DecidesDelivery {}
export class ReceiveOrder extends addressedTo(deliveryRoutes.ReceiveOrder) {}
@CommandHandler(ReceiveOrder)
export class ReceiveOrderHandler extends DecidesDelivery {}
export class AnswerOrder extends addressedTo(deliveryRoutes.AnswerOrder) {}
@CommandHandler(AnswerOrder)
export class AnswerOrderHandler extends DecidesDelivery {}
export class EscalateOrder extends addressedTo(deliveryRoutes.EscalateOrder) {}
@CommandHandler(EscalateOrder)
export class EscalateOrderHandler extends DecidesDelivery {}
export class CloseOrder extends addressedTo(deliveryRoutes.CloseOrder) {}
@CommandHandler(CloseOrder)
export class CloseOrderHandler extends DecidesDelivery {}
export class RaiseIssue extends addressedTo(deliveryRoutes.RaiseIssue) {}
@CommandHandler(RaiseIssue)
export class RaiseIssueHandler extends DecidesDelivery {}
export class DecideIssue extends addressedTo(deliveryRoutes.DecideIssue) {}
@CommandHandler(DecideIssue)
export class DecideIssueHandler extends DecidesDelivery {}
export class ResolveIssue extends addressedTo(deliveryRoutes.ResolveIssue) {}
@CommandHandler(ResolveIssue)
export class ResolveIssueHandler extends DecidesDelivery {}
export class ReopenIssue extends addressedTo(deliveryRoutes.ReopenIssue) {}
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
