import type { Change } from '@minsheng/contracts';
import { Refusal } from '../../decider';
import type { StartedDelivery } from '../delivery.state';
import { assertSum } from '../promise/assert-breakdown';
import { changedDistricts, changedIndicators } from './what-changes';

export type DistrictTargetsRefusal = 'DISTRICT_TARGETS_UNACCOUNTED_FOR' | 'DISTRICT_TARGETS_DO_NOT_FIT';
const refuse = (code: DistrictTargetsRefusal, facts: Record<string, string>): never => {
  throw new Refusal(code, facts);
};

/**
 * A new target says what becomes of the targets of its districts: they are kept, as a buffer over the new total, or
 * split again, each of them. @throws DISTRICT_TARGETS_UNACCOUNTED_FOR, DISTRICT_TARGETS_DO_NOT_FIT, and what a
 * responsibility table is refused with
 */
export const assertDistrictTargets = (delivery: StartedDelivery, change: Extract<Change, { kind: 'target' }>): void => {
  const { indicatorId, districts } = change;
  const owing = (delivery.districts[indicatorId] ?? []).filter(({ target }) => target !== null);
  const [indicator] = changedIndicators(
    delivery.commitment.indicators.filter(({ id }) => id === indicatorId),
    [change],
  );
  const facts = { indicator: indicator.name, districts: owing.map(({ district }) => district).join('、') };
  if (owing.length === 0 && !districts) return;
  if (!districts) return refuse('DISTRICT_TARGETS_UNACCOUNTED_FOR', facts);
  const split = districts.targets === 'split again' ? districts.split.map(({ district }) => district) : undefined;
  const fits =
    owing.length > 0 &&
    (!split ||
      (split.length === owing.length && owing.every(({ district }) => (split as string[]).includes(district))));
  if (!fits) return refuse('DISTRICT_TARGETS_DO_NOT_FIT', facts);
  assertSum(indicator, delivery.year, {
    indicatorId,
    districts: changedDistricts(delivery.districts, [change])[indicatorId],
    buffer: !split,
  });
};
