import type { EventData } from '@minsheng/contracts';
import { holidayArrangements } from './holiday-arrangements';
import { daysAfter, monthOf, yearOfMonth } from './month';
import { statutoryDaysOf } from './statutory-days';

/** The notice on the holidays of a year (国务院办公厅关于部分节假日安排的通知), as it was adopted. */
export type HolidayNotice = Omit<EventData<'HolidayNoticeAdopted'>, 'calendarId'>;

/** A day counted by a calendar; provisional where a year that it was counted through has no notice yet. */
export interface Deadline {
  readonly date: string;
  readonly provisional: boolean;
}

const [SUNDAY, SATURDAY] = [0, 6];
export const isWeekend = (date: string): boolean =>
  [SUNDAY, SATURDAY].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const yearOf = (date: string): number => yearOfMonth(monthOf(date));

const datesOf = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, day) => daysAfter(`${year}-01-01`, day)).filter((date) => yearOf(date) === year);

const daysOff = new Map<number, ReadonlySet<string>>();
/**
 * The days that everybody has off in a year, and for each at a weekend the next weekday that is not off already: they
 * are made up for on working days (全国年节及纪念日放假办法). Which ones the notice of the year names.
 */
const daysOffOf = (year: number): ReadonlySet<string> => {
  const known = daysOff.get(year);
  if (known) return known;
  const off = new Set(statutoryDaysOf(year));
  for (const day of [...off].filter(isWeekend)) {
    let madeUpOn = day;
    while (isWeekend(madeUpOn) || off.has(madeUpOn)) madeUpOn = daysAfter(madeUpOn, 1);
    off.add(madeUpOn);
  }
  daysOff.set(year, off);
  return off;
};

/** Whether offices work on a date by what this release knows of its year: the arrangement, else the statutory days. */
const worksByRelease = (date: string): boolean => {
  const arrangement = holidayArrangements[yearOf(date)];
  if (!arrangement) return !isWeekend(date) && !daysOffOf(yearOf(date)).has(date);
  return isWeekend(date) ? arrangement.worked.includes(date.slice(5)) : !arrangement.off.includes(date.slice(5));
};

/**
 * The working days of China: Monday to Friday but for holidays, and the weekends worked in exchange (调休; handbook
 * domain.md invariant 26). A year goes by the newest notice adopted for it, else by the arrangement in this release,
 * else by the statutory days and those that make up for them, and is provisional then. Dates are `2019-05-05`.
 */
export class WorkingCalendar {
  /** Newest notice of each year. */
  private readonly notices: ReadonlyMap<number, HolidayNotice>;
  /** What the notices say of a date: a notice also arranges the last days of the year before. */
  private readonly works: ReadonlyMap<string, boolean>;

  constructor(notices: readonly HolidayNotice[] = []) {
    this.notices = new Map(notices.map((notice) => [notice.year, notice]));
    this.works = new Map(
      [...this.notices.values()]
        .sort((a, b) => a.year - b.year)
        .flatMap(({ off, worked }) => [
          ...off.map((date): [string, boolean] => [date, false]),
          ...worked.map((date): [string, boolean] => [date, true]),
        ]),
    );
  }

  isWorkingDay(date: string): boolean {
    return this.works.get(date) ?? (this.notices.has(yearOf(date)) ? !isWeekend(date) : worksByRelease(date));
  }

  /** Whether the official notice of a year is missing, so that its working days may still change. */
  isProvisional(year: number): boolean {
    return !this.notices.has(year) && !holidayArrangements[year];
  }

  /** Where the working days of a year differ from Monday to Friday, in order. */
  exceptionsOf(year: number): { readonly off: readonly string[]; readonly worked: readonly string[] } {
    const dates = datesOf(year);
    return {
      off: dates.filter((date) => !isWeekend(date) && !this.isWorkingDay(date)),
      worked: dates.filter((date) => isWeekend(date) && this.isWorkingDay(date)),
    };
  }

  /** The date itself where offices work on it, else the first working day after it. */
  nextWorkingDayFrom(date: string): string {
    return this.isWorkingDay(date) ? date : this.nextWorkingDayFrom(daysAfter(date, 1));
  }

  /** The date so many working days after another, which itself does not count. `days` is 1 or more. */
  workingDaysAfter(date: string, days: number): string {
    return this.counted(date, days, 1);
  }

  /** The date so many working days before another, which itself does not count. `days` 0: the date itself. */
  workingDaysBefore(date: string, days: number): string {
    return this.counted(date, days, -1);
  }

  /** The deadline so many working days after a date. `days` is 1 or more. */
  deadlineAfter(date: string, days: number): Deadline {
    return this.deadline(date, this.workingDaysAfter(date, days));
  }

  /** The deadline that a date stands for: it moves on where offices do not work. */
  deadlineFrom(date: string): Deadline {
    return this.deadline(date, this.nextWorkingDayFrom(date));
  }

  private deadline(from: string, date: string): Deadline {
    const years = Array.from({ length: yearOf(date) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
    return { date, provisional: years.some((year) => this.isProvisional(year)) };
  }

  private counted(date: string, days: number, step: 1 | -1): string {
    let at = date;
    for (let left = days; left > 0;) {
      at = daysAfter(at, step);
      if (this.isWorkingDay(at)) left -= 1;
    }
    return at;
  }
}
