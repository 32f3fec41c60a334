import type { DepartmentName, Indicator, Month, ReportLine } from '@minsheng/contracts';
import { compare, sum } from '../../decimal';
import { Refusal } from '../../decider';
import { monthBefore, yearOfMonth } from '../../month';
import { kindOf, targetOf } from '../../kinds';
import type { StartedDelivery } from '../delivery.state';
import { isMet, percentOfTarget } from '../lights/standing';
import { WHOLE, withLines, type Figures } from './figures';
import { partsAboveWholes } from './parts';
import { figuresAt } from './reported';
import { rulesFor } from './rules-for';

export type ReportRefusal =
  | 'INDICATOR_UNKNOWN'
  | 'NOT_THE_LEAD_DEPARTMENT'
  | 'DISTRICT_UNKNOWN'
  | 'DUPLICATE_LINE'
  | 'FIGURE_EXPECTED'
  | 'EVENT_DATE_EXPECTED'
  | 'REPORT_SUM_MISMATCH'
  | 'CUMULATIVE_FALLS'
  | 'PART_ABOVE_WHOLE'
  | 'EVIDENCE_MISSING'
  | 'FIGURE_NEEDS_CONFIRMATION';
type Facts = Readonly<Record<string, string | number>>;
/** What is wrong with a line, by its place in the report. */
export interface LineProblem {
  readonly line: number;
  readonly code: ReportRefusal;
  readonly facts: Facts;
}

/** A report is refused by its first problem; who sent many lines learns of all of them. */
export class ReportRefused extends Refusal<ReportRefusal> {
  constructor(readonly problems: readonly LineProblem[]) {
    super(problems[0].code, problems[0].facts);
  }
}

/** Lines as they were sent, of which month, by whom, and whether evidence came with them. */
export interface Reporting {
  readonly period: Month;
  readonly department: DepartmentName;
  readonly lines: readonly ReportLine[];
  readonly proven: boolean;
}
interface Placed {
  readonly reportLine: ReportLine;
  readonly index: number;
  readonly indicator: Indicator;
}
const problem = (index: number, code: ReportRefusal, facts: Facts): LineProblem => ({ line: index, code, facts });

/** What a line says besides where it belongs: a line that says nothing is no report, zero is one. */
const saysNothing = ({ value, doneOn, allServed, worksPercent, startedOn, enteredOn, revisedBase }: ReportLine) =>
  [value, doneOn, allServed, worksPercent, startedOn, enteredOn, revisedBase].every((field) => field === undefined);

const problemOfLine = (
  reportLine: ReportLine,
  index: number,
  indicator: Indicator | undefined,
  delivery: StartedDelivery,
): LineProblem | undefined => {
  const { indicatorId, district, value, doneOn, allServed } = reportLine;
  if (!indicator || !indicator.applicable) return problem(index, 'INDICATOR_UNKNOWN', { indicatorId });
  if (district !== undefined && !(delivery.districts[indicator.id] ?? []).some((known) => known.district === district))
    return problem(index, 'DISTRICT_UNKNOWN', { indicatorId, district });
  const isEvent = indicator.comparator === 'event';
  const wrong =
    (isEvent ? value !== undefined : doneOn !== undefined) ||
    (allServed !== undefined && kindOf(indicator) !== 'entitlement');
  return wrong || saysNothing(reportLine)
    ? problem(index, isEvent ? 'EVENT_DATE_EXPECTED' : 'FIGURE_EXPECTED', { indicatorId })
    : undefined;
};

/** A whole given beside all its districts must be their sum (additive indicators only). */
const wholeIsNotSum = (indicator: Indicator, own: readonly Placed[], delivery: StartedDelivery): LineProblem[] => {
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
  return compare(total, whole.reportLine.value!) === 0
    ? []
    : [
        problem(whole.index, 'REPORT_SUM_MISMATCH', {
          indicatorId: indicator.id,
          whole: whole.reportLine.value!,
          sum: total,
        }),
      ];
};

/** Cumulative figures fall only with a stated reason: people leave programmes, audits cut figures (invariant 11). */
const fallsSilently = (
  { reportLine: { indicatorId, district, value, reason }, index, indicator }: Placed,
  before: Figures,
): LineProblem[] => {
  const place = district ?? WHOLE;
  const last = before[indicatorId]?.[place]?.value;
  if (!indicator.additive || value === undefined || last === undefined || compare(value, last) >= 0 || reason)
    return [];
  return [problem(index, 'CUMULATIVE_FALLS', { indicatorId, district: place, before: last, now: value })];
};

