import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './sites.commands';

@ApiTags('点位 sites')
@Controller('projects/:projectId')
export class SitesController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('sites', Commands.RegisterSites, '登记点位', 'department', 'commission')
  register(@Asked() command: Commands.RegisterSites) {
    return this.bus.execute(command);
  }

  @Accepts('site-states', Commands.UpdateSites, '更新点位状态', 'department', 'commission')
  update(@Asked() command: Commands.UpdateSites) {
    return this.bus.execute(command);
  }
}
