import type { Indicator, ReportLine } from '@minsheng/contracts';
import { occurredOn } from '../../indicator/met';
import { monthOf, yearOfMonth } from '../../indicator/month';
import { whyImpossible } from '../../indicator/possible';
import { problem, type LineProblem } from './report-problem';

/** What cannot be, whatever the indicator has come to before: figures that it never reaches, and days to come. */
export const impossibleIn = (
  reportLine: ReportLine,
  index: number,
  indicator: Indicator,
  year: number,
  today: string,
): LineProblem | undefined => {
  const { value, revisedBase, doneOn, startedOn, enteredOn, reason } = reportLine;
  for (const quantity of [value, revisedBase]) {
    const code = quantity === undefined ? undefined : whyImpossible(indicator, quantity);
    if (code) return problem(index, code, { indicator: indicator.name, value: quantity! });
  }
  const toCome = [doneOn, startedOn, enteredOn].find((day) => day !== undefined && day > today);
  if (toCome !== undefined) return problem(index, 'DAY_TO_COME', { indicator: indicator.name, day: toCome, today });
  const done = occurredOn(indicator, reportLine);
  return done !== undefined && yearOfMonth(monthOf(done)) < year && !reason
    ? problem(index, 'DONE_BEFORE_THE_YEAR', { indicator: indicator.name, day: done, year })
    : undefined;
};
