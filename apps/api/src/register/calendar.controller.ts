import { Controller, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarId, Year, registerRoutes } from '@minsheng/contracts';
import { holidayCalendars } from '@minsheng/read-models';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { parsed } from '../http/command.param';
import { Answers, asOfQuery } from '../http/query-route';
import { AsOf } from '../reading/as-of';
import { ReadModels } from '../reading/read-models';

@ApiTags('登记 registers')
@Controller()
export class CalendarController {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  @Answers(registerRoutes.HolidayNotices, asOfQuery)
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

  @Answers(registerRoutes.CalendarYear, asOfQuery)
  async year(@Param('calendarId') id: string, @Param('year') text: string, @AsOf() asOf: Date | undefined) {
    const calendarId = parsed(CalendarId, id, '/calendarId');
    const year = parsed(z.coerce.number().pipe(Year), text, '/year');
    const calendar = await this.readModels.workingCalendar(asOf);
    return { calendarId, year, provisional: calendar.isProvisional(year), ...calendar.exceptionsOf(year) };
  }
}
