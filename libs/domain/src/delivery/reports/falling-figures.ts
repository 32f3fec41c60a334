import type { Indicator, Month, ReportLine } from '@minsheng/contracts';
import { compare } from '../../indicator/decimal';
import { at } from '../../records';
import type { StartedDelivery } from '../delivery.state';
import { hasSummedWhole, placeOf, WHOLE, type Figures } from './figures';
import type { PlacedLine } from './placed-lines';
import { problem, type LineProblem } from './report-problem';

/** Cumulative figures fall only with a stated reason: people leave programmes, audits cut figures (invariant 11). */
export const fallsSilently = (
  { reportLine: { indicatorId, district, value, reason }, index, indicator }: PlacedLine,
  before: Figures,
): readonly LineProblem[] => {
  const place = district ?? WHOLE;
  const last = at(before[indicatorId], place)?.value;
  if (!indicator.additive || value === undefined || last === undefined || compare(value, last) >= 0 || reason)
    return [];
  return [problem(index, 'CUMULATIVE_FALLS', { indicatorId, district: place, before: last, now: value })];
};

/** A whole must not fall silently either where only districts are reported and it becomes their sum. */
export const wholeFallsSilently = (
  indicator: Indicator,
  own: readonly PlacedLine[],
  before: Figures,
  after: Figures,
): readonly LineProblem[] => {
  if (
    !indicator.additive ||
    own.length === 0 ||
    own.some(({ reportLine: line }) => line.district === undefined || line.reason)
  )
    return [];
  const [last, now] = [before, after].map((figures) => figures[indicator.id]?.[WHOLE]?.value);
  return last === undefined || now === undefined || compare(now, last) >= 0
    ? []
    : [problem(own[0].index, 'CUMULATIVE_FALLS', { indicatorId: indicator.id, district: WHOLE, before: last, now })];
};

/** By place, the line of the next month that gives it a verified figure. */
export const nextFigures = (
  { verified }: Pick<StartedDelivery, 'verified'>,
  period: Month,
): ReadonlyMap<string, ReportLine> =>
  new Map(
    (Object.keys(verified) as Month[])
      .filter((month) => month > period)
      .sort()
      .reverse()
      .flatMap((month) => verified[month])
      .filter(({ value }) => value !== undefined)
      .map((line) => [placeOf(line), line]),
  );

/** Months are verified in any order: a figure above that of a later month makes the later one fall. */
export const laterFallsSilently = (
  { reportLine: { indicatorId, district, value, reason }, index, indicator }: PlacedLine,
  later: ReadonlyMap<string, ReportLine>,
): readonly LineProblem[] => {
  const next = later.get(placeOf({ indicatorId, district }));
  if (!indicator.additive || value === undefined || reason || !next || next.reason) return [];
  if (compare(next.value!, value) >= 0) return [];
  return [
    problem(index, 'CUMULATIVE_FALLS', { indicatorId, district: district ?? WHOLE, before: value, now: next.value! }),
  ];
};

/** The same of a whole that becomes the sum of its districts. */
export const laterWholeFallsSilently = (
  indicator: Indicator,
  own: readonly PlacedLine[],
  after: Figures,
  later: ReadonlyMap<string, ReportLine>,
): readonly LineProblem[] => {
  const lines = own.map(({ reportLine }) => reportLine);
  const value = after[indicator.id]?.[WHOLE]?.value;
  if (!hasSummedWhole(indicator, lines) || value === undefined || lines.some(({ reason }) => reason)) return [];
  return laterFallsSilently({ ...own[0], reportLine: { indicatorId: indicator.id, value } }, later);
};
