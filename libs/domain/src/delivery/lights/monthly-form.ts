import type { DepartmentName, Indicator, Kind, Month, Quantity, Rules } from '@minsheng/contracts';
import type { DueDay } from '../../indicator/due-day';
import { kindOf } from '../../indicator/kinds';
import { monthAt, yearOfMonth } from '../../indicator/month';
import { exactScheduleAt, printedSchedule } from '../../indicator/schedule';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { StartedDelivery } from '../delivery.state';
import { rulesFor } from '../promise/rule-sets';
import { draftOf, type Draft, type DraftLine } from '../reports/draft';
import { reportDue } from '../reports/expected-reports';
import { turnsGreen } from './turns-green';

/** A line to be filled in, with everything that whoever fills it in needs to know. */
export interface FormLine extends DraftLine {
  /** The unit is times this: 100 of 平方米 at scale 万 are a million square metres. */
  readonly scale: NonNullable<Indicator['scale']>;
  readonly kind: Kind;
  readonly comparator: Indicator['comparator'];
  /** The promise in words, where the list has them. */
  readonly targetText?: string;
  /** Percent of the target due by the end of this month. */
  readonly schedule: Quantity;
  /** The cumulative figure that is green this month; null where something has to be done or kept instead. */
  readonly green: Quantity | null;
  /** The day by which the promise is due. */
  readonly dueOn: string;
}
/** `dueOn`: the day by which this month's report is due. */
export interface MonthlyForm extends Draft, DueDay {
  readonly lines: readonly FormLine[];
}

const withMeaning = (entry: DraftLine, indicator: Indicator, period: Month, rules: Rules): FormLine => {
  const line = exactScheduleAt(indicator, period, rules.line);
  const place = { district: entry.district, target: entry.target, figure: entry };
  const standing = { indicator, place, percent: null, line, behind: line, met: false, comparison: 'compared' as const };
  return {
    ...entry,
    scale: indicator.scale ?? '1',
    kind: kindOf(indicator),
    comparator: indicator.comparator,
    ...(indicator.targetText !== undefined && { targetText: indicator.targetText }),
    schedule: printedSchedule(line),
    green: turnsGreen(rules.lights, standing).value,
    dueOn: indicator.dueOn ?? `${monthAt(yearOfMonth(period), 12)}-31`,
  };
};

/** The form that a department fills in for a month: each line with its unit and scale, and what it is held against. */
export const monthlyFormOf = (
  delivery: StartedDelivery,
  department: DepartmentName,
  period: Month,
  calendar: WorkingCalendar,
): MonthlyForm => {
  const draft = draftOf(delivery, department, period);
  const { rules } = rulesFor(delivery, period);
  const indicators = new Map(delivery.commitment.indicators.map((indicator) => [indicator.id, indicator]));
  return {
    ...draft,
    ...reportDue(delivery, period, calendar),
    lines: draft.lines.map((line) => withMeaning(line, indicators.get(line.indicatorId)!, period, rules)),
  };
};
