import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute } from '../http/command-route';
import { Command } from '../http/command.param';
import * as Commands from './change.commands';

@ApiTags('调整 change')
@Controller('projects/:projectId')
export class ChangeController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @CommandRoute('adjustments', Commands.ApplyForAdjustment, '申请调整', 'department')
  applyForAdjustment(@Command() command: Commands.ApplyForAdjustment) {
    return this.bus.execute(command);
  }

  @CommandRoute('adjustment-checks', Commands.CheckAdjustment, '审核调整申请', 'commission')
  checkAdjustment(@Command() command: Commands.CheckAdjustment) {
    return this.bus.execute(command);
  }

  @CommandRoute('adjustment-decisions', Commands.DecideAdjustment, '有权机关批准或不批准调整', 'recorder', 'leader')
  decideAdjustment(@Command() command: Commands.DecideAdjustment) {
    return this.bus.execute(command);
  }

  @CommandRoute('adjustment-notices', Commands.PublishAdjustment, '公告调整', 'commission')
  publishAdjustment(@Command() command: Commands.PublishAdjustment) {
    return this.bus.execute(command);
  }
}
