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
