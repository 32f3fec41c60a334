import { canonicalJson, type DeliveryEvent, type Light, type Month, type ProjectId } from '@minsheng/contracts';
import type { WorkingCalendar } from '../../indicator/working-days';
import type { StartedDelivery } from '../delivery.state';
import type { EvolveRows } from '../delivery.tables';
import { Refusal, type DecisionContext } from '../../decider';
import { lightAt, unmetIndicators } from '../lights/compute-light';
import { recomputeLight } from '../lights/light';
import { cameLateFor } from '../reports/came-late';
import { isLocked } from '../reports/period';

/** A closed month by what is verified now: what came late may never make it green (invariant 18). */
export const recompute = (delivery: StartedDelivery, before: Light, calendar: WorkingCalendar): Light =>
  recomputeLight(
    before,
    lightAt(delivery, before.period),
    Object.values(delivery.reports).some((report) => cameLateFor(delivery, report, before.period, calendar)),
  );

/**
 * Closed months whose light changes by what was just verified: the month itself and those after it that carry its
 * figures. A month that stands open is recomputed when it is closed.
 */
export const recomputedLights = (
  delivery: StartedDelivery,
  { id: projectId, calendar }: Pick<DecisionContext<ProjectId>, 'id' | 'calendar'>,
  since: Month,
): readonly DeliveryEvent[] =>
  Object.values(delivery.lights)
    .filter(({ period }) => period >= since && isLocked(delivery, period))
    .flatMap((before) => {
      const light = recompute(delivery, before, calendar);
      return canonicalJson(light) === canonicalJson(before)
        ? []
        : [{ type: 'LightRecomputed' as const, data: { projectId, light, before: before.colour } }];
    });

export type RecomputationRefusal = 'COMPLETION_ACCEPTED';
/** Only a look back opens again what was accepted as met. @throws COMPLETION_ACCEPTED */
export const assertStillHolds = (after: StartedDelivery, until: Month): void => {
  if (after.status !== 'accepted' || after.outcome !== 'met') return;
  const unmet = unmetIndicators(after, until);
  if (unmet.length > 0)
    throw new Refusal<RecomputationRefusal>('COMPLETION_ACCEPTED', { indicators: unmet.join(', ') });
};

export const withLight = (delivery: StartedDelivery, light: Light): StartedDelivery => ({
  ...delivery,
  lights: { ...delivery.lights, [light.period]: light },
});

export const evolveRecomputation = {
  LightRecomputed: (delivery, { light }) => withLight(delivery, light),
} satisfies EvolveRows;
