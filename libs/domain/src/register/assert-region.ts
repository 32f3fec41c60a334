import { regionOf, yearOf, type ListId, type RegionCode } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { fullNameOf, isNameOf, isNameWithin, placeByCode } from '../places/places';
import type { FunctionalZone } from './functional-zone.decider';

export type RegionRefusal = 'REGION_UNKNOWN' | 'REGION_WITHDRAWN' | 'NAME_OF_ANOTHER_REGION';

/**
 * A region is a place of GB/T 2260, be it withdrawn, or a functional zone that is registered. A list that was opened
 * before zones were registered goes on in its region.
 * @throws REGION_UNKNOWN
 */
export const assertRegion = (region: RegionCode, zone: FunctionalZone, list: { readonly status: string }): void => {
  if (!placeByCode(region) && !zone && list.status === 'unknown')
    throw new Refusal<RegionRefusal>('REGION_UNKNOWN', { region });
};

/**
 * A list is opened in a region that exists in its year, under a name of that region.
 * @throws REGION_WITHDRAWN, NAME_OF_ANOTHER_REGION
 */
export const assertNamedRegion = (listId: ListId, regionName: string, zone: FunctionalZone): void => {
  const region = regionOf(listId);
  const place = placeByCode(region);
  if (place?.withdrawn !== undefined && yearOf(listId) > place.withdrawn)
    throw new Refusal<RegionRefusal>('REGION_WITHDRAWN', { region, name: place.name, withdrawn: place.withdrawn });
  const isNamed = place
    ? isNameOf(regionName, place)
    : !zone || isNameWithin(regionName, zone.name, placeByCode(zone.parent));
  if (!isNamed)
    throw new Refusal<RegionRefusal>('NAME_OF_ANOTHER_REGION', {
      region,
      regionName,
      name: place ? fullNameOf(place) : zone!.name,
    });
};
