import type { YearResult } from '../result/year-result';
import { readBoard } from '../stages/board';
import type { Year } from '../stages/year';
import { compareNumbers, type NumbersCompared } from './compare-numbers';
import { readPages } from './pages';
import { printoutOf } from './printout';

/** The comparison now and as of so many instants of the past. */
export interface YearCompared extends NumbersCompared {
  readonly instants: number;
}

/** Holds every number of the year's pages and printout against the others that mean the same, now and in the past. */
export const compareYear = async (
  year: Year,
  result: YearResult,
  instants: readonly string[],
): Promise<YearCompared> => {
  const printout = printoutOf(result, await readBoard(year));
  const compared = [compareNumbers(await readPages(year), printout)];
  for (const instant of instants) compared.push(compareNumbers(await readPages(year, instant)));
  const at = (index: number) => (index === 0 ? 'now' : instants[index - 1]);
  return {
    instants: instants.length,
    compared: compared.reduce((sum, { compared: count }) => sum + count, 0),
    different: compared.flatMap(({ different }, index) => different.map((what) => `${at(index)} · ${what}`)),
    unnamed: [...new Set(compared.flatMap(({ unnamed }) => unnamed))].sort(),
  };
};
