import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './commitment.commands';

@ApiTags('责任分解 commitment')
@Controller('projects/:projectId')
export class CommitmentController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('breakdown', Commands.BreakDownTargets, '责任分解', 'commission')
  breakDownTargets(@Asked() command: Commands.BreakDownTargets) {
    return this.bus.execute(command);
  }

  @Accepts('investment', Commands.PlanInvestment, '投资计划', 'commission', 'department')
  planInvestment(@Asked() command: Commands.PlanInvestment) {
    return this.bus.execute(command);
  }
}
