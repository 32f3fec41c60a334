import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { registerRoutes, type CalendarCommand, type FunctionalZoneCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

export class RegisterFunctionalZone extends addressedTo(registerRoutes.RegisterFunctionalZone) {}
@CommandHandler(RegisterFunctionalZone)
export class RegisterFunctionalZoneHandler extends decidesOn('functional-zone') {}

export class AdoptHolidayNotice extends addressedTo(registerRoutes.AdoptHolidayNotice) {}
@CommandHandler(AdoptHolidayNotice)
export class AdoptHolidayNoticeHandler extends decidesOn('calendar') {}

export const registerHandlers = {
  RegisterFunctionalZone: RegisterFunctionalZoneHandler,
  AdoptHolidayNotice: AdoptHolidayNoticeHandler,
} satisfies Record<(CalendarCommand | FunctionalZoneCommand)['type'], Type<ICommandHandler>>;
