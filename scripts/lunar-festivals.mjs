/**
 * Makes libs/domain/src/indicator/lunar-festivals.ts with tyme4ts (MIT, no dependencies).
 * A spec of that file compares it with the library.
 */
import { writeFileSync } from 'node:fs';
import { LunarDay, SolarTerm } from 'tyme4ts';

const FILE = new URL('../libs/domain/src/indicator/lunar-festivals.ts', import.meta.url);
const [FIRST, LAST] = [2000, 2100];

const two = (number) => String(number).padStart(2, '0');
const monthAndDay = (solarDay) => `${two(solarDay.getMonth())}-${two(solarDay.getDay())}`;
const lunar = (year, month, day) => monthAndDay(LunarDay.fromYmd(year, month, day).getSolarDay());
const festivalsOf = (year) => [
  lunar(year, 1, 1),
  monthAndDay(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay()),
  lunar(year, 5, 5),
  lunar(year, 8, 15),
];

const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
writeFileSync(
  FILE,
  `/**
 * The days of the lunar calendar on which statutory holidays depend, month and day of each year: Spring Festival
 * (正月初一), Tomb-Sweeping Day (清明), Dragon Boat Festival (五月初五), Mid-Autumn Festival (八月十五). Made by
 * scripts/lunar-festivals.mjs with tyme4ts 1.5.2; chinese-days 1.5.7 gives the same but for 清明 of 2100.
 */
export const lunarFestivals: Readonly<Record<number, string>> = {
${years.map((year) => `  ${year}: '${festivalsOf(year).join(' ')}',`).join('\n')}
};
`,
);
