import fc from 'fast-check';
import { holidayArrangements } from './holiday-arrangements';
import { statutoryDaysOf } from './statutory-days';
import { WorkingCalendar, type HolidayNotice } from './working-days';

const calendar = new WorkingCalendar();
const isWorkingDay = (date: string) => calendar.isWorkingDay(date);

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
    ['National Day of a year without a notice', '2031-10-01', false],
    ['Spring Festival of a year without a notice', '2027-02-08', false],
    ['an ordinary Monday of such a year', '2027-02-22', true],
    ['a Sunday of such a year', '2031-10-05', false],
    ['the day after those that make up for Spring Festival', '2027-02-11', true],
  ])('is %s, %s: %s', (_what, date, works) => expect(isWorkingDay(date)).toBe(works));

  // 2024: 366 days, 104 of them at weekends, 19 weekdays off, 8 weekend days worked.
  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
  ])('comes so often in %s: %s', (year, count) => expect(datesOf(year).filter(isWorkingDay)).toHaveLength(count));
});

describe('holidays at a weekend of a year without a notice', () => {
  it.each(['2027-02-09', '2027-02-10', '2027-05-03', '2027-05-04', '2027-10-04', '2027-10-05'])(
    'are made up for on %s',
    (date) => expect(isWorkingDay(date)).toBe(false),
  );
  const years = Array.from({ length: 73 }, (_, index) => 2028 + index);
  it.each(years)('%i has as many weekdays off as statutory days: those at a weekend are made up for', (year) =>
    expect(calendar.exceptionsOf(year)).toMatchObject({
      off: expect.arrayContaining(statutoryDaysOf(year).filter((date) => ![0, 6].includes(dayOf(date)))),
      worked: [],
    }),
  );
  it.each(years)('%i has none more', (year) =>
    expect(calendar.exceptionsOf(year).off).toHaveLength(statutoryDaysOf(year).length),
  );
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

describe('the calendar', () => {
  it.each(Object.entries(holidayArrangements))(
    'differs in %s from Monday to Friday as its arrangement says',
    (year, days) => {
      const { off, worked } = calendar.exceptionsOf(Number(year));
      expect([off, worked].map((dates) => dates.map((date) => date.slice(5)).join(' '))).toEqual([
        days.off,
        days.worked,
      ]);
    },
  );
});

describe('working days after a date', () => {
  it.each([
    ['over a weekend', '2024-05-17', 1, '2024-05-20'],
    ['over Labour Day with its make-up Saturdays', '2024-04-26', 5, '2024-05-07'],
    ['fifteen, over Spring Festival', '2019-01-28', 15, '2019-02-21'],
    ['over the turn of a year', '2018-12-27', 4, '2019-01-03'],
  ])('are counted %s', (_what, from, days, to) => expect(calendar.workingDaysAfter(from, days)).toBe(to));

  it('end on a working day, with exactly so many between', () => {
    const date = fc
      .integer({ min: 0, max: 6_000 })
      .map((day) => new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const to = calendar.workingDaysAfter(from, days);
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
  ])('%s moves to %s', (date, moved) => expect(calendar.nextWorkingDayFrom(date)).toBe(moved));
});

describe('working days before a date', () => {
  it.each([
    ['2019-01-28', 3, '2019-01-23'],
    ['2019-10-08', 1, '2019-09-30'],
    ['2019-05-06', 2, '2019-04-30'],
    ['2019-01-28', 0, '2019-01-28'],
  ])('of %s, %i: %s', (date, days, before) => expect(calendar.workingDaysBefore(date, days)).toBe(before));
  it('are taken back by as many after it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 40 }), (offset, days) => {
        const date = calendar.nextWorkingDayFrom(
          new Date(Date.UTC(2012, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10),
        );
        expect(calendar.workingDaysAfter(calendar.workingDaysBefore(date, days), days)).toBe(date);
      }),
    ));
});

const notice = (
  year: number,
  off: string,
  worked: string,
  documentNo = `国办发明电〔${year - 1}〕7号`,
): HolidayNotice => ({
  year,
  documentNo,
  off: off === '' ? [] : off.split(' '),
  worked: worked === '' ? [] : worked.split(' '),
});
const of2027 = notice(2027, '2026-12-31 2027-01-01 2027-02-05 2027-02-08 2027-02-09', '2026-12-27 2027-01-30');

describe('a year without a notice', () => {
  it('is provisional, and so is what is due in it or counted through it', () => {
    expect([2009, 2010, 2026, 2027, 2100].map((year) => calendar.isProvisional(year))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(calendar.deadlineAfter('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(calendar.deadlineAfter('2026-12-30', 2)).toEqual({ date: '2027-01-04', provisional: true });
    expect(calendar.deadlineFrom('2027-02-05')).toEqual({ date: '2027-02-11', provisional: true });
  });
  it('between two that have one makes provisional what passes through it', () => {
    const later = new WorkingCalendar([notice(2028, '2028-01-03', '')]);
    expect(later.deadlineAfter('2026-12-31', 300)).toMatchObject({ provisional: true });
    expect(later.deadlineAfter('2028-01-04', 5)).toEqual({ date: '2028-01-11', provisional: false });
  });
  it('counts its statutory days, and no weekend as worked, whichever date it is', () => {
    const date = fc.date({ min: new Date('2027-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (instant) => {
        const day = instant.toISOString().slice(0, 10);
        const statutory = statutoryDaysOf(Number(day.slice(0, 4)));
        const isFree = [0, 6].includes(dayOf(day)) || statutory.includes(day);
        // after a statutory day at a weekend a weekday may be off in its place: the test above counts those
        const mayMakeUp = statutory.some((each) => [0, 6].includes(dayOf(each)) && each < day);
        if (!mayMakeUp || isFree) expect([day, calendar.isWorkingDay(day)]).toEqual([day, !isFree]);
      }),
    );
  });
});

describe('a notice that was adopted', () => {
  const adopted = new WorkingCalendar([of2027]);

  it('takes the place of the statutory days, also at the end of the year before', () => {
    expect(['2026-12-27', '2027-01-30'].map((date) => adopted.isWorkingDay(date))).toEqual([true, true]);
    expect(['2026-12-31', '2027-02-08'].map((date) => adopted.isWorkingDay(date))).toEqual([false, false]);
    expect(adopted.isWorkingDay('2027-10-01')).toBe(true); // it says nothing of that day
    expect(adopted.isWorkingDay('2026-10-01')).toBe(false); // the year before keeps its own
  });
  it('ends what was provisional of its year, and of no other', () => {
    expect(adopted.deadlineFrom('2027-02-05')).toEqual({ date: '2027-02-10', provisional: false });
    expect([2027, 2028].map((year) => adopted.isProvisional(year))).toEqual([false, true]);
  });
  it('gives way to a later one of the same year, whole', () => {
    const changed = new WorkingCalendar([of2027, notice(2027, '2027-02-10', '', '国办发明电〔2027〕1号')]);
    expect(['2027-02-09', '2027-02-10', '2027-01-30'].map((date) => changed.isWorkingDay(date))).toEqual([
      true,
      false,
      false,
    ]);
  });
  it('of the year after decides about the last days of a year, whichever was adopted first', () => {
    const of2028 = notice(2028, '2028-01-03', '2027-12-26');
    const corrected = notice(2027, '2027-12-25 2027-12-26', '', '国办发明电〔2027〕1号');
    for (const notices of [
      [of2028, corrected],
      [corrected, of2028],
    ])
      expect(new WorkingCalendar(notices).isWorkingDay('2027-12-26')).toBe(true);
  });
  it('may change a year that this release knows', () => {
    const longer = new WorkingCalendar([notice(2020, '2020-01-24 2020-01-31 2020-02-03', '')]);
    expect([calendar, longer].map((of) => of.isWorkingDay('2020-02-03'))).toEqual([true, false]);
  });
});
