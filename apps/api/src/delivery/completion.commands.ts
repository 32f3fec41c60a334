import { CommandHandler } from '@nestjs/cqrs';
import { deliveryRoutes } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { DecidesDelivery } from './decides-delivery';

/** Looks at the evaluation too; see `close-project.handler.ts`. */
export class CloseProject extends addressedTo(deliveryRoutes.CloseProject) {}

export class ClaimCompletion extends addressedTo(deliveryRoutes.ClaimCompletion) {}
@CommandHandler(ClaimCompletion)
export class ClaimCompletionHandler extends DecidesDelivery {}
export class RecordNotMet extends addressedTo(deliveryRoutes.RecordNotMet) {}
@CommandHandler(RecordNotMet)
export class RecordNotMetHandler extends DecidesDelivery {}
export class InspectProject extends addressedTo(deliveryRoutes.InspectProject) {}
@CommandHandler(InspectProject)
export class InspectProjectHandler extends DecidesDelivery {}
export class LookBack extends addressedTo(deliveryRoutes.LookBack) {}
@CommandHandler(LookBack)
export class LookBackHandler extends DecidesDelivery {}

export const completionHandlers = {
  ClaimCompletion: ClaimCompletionHandler,
  RecordNotMet: RecordNotMetHandler,
  InspectProject: InspectProjectHandler,
  LookBack: LookBackHandler,
};
