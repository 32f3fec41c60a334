import {
  asRead,
  NATION,
  type FunctionalZoneCommand,
  type FunctionalZoneEvent,
  type RegionCode,
} from '@minsheng/contracts';
import { Refusal, type Decider } from '../decider';
import { fullNameOf, placeByCode, placesNamed } from '../places/places';
import { assertNational } from './national';

/** A functional zone (开发区、新区) by its code; undefined until it is registered. */
export type FunctionalZone = FunctionalZoneEvent['data'] | undefined;

export type FunctionalZoneRefusal =
  | 'CODE_OF_A_PLACE'
  | 'PARENT_UNKNOWN'
  | 'PARENT_WITHDRAWN'
  | 'PARENT_OF_ANOTHER_PREFIX'
  | 'NAME_OF_A_PLACE'
  | 'ZONE_NAMED_TWICE'
  | 'FUNCTIONAL_ZONE_ALREADY_REGISTERED';
const refuse = (code: FunctionalZoneRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/** The place a zone lies in is in force, and its code begins as that of the zone. */
const assertParent = (regionCode: RegionCode, parent: RegionCode): void => {
  if (parent === NATION) return;
  const place = placeByCode(parent) ?? refuse('PARENT_UNKNOWN', { parent });
  if (place.withdrawn !== undefined)
    refuse('PARENT_WITHDRAWN', { parent, name: place.name, withdrawn: place.withdrawn });
  const prefix = parent.endsWith('0000') ? parent.slice(0, 2) : parent.slice(0, 4);
  if (!regionCode.startsWith(prefix)) refuse('PARENT_OF_ANOTHER_PREFIX', { regionCode, parent });
};
/** What has a code of GB/T 2260 is no zone. */
const assertNoPlace = (name: string, parent: RegionCode): void => {
  const place = placeByCode(parent);
  const [named] = [...placesNamed(name), ...(place ? placesNamed(`${fullNameOf(place)}${name}`) : [])];
  if (named) refuse('NAME_OF_A_PLACE', { name, place: `${named.code} ${fullNameOf(named)}` });
};
/**
 * Two zones of one parent have names that read differently.
 * @param others the zones registered so far
 * @throws ZONE_NAMED_TWICE naming the other
 */
export const assertOtherNames = (
  regionCode: RegionCode,
  { name, parent }: { readonly name: string; readonly parent: RegionCode },
  others: readonly { readonly regionCode: RegionCode; readonly name: string; readonly parent: RegionCode }[],
): void => {
  const twin = others.find(
    (other) => other.regionCode !== regionCode && other.parent === parent && asRead(other.name) === asRead(name),
  );
  if (twin) refuse('ZONE_NAMED_TWICE', { name: twin.name, regionCode: twin.regionCode });
};

export const functionalZoneDecider: Decider<RegionCode, FunctionalZone, FunctionalZoneCommand, FunctionalZoneEvent> = {
  initialState: undefined,
  evolve: (_, { data }) => data,
  decide({ data }, zone, { id: regionCode, by }) {
    assertNational(by);
    const { name, parent } = data;
    const place = placeByCode(regionCode);
    if (place || regionCode === NATION) return refuse('CODE_OF_A_PLACE', { regionCode, name: place?.name ?? '全国' });
    if (zone?.name === name && zone.parent === parent) return [];
    if (zone && zone.name !== data.corrects)
      return refuse('FUNCTIONAL_ZONE_ALREADY_REGISTERED', { regionCode, name: zone.name });
    assertParent(regionCode, parent);
    assertNoPlace(name, parent);
    return [{ type: 'FunctionalZoneRegistered', data: { regionCode, ...data } }];
  },
};
