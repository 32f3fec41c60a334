import type { Indicator, Month, ReportLine } from '@minsheng/contracts';
import { compare } from '../../indicator/decimal';
import { occurredOn } from '../../indicator/met';
import { monthNumber, monthOf, yearOfMonth } from '../../indicator/month';
import { whyImpossible } from '../../indicator/possible';
import { problem, type LineProblem } from './report-problem';

/**
 * How many times a recurring duty can have been done by a month, while there is more to come: one for each part of the
 * year that has begun. What is done more often than promised shows at the end.
 */
const checkpointsBegun = ({ checkpoints, target }: Indicator, period: Month): number | undefined => {
  if (checkpoints === undefined || target !== null) return undefined;
  const begun = Math.ceil((checkpoints * monthNumber(period)) / 12);
  return begun < checkpoints ? begun : undefined;
};

/** What cannot be, whatever the indicator has come to before: figures that it never reaches, and days to come. */
export const impossibleIn = (
  reportLine: ReportLine,
  index: number,
  indicator: Indicator,
  { year, period, today }: { readonly year: number; readonly period: Month; readonly today: string },
): LineProblem | undefined => {
  const { value, revisedBase, doneOn, startedOn, enteredOn, reason } = reportLine;
  for (const quantity of [value, revisedBase]) {
    const code = quantity === undefined ? undefined : whyImpossible(indicator, quantity);
    if (code) return problem(index, code, { indicator: indicator.name, value: quantity! });
  }
  const begun = checkpointsBegun(indicator, period);
  if (value !== undefined && begun !== undefined && compare(value, String(begun)) > 0)
    return problem(index, 'CHECKPOINTS_TO_COME', { indicator: indicator.name, period, begun, value });
  const toCome = [doneOn, startedOn, enteredOn].find((day) => day !== undefined && day > today);
  if (toCome !== undefined) return problem(index, 'DAY_TO_COME', { indicator: indicator.name, day: toCome, today });
  const done = occurredOn(indicator, reportLine);
  return done !== undefined && yearOfMonth(monthOf(done)) < year && !reason
    ? problem(index, 'DONE_BEFORE_THE_YEAR', { indicator: indicator.name, day: done, year })
    : undefined;
};
