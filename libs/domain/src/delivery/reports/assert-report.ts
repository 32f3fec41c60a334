import type { Indicator } from '@minsheng/contracts';
import { monthBefore } from '../../indicator/month';
import type { StartedDelivery } from '../delivery.state';
import { rulesFor } from '../promise/rule-sets';
import { completedUnproven, fallsSilently, wholeFallsSilently, wholeIsNotSum } from './figure-problems';
import { withLines } from './figures';
import { partsAboveWholes } from './parts-above-wholes';
import { placeLines, type PlacedLine } from './placed-lines';
import { problem, ReportRefused, type LineProblem, type SentReport } from './report-problem';
import { figuresAt } from './verified-figures';

/** Everything that a report does not satisfy, in the order of its lines; it is held against the months before. */
export const reportProblems = (delivery: StartedDelivery, report: SentReport): readonly LineProblem[] => {
  const before = figuresAt(delivery, monthBefore(report.period));
  const { placed, problems } = placeLines(delivery, report);
  const lines = placed.map(({ reportLine }) => reportLine);
  const after = withLines(before, lines, delivery.commitment.indicators);
  const byIndicator = new Map<Indicator, PlacedLine[]>();
  for (const line of placed) byIndicator.set(line.indicator, [...(byIndicator.get(line.indicator) ?? []), line]);
  const needsProof = rulesFor(delivery, report.period).rules.evidence === 'strict' && !report.proven;
  const indexOf = (indicatorId: string) => placed.find(({ indicator }) => indicator.id === indicatorId)!.index;
  return [
    ...problems,
    ...placed.flatMap((line) => fallsSilently(line, before)),
    ...[...byIndicator].flatMap(([indicator, own]) => [
      ...wholeIsNotSum(indicator, own, delivery),
      ...wholeFallsSilently(indicator, own, before, after),
    ]),
    ...partsAboveWholes(delivery, { ...report, lines }, after).map(({ indicatorId, facts }) =>
      problem(indexOf(indicatorId), 'PART_ABOVE_WHOLE', facts),
    ),
    ...(needsProof ? placed.flatMap((line) => completedUnproven(line, delivery)) : []),
  ].sort((a, b) => a.line - b.line);
};

/** @throws ReportRefused with everything that is wrong */
export const assertReport = (delivery: StartedDelivery, report: SentReport): void => {
  const problems = reportProblems(delivery, report);
  if (problems.length > 0) throw new ReportRefused(problems);
};
