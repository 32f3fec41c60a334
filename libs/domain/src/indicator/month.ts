import type { Month } from '@minsheng/contracts';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** 1 to 12. */
export const monthNumber = (month: Month): number => Number(month.slice(5, 7));
export const yearOfMonth = (month: Month): number => Number(month.slice(0, 4));
/** The month of a business date. */
export const monthOf = (date: string): Month => date.slice(0, 7) as Month;
/** `2019-03` for 2019 and 3. */
export const monthAt = (year: number, number: number): Month => `${year}-${twoDigits(number)}` as Month;
/** The twelve months of a year, January first. */
export const monthsOf = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, index) => monthAt(year, index + 1));
/** Those of them that have begun by a business date. */
export const monthsBegun = (year: number, today: string): readonly Month[] =>
  monthsOf(year).filter((month) => month <= monthOf(today));
/** `2018-12` for `2019-01`. */
export const monthBefore = (month: Month): Month =>
  monthNumber(month) === 1 ? monthAt(yearOfMonth(month) - 1, 12) : monthAt(yearOfMonth(month), monthNumber(month) - 1);
/** `2020-01` for `2019-12`. */
export const monthAfter = (month: Month): Month =>
  monthNumber(month) === 12 ? monthAt(yearOfMonth(month) + 1, 1) : monthAt(yearOfMonth(month), monthNumber(month) + 1);
/** 2 from `2019-01` to `2019-03`; negative where `to` is earlier. */
export const monthsBetween = (from: Month, to: Month): number =>
  (yearOfMonth(to) - yearOfMonth(from)) * 12 + monthNumber(to) - monthNumber(from);

/** The business date of a day in a month: `2019-03-05` for `2019-03` and 5. */
export const dayIn = (month: Month, day: number): string => `${month}-${twoDigits(day)}`;
/** The business date of a month's last day. */
export const lastDayOf = (month: Month): string => daysAfter(dayIn(monthAfter(month), 1), -1);
/** A business date some calendar days later; earlier where `days` is negative. */
export const daysAfter = (date: string, days: number): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};
