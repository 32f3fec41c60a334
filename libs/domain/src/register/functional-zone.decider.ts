import { NATION, type FunctionalZoneCommand, type FunctionalZoneEvent, type RegionCode } from '@minsheng/contracts';
import { Refusal, type Decider } from '../decider';
import { placeByCode } from '../places/places';
import { assertNational } from './national';

/** A functional zone (开发区、新区) by its code; undefined until it is registered. */
export type FunctionalZone = FunctionalZoneEvent['data'] | undefined;

export type FunctionalZoneRefusal = 'CODE_OF_A_PLACE' | 'PARENT_UNKNOWN' | 'FUNCTIONAL_ZONE_ALREADY_REGISTERED';
const refuse = (code: FunctionalZoneRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

export const functionalZoneDecider: Decider<RegionCode, FunctionalZone, FunctionalZoneCommand, FunctionalZoneEvent> = {
  initialState: undefined,
  evolve: (_, { data }) => data,
  decide({ data }, zone, { id: regionCode, by }) {
    assertNational(by);
    const { name, parent } = data;
    const place = placeByCode(regionCode);
    if (place || regionCode === NATION) return refuse('CODE_OF_A_PLACE', { regionCode, name: place?.name ?? '全国' });
    if (!placeByCode(parent) && parent !== NATION) return refuse('PARENT_UNKNOWN', { parent });
    if (zone?.name === name && zone.parent === parent) return [];
    if (zone) return refuse('FUNCTIONAL_ZONE_ALREADY_REGISTERED', { regionCode, name: zone.name });
    return [{ type: 'FunctionalZoneRegistered', data: { regionCode, ...data } }];
  },
};
