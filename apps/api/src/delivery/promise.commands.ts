import { CommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { DecidesDelivery } from './decides-delivery';

export class BreakDownTargets extends addressedTo(deliveryRoutes.BreakDownTargets) {}
@CommandHandler(BreakDownTargets)
export class BreakDownTargetsHandler extends DecidesDelivery {}
export class PlanInvestment extends addressedTo(deliveryRoutes.PlanInvestment) {}
@CommandHandler(PlanInvestment)
export class PlanInvestmentHandler extends DecidesDelivery {}

export const promiseHandlers = { BreakDownTargets: BreakDownTargetsHandler, PlanInvestment: PlanInvestmentHandler };
