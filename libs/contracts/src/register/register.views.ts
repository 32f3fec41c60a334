import { z } from 'zod';
import { CalendarId, RegionCode } from '../ids';
import { notCurrent } from '../public-view';
import { On } from '../values';

/** A place of GB/T 2260 or a functional zone. The registers hold nothing that is not public. */
export const RegionPublicView = z.object({
  regionCode: RegionCode,
  name: z.string(),
  fullName: z.string(),
  kind: z.enum(['place', 'functional zone']),
  withdrawn: z.number().nullable().optional(),
  parent: z.string().optional(),
  reason: z.string().optional(),
  registeredOn: On.optional(),
});
export const RegionsNamedPublicView = z.object({
  name: z.string(),
  edition: z.string(),
  regions: z.array(RegionPublicView),
  ...notCurrent,
});
export const FunctionalZonesPublicView = z.object({ functionalZones: z.array(RegionPublicView), ...notCurrent });
const Notice = z.object({
  year: z.number(),
  off: z.array(On),
  worked: z.array(On),
  documentNo: z.string(),
  reason: z.string().optional(),
  adoptedOn: On.optional(),
});
export const HolidayNoticesPublicView = z.object({ calendarId: CalendarId, notices: z.array(Notice) });
export const CalendarYearPublicView = z.object({
  calendarId: CalendarId,
  year: z.number(),
  provisional: z.boolean(),
  off: z.array(On),
  worked: z.array(On),
});
