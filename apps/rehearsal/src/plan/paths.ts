import { between, type Random } from './random';

export const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** How a project goes through the year: 1 is even, more is late. */
export const tempoOf = (random: Random): number =>
  random() < 0.25 ? between(random, 1.7, 2.6) : between(random, 0.75, 1.2);

/** A figure that only grows and ends exactly on `final` in month `last`; `atLeast` keeps it on dated steps. */
export const growing = (
  final: number,
  last: number,
  tempo: number,
  atLeast: (month: number) => number = () => 0,
): number[] => {
  let before = 0;
  return MONTHS.map((month) => {
    const share = month >= last ? 1 : (month / last) ** tempo;
    before =
      month >= last ? final : Math.max(before, Math.min(final, Math.max(Math.round(final * share), atLeast(month))));
    return before;
  });
};

/**
 * A rate or standard on its way to `final`: from four fifths of it, or from the base line where one is known; money in
 * force from the first day stays as it is.
 */
export const approaching = (
  final: number,
  last: number,
  { from, unit, comparator }: { readonly from?: number; readonly unit: string; readonly comparator: '>=' | '<=' },
  random: Random,
): number[] => {
  const inForce = unit.startsWith('元');
  const start = inForce
    ? final
    : (from ?? Math.round(final * (comparator === '<=' ? between(random, 0.97, 1.03) : between(random, 0.8, 0.95))));
  return MONTHS.map((month) => (month >= last ? final : Math.round(start + ((final - start) * month) / last)));
};

/**
 * Works progress in percent: through the point that was printed, on to 100 where the works are finished in the year.
 */
export const worksPath = (
  printed: { readonly month: number; readonly percent: number } | undefined,
  finished: number | undefined,
): number[] =>
  MONTHS.map((month) => {
    if (finished !== undefined && month >= finished) return 100;
    const [at, percent] = printed ? [printed.month, printed.percent] : [finished ?? 12, finished ? 95 : 80];
    if (month <= at) return Math.round(((percent * month) / at) * 10) / 10;
    const [end, most] = finished ? [finished, 99] : [12, Math.min(95, percent + 10)];
    return (
      Math.round((percent + ((Math.max(most, percent) - percent) * (month - at)) / Math.max(1, end - at)) * 10) / 10
    );
  });
