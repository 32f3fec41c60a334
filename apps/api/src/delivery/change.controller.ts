import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './change.commands';

@ApiTags('调整 change')
@Controller('projects/:projectId')
export class ChangeController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('adjustments', Commands.ApplyForAdjustment, '申请调整', 'department')
  applyForAdjustment(@Asked() command: Commands.ApplyForAdjustment) {
    return this.bus.execute(command);
  }

  @Accepts('adjustment-checks', Commands.CheckAdjustment, '审核调整申请', 'commission')
  checkAdjustment(@Asked() command: Commands.CheckAdjustment) {
    return this.bus.execute(command);
  }

  @Accepts('adjustment-decisions', Commands.DecideAdjustment, '原决定机关批准或不批准调整', 'commission', 'leader')
  decideAdjustment(@Asked() command: Commands.DecideAdjustment) {
    return this.bus.execute(command);
  }

  @Accepts('adjustment-notices', Commands.PublishAdjustment, '公告调整', 'commission')
  publishAdjustment(@Asked() command: Commands.PublishAdjustment) {
    return this.bus.execute(command);
  }
}
