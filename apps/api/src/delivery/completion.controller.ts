import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './completion.commands';

@ApiTags('验收销号 completion')
@Controller('projects/:projectId')
export class CompletionController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('completion', Commands.ClaimCompletion, '申报完成', 'department')
  claimCompletion(@Asked() command: Commands.ClaimCompletion) {
    return this.bus.execute(command);
  }

  @Accepts('not-met', Commands.RecordNotMet, '认定未完成', 'commission')
  recordNotMet(@Asked() command: Commands.RecordNotMet) {
    return this.bus.execute(command);
  }

  @Accepts('acceptance', Commands.InspectProject, '验收', 'commission')
  inspectProject(@Asked() command: Commands.InspectProject) {
    return this.bus.execute(command);
  }

  @Accepts('look-backs', Commands.LookBack, '回头看', 'commission', 'auditor')
  lookBack(@Asked() command: Commands.LookBack) {
    return this.bus.execute(command);
  }

  @Accepts('closing', Commands.CloseProject, '销号归档', 'commission')
  closeProject(@Asked() command: Commands.CloseProject) {
    return this.bus.execute(command);
  }
}
