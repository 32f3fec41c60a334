import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute } from '../http/command-route';
import { Command } from '../http/command.param';
import * as Commands from './completion.commands';

@ApiTags('验收销号 completion')
@Controller('projects/:projectId')
export class CompletionController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @CommandRoute('completion', Commands.ClaimCompletion, '申报完成', 'department')
  claimCompletion(@Command() command: Commands.ClaimCompletion) {
    return this.bus.execute(command);
  }

  @CommandRoute('not-met', Commands.RecordNotMet, '认定未完成', 'commission')
  recordNotMet(@Command() command: Commands.RecordNotMet) {
    return this.bus.execute(command);
  }

  @CommandRoute('acceptance', Commands.InspectProject, '验收', 'commission')
  inspectProject(@Command() command: Commands.InspectProject) {
    return this.bus.execute(command);
  }

  @CommandRoute('look-backs', Commands.LookBack, '回头看', 'commission', 'auditor')
  lookBack(@Command() command: Commands.LookBack) {
    return this.bus.execute(command);
  }

  @CommandRoute('closing', Commands.CloseProject, '销号归档', 'commission')
  closeProject(@Command() command: Commands.CloseProject) {
    return this.bus.execute(command);
  }
}
