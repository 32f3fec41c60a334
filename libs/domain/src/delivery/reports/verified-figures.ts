import type { Indicator, Month, ReportLine } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';
import { lastDayOf } from '../../indicator/month';
import { figuresByDay, hasSummedWhole, placeOf, withLines, type Figures } from './figures';

/**
 * The lines of a month after more of them were verified. A line replaces the one of its place, whoever sent that; the
 * others stand as last verified. A whole that was given before is summed anew where only districts are given now.
 */
export const withVerified = (
  before: readonly ReportLine[],
  lines: readonly ReportLine[],
  indicators: readonly Indicator[],
): readonly ReportLine[] => {
  if (before.length === 0) return lines;
  const replaced = new Set(lines.map(placeOf));
  const summed = new Set<string>(
    indicators.filter((indicator) => hasSummedWhole(indicator, lines)).map(({ id }) => placeOf({ indicatorId: id })),
  );
  return [
    ...before
      .filter((line) => !replaced.has(placeOf(line)))
      .map((line) => (summed.has(placeOf(line)) ? { ...line, value: undefined } : line)),
    ...lines,
  ];
};

/** Verified figures at the end of a month: neither reports of later months nor days after it reach back. */
export const figuresAt = (
  { verified, commitment }: Pick<StartedDelivery, 'verified' | 'commitment'>,
  period: Month,
): Figures =>
  figuresByDay(
    (Object.keys(verified) as Month[])
      .filter((month) => month <= period)
      .sort()
      .reduce<Figures>((figures, month) => withLines(figures, verified[month], commitment.indicators), {}),
    lastDayOf(period),
  );

/** Whether a month's verified lines speak of an indicator, whoever sent them. */
export const isVerified = (
  { verified }: Pick<StartedDelivery, 'verified'>,
  period: Month,
  { id }: Pick<Indicator, 'id'>,
): boolean => (verified[period] ?? []).some(({ indicatorId }) => indicatorId === id);
