import type { EventData, Indicator } from '@minsheng/contracts';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertBreakdown } from './assert-breakdown';
import { assertUnderWay } from './status';

export const decideBreakdown = {
  BreakDownTargets: (delivery, data, { id: projectId }) => {
    assertBreakdown(assertUnderWay(delivery), data.indicators);
    return [{ type: 'TargetsBrokenDown', data: { projectId, ...data } }];
  },
} satisfies DecideRows;

/** The indicators with their own dated steps, as the responsibility table names them. */
export const withOwnSteps = (
  indicators: readonly Indicator[],
  broken: EventData<'TargetsBrokenDown'>['indicators'],
): Indicator[] => {
  const own = new Map(broken.map((district) => [district.indicatorId, district]));
  return indicators.map((indicator) => {
    const { steps, stepsAre } = own.get(indicator.id) ?? {};
    // the sense of the quantities belongs to the steps: neither stays without the other
    return steps ? { ...indicator, steps, stepsAre } : indicator;
  });
};

export const evolveBreakdown = {
  TargetsBrokenDown: (delivery, { indicators: broken }) => {
    const indicators = withOwnSteps(delivery.commitment.indicators, broken);
    const districts = Object.fromEntries(broken.map(({ indicatorId, districts }) => [indicatorId, districts]));
    return {
      ...delivery,
      commitment: { ...delivery.commitment, indicators },
      districts: { ...delivery.districts, ...districts },
    };
  },
} satisfies EvolveRows;
