import { CommandHandler } from '@nestjs/cqrs';
import { DeliveryCommands } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { project } from '../command-handling/addresses';
import { DecidesDelivery } from './decides-delivery';

export class BreakDownTargets extends addressedTo(project, DeliveryCommands.BreakDownTargets) {}
@CommandHandler(BreakDownTargets)
export class BreakDownTargetsHandler extends DecidesDelivery {}
export class PlanInvestment extends addressedTo(project, DeliveryCommands.PlanInvestment) {}
@CommandHandler(PlanInvestment)
export class PlanInvestmentHandler extends DecidesDelivery {}

export const promiseHandlers = { BreakDownTargets: BreakDownTargetsHandler, PlanInvestment: PlanInvestmentHandler };
