import {
  type CommandData,
  type Commitment,
  type CommitmentEvent,
  type DepartmentName,
  type EventData,
  type Indicator,
  type IndicatorId,
  type Month,
  type Rules,
  type Sealed,
  yearOf,
} from '@minsheng/contracts';
import type { DistrictTarget } from '../lights/standing';
import type { Decides, Evolves } from '../part';
import { assertUnderWay } from '../who';
import { assertBreakdown } from './assert-breakdown';
import { assertLiaison, assertTakesPart } from './liaison';

export type { CommitmentRefusal } from './assert-breakdown';

/** What was promised, as it stands today, and by which rules it is judged. */
export interface CommitmentState {
  readonly commitment: Commitment;
  /** The list's year: what is owed after it is owed by another list. */
  readonly year: number;
  /** The body that adopted the list: it alone approves adjustments. */
  readonly adoptedBy?: string;
  /** Rule sets by the first month they hold for, oldest first; the first one holds from the beginning. */
  readonly ruleSets: readonly { readonly from?: Month; readonly rulesVersion: number; readonly rules: Rules }[];
  readonly districts: Readonly<Record<IndicatorId, readonly DistrictTarget[]>>;
  readonly investment?: Omit<EventData<'InvestmentPlanned'>, 'projectId'>;
  /** The liaison officer of each department, sealed: only the vault can say who it is. */
  readonly liaisons: Readonly<Record<DepartmentName, Sealed>>;
}
export const promised = ({
  projectId,
  commitment,
  adoptedBy,
  rulesVersion,
  rules,
}: EventData<'DeliveryStarted'>): CommitmentState => ({
  commitment,
  year: yearOf(projectId),
  adoptedBy,
  ruleSets: [{ rulesVersion, rules }],
  districts: {},
  liaisons: {},
});

/** The responsibility table (责任分解表) as it is asked for. */
export type Table = CommandData<'BreakDownTargets'>;

export const commitmentDecides: Decides<'BreakDownTargets' | 'PlanInvestment' | 'RecordLiaison'> = {
  BreakDownTargets: (delivery, data, { id: projectId }) => {
    assertBreakdown(assertUnderWay(delivery), data);
    return [{ type: 'TargetsBrokenDown', data: { projectId, ...data } }];
  },
  PlanInvestment: (delivery, data, { id: projectId, by }) => {
    if (by.role === 'department') assertTakesPart(assertUnderWay(delivery), by.organisation);
    assertUnderWay(delivery);
    return [{ type: 'InvestmentPlanned', data: { projectId, ...data } }];
  },
  RecordLiaison: (delivery, data, { id: projectId, by }) => {
    assertLiaison(delivery, data.department, by);
    return [{ type: 'LiaisonAppointed', data: { projectId, ...data } }];
  },
};

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

export const commitmentEvolves: Evolves<Exclude<CommitmentEvent['type'], 'DeliveryStarted'>> = {
  TargetsBrokenDown: (delivery, { indicators: broken }) => {
    const indicators = withOwnSteps(delivery.commitment.indicators, broken);
    const districts = Object.fromEntries(broken.map(({ indicatorId, districts }) => [indicatorId, districts]));
    return {
      ...delivery,
      commitment: { ...delivery.commitment, indicators },
      districts: { ...delivery.districts, ...districts },
    };
  },
  InvestmentPlanned: (delivery, { projectId: _, ...investment }) => ({ ...delivery, investment }),
  LiaisonAppointed: (delivery, { department, contact }) => ({
    ...delivery,
    liaisons: { ...delivery.liaisons, [department]: contact },
  }),
};
