import type { CalendarCommand, CalendarEvent, CalendarId } from '@minsheng/contracts';
import { statutoryDaysOf } from '../indicator/statutory-days';
import { isWeekend, type HolidayNotice } from '../indicator/working-days';
import { Refusal, type Decider } from '../decider';
import { assertNational } from './national';

/** The notices on holidays adopted so far, in order: of one year the newest is in force. */
export interface HolidayNotices {
  readonly notices: readonly HolidayNotice[];
}

export type CalendarRefusal =
  | 'HOLIDAY_NOTICE_ALREADY_ADOPTED'
  | 'DAY_OF_ANOTHER_YEAR'
  | 'DAY_BOTH_OFF_AND_WORKED'
  | 'MAKE_UP_DAY_ON_A_WEEKDAY'
  | 'STATUTORY_DAY_NOT_OFF';
const refuse = (code: CalendarRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** Of the year, or of the last days of the year before, which the New Year holiday may reach. */
const isArrangedBy = (year: number, date: string): boolean =>
  date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);

/** @throws DAY_OF_ANOTHER_YEAR, DAY_BOTH_OFF_AND_WORKED, MAKE_UP_DAY_ON_A_WEEKDAY, STATUTORY_DAY_NOT_OFF */
const assertNotice = ({ year, off, worked }: HolidayNotice): void => {
  for (const date of [...off, ...worked]) if (!isArrangedBy(year, date)) refuse('DAY_OF_ANOTHER_YEAR', { date, year });
  for (const date of worked) {
    if (off.includes(date)) refuse('DAY_BOTH_OFF_AND_WORKED', { date });
    if (!isWeekend(date)) refuse('MAKE_UP_DAY_ON_A_WEEKDAY', { date });
  }
  for (const date of statutoryDaysOf(year))
    if (worked.includes(date) || (!isWeekend(date) && !off.includes(date))) refuse('STATUTORY_DAY_NOT_OFF', { date });
};
const sameDays = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();
const saysTheSame = (a: HolidayNotice, b: HolidayNotice): boolean =>
  a.documentNo === b.documentNo && sameDays(a.off, b.off) && sameDays(a.worked, b.worked);

export const calendarDecider: Decider<CalendarId, HolidayNotices, CalendarCommand, CalendarEvent> = {
  initialState: { notices: [] },
  evolve: ({ notices }, { data: { calendarId: _, ...notice } }) => ({ notices: [...notices, notice] }),
  decide({ data }, { notices }, { id: calendarId, by }) {
    assertNational(by);
    assertNotice(data);
    const before = notices.findLast(({ year }) => year === data.year);
    if (before && saysTheSame(before, data)) return [];
    if (before && !data.reason)
      return refuse('HOLIDAY_NOTICE_ALREADY_ADOPTED', { year: data.year, documentNo: before.documentNo });
    return [{ type: 'HolidayNoticeAdopted', data: { calendarId, ...data } }];
  },
};
