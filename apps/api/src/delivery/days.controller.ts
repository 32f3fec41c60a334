import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute } from '../http/command-route';
import { Command } from '../http/command.param';
import { PassDays } from './pass-days.handler';
import { ReceiptsResponse } from './receipts-response';
import { PassDay } from './reports.commands';

/** What a business date makes due, for one project or for all of a list. */
@ApiTags('月报 reporting')
@Controller()
export class DaysController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @CommandRoute('projects/:projectId/days', PassDay, '按业务日期办理到期事项', 'commission')
  passDay(@Command() command: PassDay) {
    return this.bus.execute(command);
  }

  @ReceiptsResponse({ on: 'string', projects: 'integer', events: 'integer' })
  @CommandRoute('lists/:listId/days', PassDays, '按业务日期办理清单全部项目的到期事项', 'commission')
  passDays(@Command() command: PassDays) {
    return this.bus.execute(command);
  }
}
