import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute } from '../http/command-route';
import { Command } from '../http/command.param';
import * as Commands from './sites.commands';

@ApiTags('点位 sites')
@Controller('projects/:projectId')
export class SitesController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @CommandRoute('sites', Commands.RegisterSites, '登记点位', 'department', 'commission')
  register(@Command() command: Commands.RegisterSites) {
    return this.bus.execute(command);
  }

  @CommandRoute('site-states', Commands.UpdateSites, '更新点位状态', 'department', 'commission')
  update(@Command() command: Commands.UpdateSites) {
    return this.bus.execute(command);
  }
}
