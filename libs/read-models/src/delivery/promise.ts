import type { Change, Commitment, DeliveryEvent, DistrictName, Indicator, IndicatorId } from '@minsheng/contracts';
import type { DistrictTarget } from '@minsheng/domain';

type BrokenDown = Extract<DeliveryEvent, { type: 'TargetsBrokenDown' }>['data']['indicators'];
/** Districts by indicator, with their targets. */
export type Targets = Readonly<Record<IndicatorId, readonly DistrictTarget[]>>;

/** Own dated steps as the responsibility table names them. */
export const withSteps = (indicators: readonly Indicator[], broken: BrokenDown): Indicator[] => {
  const named = new Map(broken.map((one) => [one.indicatorId, one]));
  return indicators.map((indicator) => {
    const { steps, stepsAre } = named.get(indicator.id) ?? {};
    return steps ? { ...indicator, steps, ...(stepsAre && { stepsAre }) } : indicator;
  });
};
export const withTargets = (targets: Targets, broken: BrokenDown): Targets => ({ ...targets, ...Object.fromEntries(broken.map(({ indicatorId, districts }) => [indicatorId, districts])) });
export const districtsOf = (targets: Targets): DistrictName[] => [...new Set(Object.values(targets).flatMap((all) => all.map(({ district }) => district as DistrictName)))];
/** The departments that lead an indicator which concerns this place. */
export const leadsOf = (indicators: readonly Indicator[]) => [...new Set(indicators.filter(({ applicable }) => applicable).map(({ lead }) => lead))];

const changed = (indicator: Indicator, change: Change): Indicator => {
  if (!('indicatorId' in change) || change.indicatorId !== indicator.id) return indicator;
  if (change.kind === 'target') return { ...indicator, target: change.target, ...(change.targetText !== undefined && { targetText: change.targetText }) };
  return change.kind === 'due date' ? { ...indicator, dueOn: change.dueOn } : { ...indicator, lead: change.lead };
};
/** The indicators after an approved adjustment; what was promised before stays in the events (invariant 4). */
export const adjusted = (indicators: readonly Indicator[], changes: readonly Change[]): Indicator[] => changes.reduce<Indicator[]>((all, change) => all.map((one) => changed(one, change)), [...indicators]);

const endings = { 'carry over': 'carried over', split: 'split', merge: 'merged', terminate: 'terminated' } as const;
/** How an adjustment ends a project where it does. */
export const endingBy = (changes: readonly Change[]): (typeof endings)[keyof typeof endings] | undefined =>
  changes.flatMap(({ kind }) => (kind in endings ? [endings[kind as keyof typeof endings]] : [])).at(-1);

/** The title that an adjustment gives. */
export const retitled = (commitment: Commitment, changes: readonly Change[]): string => changes.flatMap((change) => (change.kind === 'title' ? [change.title] : [])).at(-1) ?? commitment.title;
