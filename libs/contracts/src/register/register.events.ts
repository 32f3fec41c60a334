import { defineEvent, type EventFrom } from '../define-event';
import { CalendarId, RegionCode } from '../ids';
import * as Commands from './register.commands';

export const calendarEvents = [
  defineEvent('HolidayNoticeAdopted', Commands.AdoptHolidayNotice.schema.extend({ calendarId: CalendarId })),
] as const;
export type CalendarEvent = EventFrom<(typeof calendarEvents)[number]>;

export const functionalZoneEvents = [
  defineEvent(
    'FunctionalZoneRegistered',
    Commands.RegisterFunctionalZone.schema.omit({ corrects: true }).extend({ regionCode: RegionCode }),
  ).evolved(Commands.RegisterFunctionalZone.schema.extend({ regionCode: RegionCode }), (first) => first),
] as const;
export type FunctionalZoneEvent = EventFrom<(typeof functionalZoneEvents)[number]>;