/** A whole must not fall silently either where only districts are told and it becomes their sum. */
const wholeFallsSilently = (
  indicator: Indicator,
  own: readonly Placed[],
  before: Figures,
  after: Figures,
): LineProblem[] => {
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
const completedUnproven = (
  { reportLine: line, index, indicator }: Placed,
  delivery: StartedDelivery,
  year: number,
): LineProblem[] => {
  const { district } = line;
  const target =
    district === undefined
      ? targetOf(indicator, year)
      : delivery.districts[indicator.id]!.find((share) => share.district === district)!.target;
  const says = withLines({}, [line], [])[indicator.id]?.[district ?? WHOLE];
  const speaksOfIt = [line.value, line.doneOn, line.allServed, line.startedOn].some((field) => field !== undefined);
  return speaksOfIt && isMet(indicator, target, says) === true
    ? [problem(index, 'EVIDENCE_MISSING', { indicatorId: indicator.id, district: district ?? WHOLE })]
    : [];
};

/** The lines that can be placed, and what is wrong with the others. */
const placed = (
  delivery: StartedDelivery,
  { lines, department }: Reporting,
): { good: Placed[]; bad: LineProblem[] } => {
  const [good, bad]: [Placed[], LineProblem[]] = [[], []];
  const seen = new Set<string>();
  const indicators = new Map(delivery.commitment.indicators.map((indicator) => [indicator.id, indicator]));
  lines.forEach((reportLine, index) => {
    const indicator = indicators.get(reportLine.indicatorId);
    const place = { indicatorId: reportLine.indicatorId, district: reportLine.district ?? WHOLE };
    const key = `${place.indicatorId} ${place.district}`;
    const found =
      problemOfLine(reportLine, index, indicator, delivery) ??
      (indicator!.lead !== department
        ? problem(index, 'NOT_THE_LEAD_DEPARTMENT', { indicatorId: reportLine.indicatorId })
        : undefined) ??
      (seen.has(key) ? problem(index, 'DUPLICATE_LINE', place) : undefined);
    seen.add(key);
    if (found) bad.push(found);
    else good.push({ reportLine, index, indicator: indicator! });
  });
  return { good, bad };
};

/**
 * Everything that a report does not satisfy, in the order of its lines; `before` are the verified figures of the months
 * before.
 */
export const reportProblems = (delivery: StartedDelivery, report: Reporting): readonly LineProblem[] => {
  const before = figuresAt(delivery, monthBefore(report.period));
  const { good, bad } = placed(delivery, report);
  const after = withLines(
    before,
    good.map(({ reportLine: line }) => line),
    delivery.commitment.indicators,
  );
  const byIndicator = new Map<Indicator, Placed[]>();
  for (const placed of good) byIndicator.set(placed.indicator, [...(byIndicator.get(placed.indicator) ?? []), placed]);
  const strict = rulesFor(delivery, report.period).rules.evidence === 'strict' && !report.proven;
  return [
    ...bad,
    ...good.flatMap((placed) => fallsSilently(placed, before)),
    ...[...byIndicator].flatMap(([indicator, own]) => [
      ...wholeIsNotSum(indicator, own, delivery),
      ...wholeFallsSilently(indicator, own, before, after),
    ]),
    ...partsAboveWholes(delivery, { ...report, lines: good.map(({ reportLine: line }) => line) }, after).map(
      ({ indicatorId, facts }) =>
        problem(
          good.find(({ reportLine: line }) => line.indicatorId === indicatorId)!.index,
          'PART_ABOVE_WHOLE',
          facts,
        ),
    ),
    ...(strict ? good.flatMap((placed) => completedUnproven(placed, delivery, yearOfMonth(report.period))) : []),
  ].sort((a, b) => a.line - b.line);
};

/** @throws ReportRefused with everything that is wrong */
export const assertReport = (delivery: StartedDelivery, report: Reporting): void => {
  const problems = reportProblems(delivery, report);
  if (problems.length > 0) throw new ReportRefused(problems);
};

/**
 * Figures so far over their target that they may be misprints: whoever verifies says that they were looked at
 * (invariant 13; handbook domain.md edge cases 1 and 26).
 */
export const assertPlausible = (
  delivery: StartedDelivery,
  { period, department, lines }: Omit<Reporting, 'proven'>,
): void => {
  const limit = String(rulesFor(delivery, period).rules.confirmOver);
  const after = withLines(figuresAt(delivery, monthBefore(period)), lines, delivery.commitment.indicators);
  const touched = delivery.commitment.indicators.filter(
    ({ id, lead }) => lead === department && lines.some(({ indicatorId }) => indicatorId === id),
  );
  for (const indicator of touched) {
    const places = [
      { district: WHOLE, target: targetOf(indicator, yearOfMonth(period)) },
      ...(delivery.districts[indicator.id] ?? []),
    ];
    for (const { district, target } of places) {
      const percent = percentOfTarget(indicator, target, after[indicator.id]?.[district]);
      if (percent !== null && compare(percent, limit) > 0) {
        const line = lines.findIndex(
          (reportLine) => reportLine.indicatorId === indicator.id && (reportLine.district ?? WHOLE) === district,
        );
        throw new ReportRefused([
          problem(Math.max(line, 0), 'FIGURE_NEEDS_CONFIRMATION', {
            indicatorId: indicator.id,
            district,
            percent,
            limit,
          }),
        ]);
      }
    }
  }
};
