import { CommandHandler } from '@nestjs/cqrs';
import { DeliveryCommands } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { project } from '../command-handling/addresses';
import { ApplyForAdjustmentHandler } from './apply-for-adjustment.handler';
import { DecidesDelivery } from './decides-delivery';

/** Looks at the projects it splits or merges into. */
export { ApplyForAdjustment } from './apply-for-adjustment.handler';

export class CheckAdjustment extends addressedTo(project, DeliveryCommands.CheckAdjustment) {}
@CommandHandler(CheckAdjustment)
export class CheckAdjustmentHandler extends DecidesDelivery {}
export class DecideAdjustment extends addressedTo(project, DeliveryCommands.DecideAdjustment) {}
@CommandHandler(DecideAdjustment)
export class DecideAdjustmentHandler extends DecidesDelivery {}
export class PublishAdjustment extends addressedTo(project, DeliveryCommands.PublishAdjustment) {}
@CommandHandler(PublishAdjustment)
export class PublishAdjustmentHandler extends DecidesDelivery {}

export const changeHandlers = {
  ApplyForAdjustment: ApplyForAdjustmentHandler,
  CheckAdjustment: CheckAdjustmentHandler,
  DecideAdjustment: DecideAdjustmentHandler,
  PublishAdjustment: PublishAdjustmentHandler,
};
