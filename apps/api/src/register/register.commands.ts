import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { registerRoutes, type CalendarCommand, type FunctionalZoneCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

/** Looks at the other zones; see `register-functional-zone.handler.ts`. */
export class RegisterFunctionalZone extends addressedTo(registerRoutes.RegisterFunctionalZone) {}

export class AdoptHolidayNotice extends addressedTo(registerRoutes.AdoptHolidayNotice) {}
@CommandHandler(AdoptHolidayNotice)
export class AdoptHolidayNoticeHandler extends decidesOn('calendar') {}

/** Sent by a handler of its own; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled = 'RegisterFunctionalZone';
export const registerHandlers = {
  AdoptHolidayNotice: AdoptHolidayNoticeHandler,
} satisfies Record<Exclude<(CalendarCommand | FunctionalZoneCommand)['type'], ElsewhereHandled>, Type<ICommandHandler>>;
