import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute } from '../http/command-route';
import { Command } from '../http/command.param';
import * as Commands from './promise.commands';

@ApiTags('责任分解 commitment')
@Controller('projects/:projectId')
export class PromiseController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @CommandRoute('breakdown', Commands.BreakDownTargets, '责任分解', 'commission')
  breakDownTargets(@Command() command: Commands.BreakDownTargets) {
    return this.bus.execute(command);
  }

  @CommandRoute('investment', Commands.PlanInvestment, '投资计划', 'commission', 'department')
  planInvestment(@Command() command: Commands.PlanInvestment) {
    return this.bus.execute(command);
  }
}
