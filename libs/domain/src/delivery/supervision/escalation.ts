import type { DeliveryEvent, DepartmentName, EscalationStep, Light, Month, ProjectId } from '@minsheng/contracts';
import { monthBefore, monthNumber } from '../../indicator/month';
import type { DecisionContext } from '../../decider';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { StartedDelivery } from '../delivery.state';
import { isWarning } from '../lights/colour';
import { unmetIndicators } from '../lights/compute-light';
import { rulesFor } from '../promise/rule-sets';
import { hasEnded } from '../promise/status';
import { cameLateFor } from '../reports/came-late';

const LAST_OF_THIRD_QUARTER = 9;
const LAST_OF_YEAR = 12;

/**
 * Who answers for a month that was behind: whoever sent no verified report (invariant 19), else the lead of the worst
 * indicator. A month caught up later was behind through those whose reports came late.
 */
export const behindIn = (
  delivery: Pick<StartedDelivery, 'reports' | 'ruleSets' | 'opened'>,
  { period, colour, why, missing, worst }: Light,
  calendar: WorkingCalendar,
): readonly DepartmentName[] => {
  if (!isWarning(colour)) return [];
  if (missing.length > 0) return missing;
  const late =
    why === 'caught up later'
      ? Object.values(delivery.reports)
          .filter((report) => report.period === period && cameLateFor(delivery, report, period, calendar))
          .map(({ department }) => department)
      : [];
  return late.length > 0 ? late : worst ? [worst.lead] : [];
};

/** Whether the light of a month still calls for a step that it led to, alone or with other months. */
export const isCalledForBy = (
  { period, colour, missing }: Pick<Light, 'period' | 'colour' | 'missing'>,
  { department, months }: { readonly department: DepartmentName; readonly months: readonly Month[] },
): boolean => !months.includes(period) || (isWarning(colour) && (missing.length === 0 || missing.includes(department)));

/** Closed months without a gap up to this one in which a department was behind, oldest first. */
const runOf = (
  delivery: StartedDelivery,
  department: DepartmentName,
  until: Month,
  calendar: WorkingCalendar,
): readonly Month[] => {
  const light = delivery.lights[until];
  if (!light || !behindIn(delivery, light, calendar).includes(department)) return [];
  return [...(monthNumber(until) === 1 ? [] : runOf(delivery, department, monthBefore(until), calendar)), until];
};

/** Who leads what the year leaves unmet by verified figures, and whoever did not report. */
const notMetBy = (delivery: StartedDelivery, { period, missing }: Light): readonly DepartmentName[] => {
  const unmet = unmetIndicators(delivery, period);
  return [
    ...new Set([
      ...missing,
      ...delivery.commitment.indicators.filter(({ id }) => unmet.includes(id)).map(({ lead }) => lead),
    ]),
  ];
};

const reachedBy = (
  delivery: StartedDelivery,
  light: Light,
  { when }: EscalationStep,
  calendar: WorkingCalendar,
): readonly DepartmentName[] => {
  const behind = behindIn(delivery, light, calendar);
  switch (when.reached) {
    case 'months running':
      return behind.filter((department) => runOf(delivery, department, light.period, calendar).length === when.months);
    case 'third quarter':
      return monthNumber(light.period) === LAST_OF_THIRD_QUARTER ? behind : [];
    case 'year end':
      return monthNumber(light.period) === LAST_OF_YEAR ? notMetBy(delivery, light) : [];
  }
};

/**
 * What the closing of a month calls for by the list's steps (南京完善重点工作督查奖惩机制2016), with the months that led to it.
 * `delivery` is as it stood before the closing. Each step is reached once per department and month, also when the month
 * is closed again.
 */
export const escalationsAt = (
  before: StartedDelivery,
  { id: projectId, calendar }: Pick<DecisionContext<ProjectId>, 'id' | 'calendar'>,
  light: Light,
): readonly DeliveryEvent[] => {
  if (hasEnded(before)) return [];
  const { period } = light;
  const delivery: StartedDelivery = { ...before, lights: { ...before.lights, [period]: light } };
  const isRecorded = (department: DepartmentName, step: EscalationStep) =>
    delivery.escalations.some(
      (escalation) =>
        escalation.period === period &&
        escalation.department === department &&
        escalation.step.measure === step.measure &&
        escalation.step.when.reached === step.when.reached,
    );
  return rulesFor(delivery, period).rules.escalation.flatMap((step) =>
    reachedBy(delivery, light, step, calendar)
      .filter((department) => !isRecorded(department, step))
      .map((department): DeliveryEvent => {
        const run = runOf(delivery, department, period, calendar);
        return {
          type: 'EscalationReached',
          data: { projectId, period, department, step, months: run.length > 0 ? [...run] : [period] },
        };
      }),
  );
};
