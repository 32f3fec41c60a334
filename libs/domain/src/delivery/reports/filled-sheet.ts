import type { DepartmentName, Indicator, Month, ReportLine } from '@minsheng/contracts';
import { isReported } from '../../indicator/figure';
import { isYesOrNo } from '../../indicator/kinds';
import type { StartedDelivery } from '../delivery.state';
import { draftOf } from './draft';
import { hasSummedWhole, placeOf, WHOLE, type Figures } from './figures';
import { saysNothing } from './placed-lines';
import { problem, type ExpectedLine, type LineProblem } from './report-problem';
import { isVerified } from './verified-figures';

/**
 * The lines that a month expects of a department: those of its form, without the indicators that the month's verified
 * lines speak of already; they stand until a correction names them.
 */
export const expectedLines = (
  delivery: StartedDelivery,
  department: DepartmentName,
  period: Month,
): readonly ExpectedLine[] =>
  draftOf(delivery, department, period).lines.filter(
    ({ indicatorId }) => !isVerified(delivery, period, { id: indicatorId }),
  );

/**
 * Works progress is no figure (invariant 12), but all there is to report of what is not done yet, or promised in words.
 */
const isAnswer = (line: ReportLine, indicator: Indicator | undefined): boolean =>
  isReported(line) ||
  line.unchanged === true ||
  line.noFigure !== undefined ||
  (indicator !== undefined && (isYesOrNo(indicator) || indicator.target === null));

/** Those of the expected lines that a report states nothing about; a whole that becomes the sum needs no line. */
const unanswered = (
  expected: readonly ExpectedLine[],
  lines: readonly ReportLine[],
  indicators: readonly Indicator[],
): readonly ExpectedLine[] => {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const answered = new Set([
    ...lines.filter((reportLine) => isAnswer(reportLine, byId.get(reportLine.indicatorId))).map(placeOf),
    ...indicators.filter((indicator) => hasSummedWhole(indicator, lines)).map(({ id }) => placeOf({ indicatorId: id })),
  ]);
  return expected.filter((place) => !answered.has(placeOf(place)));
};

/** The lines of a report with those that it states all together, each as a line of its own. */
export const filledSheet = (
  expected: readonly ExpectedLine[],
  {
    lines,
    otherLines,
  }: { readonly lines: readonly ReportLine[]; readonly otherLines?: Pick<ReportLine, 'unchanged' | 'noFigure'> },
  indicators: readonly Indicator[],
): ReportLine[] => {
  if (!otherLines) return [...lines];
  const left = new Map(unanswered(expected, lines, indicators).map((place) => [placeOf(place), place]));
  const given = lines.map((reportLine) =>
    left.delete(placeOf(reportLine)) && !saysNothing(reportLine) ? { ...reportLine, ...otherLines } : reportLine,
  );
  const others = [...left.values()].map(({ indicatorId, district }) => ({
    indicatorId,
    ...(district !== undefined && { district }),
    ...otherLines,
  }));
  return [...given, ...others];
};

/** Places that are named when lines are missing; the rest is counted. */
const NAMED = 20;

/** A month is complete or says what is missing: no expected line is left out. */
export const linesMissing = (
  expected: readonly ExpectedLine[],
  lines: readonly ReportLine[],
  indicators: readonly Indicator[],
): readonly LineProblem[] => {
  const left = unanswered(expected, lines, indicators);
  if (left.length === 0) return [];
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const named = left
    .slice(0, NAMED)
    .map(({ indicatorId, district }) => [names.get(indicatorId), district].filter(Boolean).join(' '));
  return [problem(lines.length, 'LINES_MISSING', { missing: left.length, lines: named.join('、') })];
};

/** Nothing is unchanged where nothing was known. */
export const unchangedFromNothing = (
  lines: readonly ReportLine[],
  known: Figures,
  indicators: readonly Indicator[],
): readonly LineProblem[] => {
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  return lines.flatMap(({ indicatorId, district, unchanged }, index) =>
    !unchanged || known[indicatorId]?.[district ?? WHOLE] !== undefined
      ? []
      : [
          problem(index, 'UNCHANGED_WITHOUT_FIGURE', {
            indicatorId,
            indicator: names.get(indicatorId) ?? indicatorId,
            district: district ?? WHOLE,
          }),
        ],
  );
};
