import type { ListIndicator } from '../list/list-shape';
import { knownDayOf } from '../plan/event-day';

const has = (amount: number | null | undefined): boolean => amount !== null && amount !== undefined;

/** Whether the generator made an indicator's figure: the list prints neither it nor all of its districts. */
export const isFigureGenerated = (indicator: ListIndicator, year: number): boolean => {
  if (indicator.comparator === 'event') return knownDayOf(indicator, year) === undefined;
  const rows = indicator.by_district ?? [];
  return !has(indicator.actual) && !(rows.length > 0 && rows.every(({ actual }) => has(actual)));
};

/** Whether the generator made the year's figure of a district. */
export const isDistrictGenerated = (indicator: ListIndicator, district: string): boolean =>
  !has((indicator.by_district ?? []).find((row) => row.district === district)?.actual);
