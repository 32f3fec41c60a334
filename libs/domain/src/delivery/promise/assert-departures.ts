import type { DeliveryCommands, Indicator, IndicatorId } from '@minsheng/contracts';
import { Refusal, unreachable } from '../../decider';
import type { DistrictTarget, StartedDelivery } from '../delivery.state';
import { reportedDistricts } from './departures';

type Departure = DeliveryCommands.Departure;
export type DepartureRefusal = 'DISTRICT_UNACCOUNTED_FOR' | 'DEPARTURE_DOES_NOT_FIT' | 'SUCCESSOR_DOES_NOT_FIT';
const refuse = (code: DepartureRefusal, facts: Record<string, string>): never => {
  throw new Refusal(code, facts);
};

/** A table as it will stand. */
export interface Redrawn {
  readonly indicatorId: IndicatorId;
  readonly districts: readonly DistrictTarget[];
  readonly departures?: readonly Departure[];
}

const successorsOf = (departure: Departure): readonly string[] => {
  switch (departure.becomes) {
    case 'renamed':
    case 'merged':
      return [departure.successor];
    case 'split':
      return departure.parts.map(({ successor }) => successor);
    case 'withdrawn':
      return [];
    default:
      return unreachable(departure);
  }
};

/** A new name is new, and takes over from one district alone; rates and standards are neither shared nor summed. */
const assertSuccessors = (
  indicator: Indicator,
  departure: Departure,
  all: readonly Departure[],
  before: ReadonlySet<string>,
  named: ReadonlySet<string>,
): void => {
  const { district, becomes } = departure;
  for (const successor of successorsOf(departure)) {
    const isShared = all.filter((other) => successorsOf(other).includes(successor)).length > 1;
    const fits =
      named.has(successor) && (becomes === 'renamed' ? !before.has(successor) && !isShared : indicator.additive);
    if (!fits) refuse('SUCCESSOR_DOES_NOT_FIT', { indicator: indicator.name, district, successor });
  }
};

/**
 * A new table says of each district that it leaves out what becomes of its figures; also of one that an earlier table
 * left out without a word. @throws DISTRICT_UNACCOUNTED_FOR, DEPARTURE_DOES_NOT_FIT, SUCCESSOR_DOES_NOT_FIT
 */
export const assertDepartures = (delivery: StartedDelivery, tables: readonly Redrawn[]): void => {
  for (const { indicatorId, districts, departures = [] } of tables) {
    const indicator = delivery.commitment.indicators.find(({ id }) => id === indicatorId)!;
    const before = new Set((delivery.districts[indicatorId] ?? []).map(({ district }) => district));
    const named = new Set(districts.map(({ district }) => district));
    const gone = new Set<string>(departures.map(({ district }) => district));
    const left = [...before].filter((district) => !named.has(district) && !gone.has(district));
    if (left.length > 0) refuse('DISTRICT_UNACCOUNTED_FOR', { indicator: indicator.name, districts: left.join('、') });
    const known = new Set([...before, ...reportedDistricts(delivery.verified, indicator)]);
    for (const departure of departures) {
      const { district } = departure;
      if (named.has(district) || !known.has(district))
        refuse('DEPARTURE_DOES_NOT_FIT', { indicator: indicator.name, district });
      assertSuccessors(indicator, departure, departures, known, named);
    }
  }
};
