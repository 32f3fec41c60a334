import { readFileSync } from 'node:fs';
import path from 'node:path';
import { daysAfter } from './month';
import { WorkingCalendar } from './working-days';

type Row = [opened: string, days: number, due: string, paused: string, resumed: string, left: number, newDue: string];
const golden = JSON.parse(readFileSync(path.join(__dirname, 'golden-working-days.json'), 'utf8')) as {
  readonly workingDays: { readonly rows: readonly (readonly [from: string, days: number, date: string])[] };
  readonly clock: {
    readonly rows: readonly Row[];
    readonly extension: readonly [due: string, days: number, newDue: string];
    readonly reminder3Before: readonly [due: string, reminded: string];
  };
};
const calendar = new WorkingCalendar();
/** Working days after one date up to another. */
const between = (after: string, until: string): number =>
  after >= until ? 0 : between(daysAfter(after, 1), until) + Number(calendar.isWorkingDay(daysAfter(after, 1)));

describe('working days as an independent calendar counts them', () => {
  it.each(golden.workingDays.rows)('from %s, %i: %s', (from, days, date) =>
    expect(calendar.deadlineAfter(from, days)).toEqual({ date, provisional: false }),
  );
});

describe('a deadline as an independent calendar counts it', () => {
  it.each(golden.clock.rows)('of %s with %i days is due on %s', (opened, days, due) =>
    expect(calendar.workingDaysAfter(opened, days)).toBe(due),
  );
  it.each(golden.clock.rows)(
    'of %s with %i days, due on %s, stopped on %s and going on from %s with %i left, is due on %s',
    (_opened, _days, due, paused, resumed, left, newDue) => {
      expect(between(paused, due)).toBe(left);
      expect(left === 0 ? calendar.nextWorkingDayFrom(resumed) : calendar.workingDaysAfter(resumed, left)).toBe(newDue);
    },
  );
  it('is extended by working days, and reminded of before', () => {
    const { extension, reminder3Before } = golden.clock;
    expect(calendar.workingDaysAfter(extension[0], extension[1])).toBe(extension[2]);
    expect(calendar.workingDaysBefore(reminder3Before[0], 3)).toBe(reminder3Before[1]);
  });
  it('has golden values: eighteen and six rows', () =>
    expect([golden.workingDays.rows.length, golden.clock.rows.length]).toEqual([18, 6]));
});
