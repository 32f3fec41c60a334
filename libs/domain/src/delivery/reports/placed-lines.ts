import type { Indicator, ReportLine } from '@minsheng/contracts';
import { reportedFields } from '../../indicator/figure';
import { kindOf } from '../../indicator/kinds';
import type { StartedDelivery } from '../delivery.state';
import { leadsEver } from '../promise/commitment-at';
import { twinOf } from '../../twin-names';
import { impossibleIn } from './impossible-lines';
import { WHOLE } from './figures';
import { problem, type LineProblem, type SentReport } from './report-problem';

/** A line with the indicator it belongs to, and its place in the report. */
export interface PlacedLine {
  readonly reportLine: ReportLine;
  readonly index: number;
  readonly indicator: Indicator;
}

/** A line that says nothing besides where it belongs is no report; zero is a figure. */
export const saysNothing = (reportLine: ReportLine) =>
  [...reportedFields, 'unchanged' as const, 'noFigure' as const].every((field) => reportLine[field] === undefined);

const problemOfLine = (
  reportLine: ReportLine,
  index: number,
  indicator: Indicator | undefined,
  delivery: StartedDelivery,
): LineProblem | undefined => {
  const { indicatorId, district, value, doneOn, allServed } = reportLine;
  if (!indicator || !indicator.applicable) return problem(index, 'INDICATOR_UNKNOWN', { indicatorId });
  const known = (delivery.districts[indicator.id] ?? []).map((share) => share.district);
  if (district !== undefined && !known.includes(district)) {
    const twin = twinOf(district, known);
    return twin === undefined
      ? problem(index, 'DISTRICT_UNKNOWN', { indicatorId, district })
      : problem(index, 'NAME_DIFFERS_BY_WIDTH', { name: district, twin });
  }
  const isEvent = indicator.comparator === 'event';
  const wrong =
    (isEvent ? value !== undefined : doneOn !== undefined) ||
    (allServed !== undefined && kindOf(indicator) !== 'entitlement');
  return wrong || saysNothing(reportLine)
    ? problem(index, isEvent ? 'EVENT_DATE_EXPECTED' : 'FIGURE_EXPECTED', { indicatorId })
    : undefined;
};

/** The lines that can be placed, and what is wrong with the others. */
export const placeLines = (
  delivery: StartedDelivery,
  { period, lines, department, today, isCheck = false }: SentReport,
): { readonly placed: readonly PlacedLine[]; readonly problems: readonly LineProblem[] } => {
  const [placed, problems]: [PlacedLine[], LineProblem[]] = [[], []];
  const seen = new Set<string>();
  const indicators = new Map(delivery.commitment.indicators.map((indicator) => [indicator.id, indicator]));
  lines.forEach((reportLine, index) => {
    const indicator = indicators.get(reportLine.indicatorId);
    const place = { indicatorId: reportLine.indicatorId, district: reportLine.district ?? WHOLE };
    const key = `${place.indicatorId} ${place.district}`;
    const found =
      problemOfLine(reportLine, index, indicator, delivery) ??
      impossibleIn(reportLine, index, indicator!, { year: delivery.year, period, today }) ??
      (!(isCheck ? leadsEver(delivery, indicator!) : [indicator!.lead]).includes(department)
        ? problem(index, 'NOT_THE_LEAD_DEPARTMENT', { indicatorId: reportLine.indicatorId })
        : undefined) ??
      (seen.has(key) ? problem(index, 'DUPLICATE_LINE', place) : undefined);
    seen.add(key);
    if (found) problems.push(found);
    else placed.push({ reportLine, index, indicator: indicator! });
  });
  return { placed, problems };
};
