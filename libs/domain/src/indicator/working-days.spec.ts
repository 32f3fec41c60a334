import fc from 'fast-check';
import { holidayArrangements } from './holiday-arrangements';
import { isWorkingDay, nextWorkingDayFrom, workingDaysAfter, workingDaysBefore } from './working-days';

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const datesOf = (year: number) =>
  Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)).filter(
    (date) => date.startsWith(String(year)),
  );

describe('a working day', () => {
  it.each([
    ['an ordinary Monday', '2024-05-13', true],
    ['an ordinary Saturday', '2024-05-18', false],
    ['Labour Day', '2024-05-01', false],
    ['a Saturday worked for Labour Day', '2024-05-11', true],
    ['the last day of Spring Festival 2026', '2026-02-23', false],
    ['the Saturday before Spring Festival 2026', '2026-02-14', true],
    ['the Sunday after a short week in 2019', '2019-05-05', true],
    ['National Day 2014', '2014-10-01', false],
    ['the 70th anniversary of victory', '2015-09-03', false],
    ['a Saturday of the longer National Day 2022', '2022-10-08', true],
    ['a holiday that no notice was known of', '2031-10-01', true],
    ['a Sunday of such a year', '2031-10-05', false],
  ])('is %s, %s: %s', (_what, date, works) => expect(isWorkingDay(date)).toBe(works));

  // 2024: 366 days, 104 of them at weekends, 19 weekdays off, 8 weekend days worked.
  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
  ])('comes so often in %s: %s', (year, count) => expect(datesOf(year).filter(isWorkingDay)).toHaveLength(count));
});

describe('the arrangements', () => {
  it.each(Object.entries(holidayArrangements))(
    'of %s name weekdays as off and weekends as worked, each once and in order',
    (year, { off, worked }) => {
      for (const [days, weekend] of [
        [off, false],
        [worked, true],
      ] as const) {
        const dates = days.split(' ').map((day) => `${year}-${day}`);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const date of dates) expect([date, [0, 6].includes(dayOf(date))]).toEqual([date, weekend]);
      }
    },
  );
});

describe('working days after a date', () => {
  it.each([
    ['over a weekend', '2024-05-17', 1, '2024-05-20'],
    ['over Labour Day with its make-up Saturdays', '2024-04-26', 5, '2024-05-07'],
    ['fifteen, over Spring Festival', '2019-01-28', 15, '2019-02-21'],
    ['over the turn of a year', '2018-12-27', 4, '2019-01-03'],
  ])('are counted %s', (_what, from, days, to) => expect(workingDaysAfter(from, days)).toBe(to));

  it('end on a working day, with exactly so many between', () => {
    const date = fc
      .integer({ min: 0, max: 6_000 })
      .map((day) => new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const to = workingDaysAfter(from, days);
        const between = [...datesOf(Number(from.slice(0, 4))), ...datesOf(Number(from.slice(0, 4)) + 1)].filter(
          (day) => day > from && day <= to && isWorkingDay(day),
        );
        return isWorkingDay(to) && between.length === days;
      }),
    );
  });
});

describe('a due day on which nobody works', () => {
  it.each([
    ['2019-03-28', '2019-03-28'],
    ['2019-04-28', '2019-04-28'],
    ['2019-09-28', '2019-09-29'],
    ['2019-12-28', '2019-12-30'],
    ['2019-10-01', '2019-10-08'],
  ])('%s moves to %s', (date, moved) => expect(nextWorkingDayFrom(date)).toBe(moved));
});

describe('working days before a date', () => {
  it.each([
    ['2019-01-28', 3, '2019-01-23'],
    ['2019-10-08', 1, '2019-09-30'],
    ['2019-05-06', 2, '2019-04-30'],
    ['2019-01-28', 0, '2019-01-28'],
  ])('of %s, %i: %s', (date, days, before) => expect(workingDaysBefore(date, days)).toBe(before));
  it('are taken back by as many after it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 40 }), (offset, days) => {
        const date = nextWorkingDayFrom(
          new Date(Date.UTC(2012, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10),
        );
        expect(workingDaysAfter(workingDaysBefore(date, days), days)).toBe(date);
      }),
    ));
});
