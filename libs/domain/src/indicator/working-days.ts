import { holidayArrangements } from './holiday-arrangements';
import { daysAfter, monthOf, yearOfMonth } from './month';

const [SUNDAY, SATURDAY] = [0, 6];

/**
 * Whether offices work on a date, `2019-05-05`: Monday to Friday but for holidays, and the weekends worked in exchange
 * (调休; handbook domain.md invariant 26). A year whose notice is not known to this release is counted by weekdays alone.
 */
export const isWorkingDay = (date: string): boolean => {
  const { off = '', worked = '' } = holidayArrangements[yearOfMonth(monthOf(date))] ?? {};
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === SUNDAY || weekday === SATURDAY ? worked.includes(date.slice(5)) : !off.includes(date.slice(5));
};

/**
 * The date itself where offices work on it, else the first day after it on which they do: a due day on a holiday moves
 * there.
 */
export const nextWorkingDayFrom = (date: string): string =>
  isWorkingDay(date) ? date : nextWorkingDayFrom(daysAfter(date, 1));

/** The date so many working days before another, which itself does not count. `days` 0: the date itself. */
export const workingDaysBefore = (date: string, days: number): string => {
  let at = date;
  for (let left = days; left > 0;) {
    at = daysAfter(at, -1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
};

/** The date so many working days after another, which itself does not count. `days` is 1 or more. */
export const workingDaysAfter = (date: string, days: number): string => {
  let at = date;
  for (let left = days; left > 0;) {
    at = daysAfter(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
};
