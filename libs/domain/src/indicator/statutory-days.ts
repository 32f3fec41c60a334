import { daysAfter } from './month';
import { lunarFestivals } from './lunar-festivals';

/**
 * Which days everybody has off (国务院《全国年节及纪念日放假办法》, as amended in 1999, 2007, 2013 and 2024), oldest first.
 * `springFestival`: days from the first day of the lunar year, of which -1 is its eve (除夕).
 */
const rules = [
  { from: 2000, fixed: '01-01 05-01 05-02 05-03 10-01 10-02 10-03', springFestival: [0, 1, 2], festivals: false },
  { from: 2008, fixed: '01-01 05-01 10-01 10-02 10-03', springFestival: [-1, 0, 1], festivals: true },
  { from: 2014, fixed: '01-01 05-01 10-01 10-02 10-03', springFestival: [0, 1, 2], festivals: true },
  { from: 2025, fixed: '01-01 05-01 05-02 10-01 10-02 10-03', springFestival: [-1, 0, 1, 2], festivals: true },
];

/**
 * The statutory holidays of a year, 2000 to 2100, by the rule in force in it, in order. Those at a weekend are made up
 * for on days that only the notice of the year names: these are not guessed.
 */
export const statutoryDaysOf = (year: number): readonly string[] => {
  const rule = rules.findLast(({ from }) => from <= year);
  const lunar = lunarFestivals[year];
  if (!rule || !lunar) return [];
  const [newYear, ...festivals] = lunar.split(' ').map((day) => `${year}-${day}`);
  return [
    ...new Set([
      ...rule.fixed.split(' ').map((day) => `${year}-${day}`),
      ...rule.springFestival.map((days) => daysAfter(newYear, days)),
      ...(rule.festivals ? festivals : []),
    ]),
  ].sort();
};
