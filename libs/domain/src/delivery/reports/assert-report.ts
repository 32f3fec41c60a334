import type { Indicator } from '@minsheng/contracts';
import { monthBefore } from '../../indicator/month';
import type { StartedDelivery } from '../delivery.state';
import { rulesFor } from '../promise/rule-sets';
import { knownFigures } from './draft';
import { completedUnproven, wholeIsNotSum } from './figure-problems';
import {
  fallsSilently,
  laterFallsSilently,
  laterWholeFallsSilently,
  nextFigures,
  wholeFallsSilently,
} from './falling-figures';
import { withLines } from './figures';
import { linesMissing, unchangedFromNothing } from './filled-sheet';
import { partsAboveWholes } from './parts-above-wholes';
import { placeLines, type PlacedLine } from './placed-lines';
import { problem, ReportRefused, type LineProblem, type SentReport } from './report-problem';
import { figuresAt, withVerified } from './verified-figures';

/** Everything that a report does not satisfy, in the order of its lines; it is held against the months around it. */
export const reportProblems = (delivery: StartedDelivery, report: SentReport): readonly LineProblem[] => {
  const before = figuresAt(delivery, monthBefore(report.period));
  const { placed, problems } = placeLines(delivery, report);
  const lines = placed.map(({ reportLine }) => reportLine);
  const { indicators } = delivery.commitment;
  const month = withVerified(delivery.verified[report.period] ?? [], lines, indicators);
  const after = withLines(before, month, indicators);
  const later = nextFigures(delivery, report.period);
  const byIndicator = new Map<Indicator, PlacedLine[]>();
  for (const line of placed) byIndicator.set(line.indicator, [...(byIndicator.get(line.indicator) ?? []), line]);
  const needsProof = rulesFor(delivery, report.period).rules.evidence === 'strict' && !report.proven;
  const indexOf = (indicatorId: string) => placed.find(({ indicator }) => indicator.id === indicatorId)!.index;
  const known = report.isCheck ? before : knownFigures(delivery, report.department, report.period);
  return [
    ...problems,
    ...linesMissing(report.expected, report.lines, indicators),
    ...unchangedFromNothing(report.lines, known, indicators),
    ...placed.flatMap((line) => [...fallsSilently(line, before), ...laterFallsSilently(line, later)]),
    ...[...byIndicator].flatMap(([indicator, own]) => [
      ...wholeIsNotSum(indicator, own, month, after, delivery),
      ...wholeFallsSilently(indicator, own, before, after),
      ...laterWholeFallsSilently(indicator, own, after, later),
    ]),
    ...partsAboveWholes(delivery, { ...report, lines }, after).map(({ indicatorId, facts }) =>
      problem(indexOf(indicatorId), 'PART_ABOVE_WHOLE', facts),
    ),
    ...(needsProof ? placed.flatMap((line) => completedUnproven(line, delivery)) : []),
  ].sort((a, b) => a.line - b.line);
};

/** @throws ReportRefused with everything that is wrong */
export const assertReport = (delivery: StartedDelivery, report: SentReport): void => {
  if (report.lines.length === 0) throw new ReportRefused([problem(0, 'REPORT_EMPTY', {})]);
  const problems = reportProblems(delivery, report);
  if (problems.length > 0) throw new ReportRefused(problems);
};
