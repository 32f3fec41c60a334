import { CommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { ApplyForAdjustmentHandler } from './apply-for-adjustment.handler';
import { DecidesDelivery } from './decides-delivery';

/** Looks at the projects it splits or merges into. */
export { ApplyForAdjustment } from './apply-for-adjustment.handler';

export class CheckAdjustment extends addressedTo(deliveryRoutes.CheckAdjustment) {}
@CommandHandler(CheckAdjustment)
export class CheckAdjustmentHandler extends DecidesDelivery {}
export class DecideAdjustment extends addressedTo(deliveryRoutes.DecideAdjustment) {}
@CommandHandler(DecideAdjustment)
export class DecideAdjustmentHandler extends DecidesDelivery {}
export class PublishAdjustment extends addressedTo(deliveryRoutes.PublishAdjustment) {}
@CommandHandler(PublishAdjustment)
export class PublishAdjustmentHandler extends DecidesDelivery {}

export const changeHandlers = {
  ApplyForAdjustment: ApplyForAdjustmentHandler,
  CheckAdjustment: CheckAdjustmentHandler,
  DecideAdjustment: DecideAdjustmentHandler,
  PublishAdjustment: PublishAdjustmentHandler,
};
