import { CommandHandler } from '@nestjs/cqrs';
import { DeliveryCommands } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { project } from '../command-handling/addresses';
import { DecidesDelivery } from './decides-delivery';

/** Looks at the evaluation too; see `close-project.handler.ts`. */
export class CloseProject extends addressedTo(project, DeliveryCommands.CloseProject) {}

export class ClaimCompletion extends addressedTo(project, DeliveryCommands.ClaimCompletion) {}
@CommandHandler(ClaimCompletion)
export class ClaimCompletionHandler extends DecidesDelivery {}
export class RecordNotMet extends addressedTo(project, DeliveryCommands.RecordNotMet) {}
@CommandHandler(RecordNotMet)
export class RecordNotMetHandler extends DecidesDelivery {}
export class InspectProject extends addressedTo(project, DeliveryCommands.InspectProject) {}
@CommandHandler(InspectProject)
export class InspectProjectHandler extends DecidesDelivery {}
export class LookBack extends addressedTo(project, DeliveryCommands.LookBack) {}
@CommandHandler(LookBack)
export class LookBackHandler extends DecidesDelivery {}

export const completionHandlers = {
  ClaimCompletion: ClaimCompletionHandler,
  RecordNotMet: RecordNotMetHandler,
  InspectProject: InspectProjectHandler,
  LookBack: LookBackHandler,
};
