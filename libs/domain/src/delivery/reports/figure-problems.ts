import type { Indicator } from '@minsheng/contracts';
import { compare, sum } from '../../indicator/decimal';
import { targetOf } from '../../indicator/kinds';
import { isMet } from '../../indicator/met';
import { at } from '../../records';
import type { StartedDelivery } from '../delivery.state';
import { WHOLE, withLines, type Figures } from './figures';
import type { PlacedLine } from './placed-lines';
import { problem, type LineProblem } from './report-problem';

/** A whole given beside all its districts must be their sum (additive indicators only). */
export const wholeIsNotSum = (
  indicator: Indicator,
  own: readonly PlacedLine[],
  delivery: StartedDelivery,
): readonly LineProblem[] => {
  const whole = own.find(({ reportLine: line }) => line.district === undefined && line.value !== undefined);
  const parts = own
    .map(({ reportLine: line }) => line)
    .filter(({ district, value }) => district !== undefined && value !== undefined);
  const all = delivery.districts[indicator.id] ?? [];
  const withTarget = all.filter(({ target }) => target !== null);
  const expected = withTarget.length > 0 ? withTarget : all;
  if (
    !indicator.additive ||
    !whole ||
    parts.length === 0 ||
    !expected.every(({ district }) => parts.some((part) => part.district === district))
  )
    return [];
  const total = sum(parts.map(({ value }) => value!));
  const given = whole.reportLine.value!;
  return compare(total, given) === 0
    ? []
    : [problem(whole.index, 'REPORT_SUM_MISMATCH', { indicatorId: indicator.id, whole: given, sum: total })];
};

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

/** Strict lists take no figure that reaches its target without evidence beside it (invariant 16). */
export const completedUnproven = (
  { reportLine: line, index, indicator }: PlacedLine,
  delivery: StartedDelivery,
): readonly LineProblem[] => {
  const { district } = line;
  const target =
    district === undefined
      ? targetOf(indicator, delivery.year)
      : delivery.districts[indicator.id]!.find((share) => share.district === district)!.target;
  const figure = at(withLines({}, [line], [])[indicator.id], district ?? WHOLE);
  const speaksOfIt = [line.value, line.doneOn, line.allServed, line.startedOn].some((field) => field !== undefined);
  return speaksOfIt && isMet(indicator, target, figure) === true
    ? [problem(index, 'EVIDENCE_MISSING', { indicatorId: indicator.id, district: district ?? WHOLE })]
    : [];
};
