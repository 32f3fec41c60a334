import type { EventData, Indicator } from '@minsheng/contracts';
import type { DistrictTarget } from '../delivery.state';
import type { DecideRows, EvolveRows } from '../delivery.tables';
import { assertBreakdown } from './assert-breakdown';
import { assertDepartures } from './assert-departures';
import { withoutDeparted } from './departures';
import { withRenamed } from './renamed-targets';
import { assertUnderWay } from './status';

type Table = EventData<'TargetsBrokenDown'>['indicators'][number];

/**
 * What a new table does not name stays: the members of a reporting group, the mark of the city's own level, and both of
 * them as a whole.
 */
const withStanding = (table: Table, before: readonly DistrictTarget[]): Table => {
  const byName = new Map(before.map((share) => [share.district, share]));
  const named = new Set<string>([...table.districts, ...(table.departures ?? [])].map(({ district }) => district));
  const standing = before.filter(({ district, members, ownLevel }) => (members || ownLevel) && !named.has(district));
  const districts = table.districts.map((share) => {
    const { members, ownLevel } = byName.get(share.district) ?? {};
    return { ...(members && { members: [...members] }), ...(ownLevel && { ownLevel }), ...share };
  });
  return { ...table, districts: [...districts, ...standing] as Table['districts'] };
};

export const decideBreakdown = {
  BreakDownTargets: (delivery, data, { id: projectId }) => {
    const indicators = data.indicators.map((table) => withStanding(table, delivery.districts[table.indicatorId] ?? []));
    assertBreakdown(assertUnderWay(delivery), indicators);
    assertDepartures(delivery, indicators);
    return [{ type: 'TargetsBrokenDown', data: { projectId, ...data, indicators } }];
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
      verified: withoutDeparted(delivery.verified, broken),
      adjustments: withRenamed(delivery.adjustments, broken),
    };
  },
} satisfies EvolveRows;
