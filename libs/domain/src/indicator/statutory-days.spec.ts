import { LunarDay, SolarTerm, type SolarDay } from 'tyme4ts';
import { holidayArrangements } from './holiday-arrangements';
import { lunarFestivals } from './lunar-festivals';
import { statutoryDaysOf } from './statutory-days';
import { isWeekend } from './working-days';

const two = (number: number) => String(number).padStart(2, '0');
const monthAndDay = (day: SolarDay) => `${two(day.getMonth())}-${two(day.getDay())}`;
const lunar = (year: number, month: number, day: number) =>
  monthAndDay(LunarDay.fromYmd(year, month, day).getSolarDay());

describe('the statutory holidays', () => {
  it.each([
    [2007, '01-01 02-18 02-19 02-20 05-01 05-02 05-03 10-01 10-02 10-03'],
    [2008, '01-01 02-06 02-07 02-08 04-04 05-01 06-08 09-14 10-01 10-02 10-03'],
    [2013, '01-01 02-09 02-10 02-11 04-04 05-01 06-12 09-19 10-01 10-02 10-03'],
    [2014, '01-01 01-31 02-01 02-02 04-05 05-01 06-02 09-08 10-01 10-02 10-03'],
    [2024, '01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03'],
    [2025, '01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06'],
    [2027, '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'],
    [2031, '01-01 01-22 01-23 01-24 01-25 04-05 05-01 05-02 06-24 10-01 10-02 10-03'],
  ])('of %i, by the rule in force in it: %s', (year, days) =>
    expect(statutoryDaysOf(year).map((date) => date.slice(5))).toEqual(days.split(' ')),
  );

  it.each(Object.entries(holidayArrangements))(
    'of %s are off in its arrangement, as far as they are weekdays',
    (year, { off }) =>
      expect(
        statutoryDaysOf(Number(year)).filter((date) => !isWeekend(date) && !off.split(' ').includes(date.slice(5))),
      ).toEqual([]),
  );

  it('of years outside the table are none', () => expect([1999, 2101].map(statutoryDaysOf)).toEqual([[], []]));
});

describe('the lunar festivals', () => {
  it.each(Object.entries(lunarFestivals))('of %s are those of tyme4ts', (text, festivals) => {
    const year = Number(text);
    const qingming = monthAndDay(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay());
    expect(festivals).toBe([lunar(year, 1, 1), qingming, lunar(year, 5, 5), lunar(year, 8, 15)].join(' '));
  });
  it('are known from 2000 to 2100', () =>
    expect(Object.keys(lunarFestivals)).toEqual(Array.from({ length: 101 }, (_, index) => String(2000 + index))));
});
