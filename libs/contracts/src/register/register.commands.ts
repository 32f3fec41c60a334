import { z } from 'zod';
import { defineCommand, type CommandFrom } from '../define-command';
import { RegionCode, Year } from '../ids';
import { On, Text, Title } from '../values';

/**
 * A functional zone (开发区、新区), which plans projects of its own and has no code of GB/T 2260. `parent` is the place it
 * lies in, or the whole country. `corrects`: the name it was registered under by mistake, or with a mistaken parent.
 */
export const RegisterFunctionalZone = defineCommand(
  'RegisterFunctionalZone',
  z.strictObject({ name: Title.max(60), parent: RegionCode, reason: Text, corrects: Title.max(60).optional() }),
);

const Dates = z
  .array(On)
  .max(60)
  .refine((dates) => new Set(dates).size === dates.length, 'dates must differ');

/**
 * The official notice on the holidays of a year (国务院办公厅关于部分节假日安排的通知). `off`: days off, weekends among them or
 * not; `worked`: weekends worked in exchange (调休). It may arrange the last days of the year before. Another one for the
 * same year, or the same put right, takes its place and needs a reason.
 */
export const AdoptHolidayNotice = defineCommand(
  'AdoptHolidayNotice',
  z.strictObject({ year: Year, off: Dates.min(1), worked: Dates, documentNo: Title, reason: Text.optional() }),
);

export type CalendarCommand = CommandFrom<typeof AdoptHolidayNotice>;
export type FunctionalZoneCommand = CommandFrom<typeof RegisterFunctionalZone>;
