import { Controller, Inject, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CalendarId, Year } from '@minsheng/contracts';
import { holidayCalendars } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { asOfQuery, QueryRoute } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';
import * as Commands from './register.commands';

@ApiTags('登记 registers')
@Controller('calendars/:calendarId')
export class CalendarController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  @CommandRoute('notices', Commands.AdoptHolidayNotice, '登记节假日安排通知', 'commission')
  adopt(@Command() command: Commands.AdoptHolidayNotice) {
    return this.bus.execute(command);
  }

  @QueryRoute('notices', 'everyone', '已登记的节假日安排通知 The adopted notices on holidays', asOfQuery)
  async notices(
    @Param('calendarId') id: string,
    @AsOf() asOf: Date | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const calendarId = parsed(CalendarId, id, '/calendarId');
    const view = await this.readModels.view(asOf, holidayCalendars);
    const row = await view.row(holidayCalendars, calendarId);
    void reply.header('ETag', `"${row?.version ?? 0}"`);
    return { calendarId, notices: row?.notices ?? [] };
  }

  @QueryRoute(
    'years/:year',
    'everyone',
    '一年的休息日与调休上班日；尚无通知的年份按法定节假日暂定 The weekdays off and the weekends worked of a year; provisional without its notice',
    asOfQuery,
  )
  async year(@Param('calendarId') id: string, @Param('year') text: string, @AsOf() asOf: Date | undefined) {
    const calendarId = parsed(CalendarId, id, '/calendarId');
    const year = parsed(z.coerce.number().pipe(Year), text, '/year');
    const calendar = await this.readModels.workingCalendar(asOf);
    return { calendarId, year, provisional: calendar.isProvisional(year), ...calendar.exceptionsOf(year) };
  }
}
