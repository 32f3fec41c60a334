import type { Indicator, ReportLine } from '@minsheng/contracts';
import { compare, sum } from '../../indicator/decimal';
import { targetOf } from '../../indicator/kinds';
import { isMet } from '../../indicator/met';
import { at } from '../../records';
import type { StartedDelivery } from '../delivery.state';
import { WHOLE, withLines, type Figures } from './figures';
import type { PlacedLine } from './placed-lines';
import { problem, type LineProblem } from './report-problem';

/**
 * A whole given beside all its districts must be their sum (additive indicators only), also where one of them is
 * unchanged; districts that a correction does not name stand in its month as last verified.
 */
export const wholeIsNotSum = (
  indicator: Indicator,
  own: readonly PlacedLine[],
  month: readonly ReportLine[],
  after: Figures,
  delivery: StartedDelivery,
): readonly LineProblem[] => {
  const figureOf = ({ value, unchanged, district }: ReportLine) =>
    value ?? (unchanged ? after[indicator.id]?.[district ?? WHOLE]?.value : undefined);
  const whole = own.find(({ reportLine: line }) => line.district === undefined && figureOf(line) !== undefined);
  const parts = month
    .filter(({ indicatorId, district }) => indicatorId === indicator.id && district !== undefined)
    .map((line) => ({ district: line.district, value: figureOf(line) }))
    .filter(({ value }) => value !== undefined);
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
  const given = figureOf(whole.reportLine)!;
  return compare(total, given) === 0
    ? []
    : [problem(whole.index, 'REPORT_SUM_MISMATCH', { indicatorId: indicator.id, whole: given, sum: total })];
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
