import type { DeliveryEvent, DistrictName, IndicatorId } from '@minsheng/contracts';
import type { DistrictTarget } from '@minsheng/domain';

export type BrokenDown = Extract<DeliveryEvent, { type: 'TargetsBrokenDown' }>['data']['indicators'];
/** Districts by indicator, with their targets. */
export type Targets = Readonly<Record<IndicatorId, readonly DistrictTarget[]>>;

export const withTargets = (targets: Targets, broken: BrokenDown): Targets => ({
  ...targets,
  ...Object.fromEntries(broken.map(({ indicatorId, districts }) => [indicatorId, districts])),
});
export const districtsOf = (targets: Targets): DistrictName[] => [
  ...new Set(Object.values(targets).flatMap((all) => all.map(({ district }) => district as DistrictName))),
];
