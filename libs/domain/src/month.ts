import type { Month } from '@minsheng/contracts';

/** 1 to 12 */
export const numberOf = (month: Month): number => Number(month.slice(5, 7));
export const yearOfMonth = (month: Month): number => Number(month.slice(0, 4));
export const monthOf = (date: string): Month => date.slice(0, 7) as Month;
/** A business date some calendar days later. */
export const daysAfter = (date: string, days: number): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};
/** `2018-12` for `2019-01`. */
export const monthBefore = (month: Month): Month => {
  const [year, number] = [yearOfMonth(month), numberOf(month)];
  return (number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`) as Month;
};
/** `2020-01` for `2019-12`. */
export const monthAfter = (month: Month): Month => {
  const [year, number] = [yearOfMonth(month), numberOf(month)];
  return (number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`) as Month;
};
