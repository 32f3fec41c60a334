import { canonicalJson, type DeliveryEvent, type Light, type Month, type ProjectId } from '@minsheng/contracts';
import type { StartedDelivery } from '../delivery.state';
import type { EvolveRows, FallenDue } from '../delivery.tables';
import { Refusal, type DecisionContext } from '../../decider';
import { lightAt, unmetIndicators } from '../lights/compute-light';
import { caughtUpLater, recomputeLight } from '../lights/light';
import { cameLateFor } from '../reports/came-late';
import { missingReports, reportDue } from '../reports/expected-reports';
import { isLocked } from '../reports/period';
import { isCalledForBy } from '../supervision/escalation';
import { settledOrders } from './settled-orders';

type Clock = Pick<DecisionContext<ProjectId>, 'today' | 'calendar'>;

/**
 * The light of a month by what is verified now: what came late may never make it green (invariant 18). `before`: what
 * it was published with, where it was.
 */
export const lightNow = (delivery: StartedDelivery, period: Month, before: Light | undefined, clock: Clock): Light => {
  const computed = lightAt(delivery, period, clock);
  const late = Object.values(delivery.reports).filter((report) =>
    cameLateFor(delivery, report, period, clock.calendar),
  );
  if (before) return recomputeLight(before, computed, late.length > 0);
  // what is late for a month that nobody has seen yet is its own report
  return late.some((report) => report.period === period) ? caughtUpLater(computed) : computed;
};

const recomputed = (
  delivery: StartedDelivery,
  before: Light,
  context: Clock & Pick<DecisionContext<ProjectId>, 'id'>,
): readonly DeliveryEvent[] => {
  const light = lightNow(delivery, before.period, before, context);
  return canonicalJson(light) === canonicalJson(before)
    ? []
    : [
        { type: 'LightRecomputed', data: { projectId: context.id, light, before: before.colour } },
        ...settledOrders(delivery, before, light, context),
      ];
};

/**
 * Closed months whose light changes by what was just verified: the month itself and those after it that carry its
 * figures. A month that stands open is recomputed when it is closed.
 */
export const recomputedLights = (
  delivery: StartedDelivery,
  context: Clock & Pick<DecisionContext<ProjectId>, 'id'>,
  since: Month,
): readonly DeliveryEvent[] =>
  Object.values(delivery.lights)
    .filter(({ period }) => period >= since && isLocked(delivery, period))
    .flatMap((before) => recomputed(delivery, before, context));

/** Months closed before their report was due, once it is missed: only then is anybody late. */
export const lightsFallenDue: FallenDue = (delivery, context) =>
  delivery.closedEarly
    .map((period) => delivery.lights[period])
    .filter((before) => before !== undefined && isLocked(delivery, before.period))
    .filter(({ period }) => context.today > reportDue(delivery, period, context.calendar).dueOn)
    .filter(({ period, missing }) =>
      missingReports(delivery, period).some((department) => !missing.includes(department)),
    )
    .flatMap((before) => recomputed(delivery, before, context));

export type RecomputationRefusal = 'COMPLETION_ACCEPTED';
/** Only a look back opens again what was accepted as met. @throws COMPLETION_ACCEPTED */
export const assertStillHolds = (after: StartedDelivery, until: Month): void => {
  if (after.status !== 'accepted' || after.outcome !== 'met') return;
  const unmet = unmetIndicators(after, until);
  if (unmet.length > 0)
    throw new Refusal<RecomputationRefusal>('COMPLETION_ACCEPTED', { indicators: unmet.join(', ') });
};

/** With another light of a month; what the one before called for and this one does not is gone. */
export const withLight = (delivery: StartedDelivery, light: Light): StartedDelivery => ({
  ...delivery,
  lights: { ...delivery.lights, [light.period]: light },
  escalations: delivery.escalations.filter((escalation) => isCalledForBy(light, escalation)),
});

export const evolveRecomputation = {
  LightRecomputed: (delivery, { light }) => withLight(delivery, light),
} satisfies EvolveRows;
