import type { RegionCode } from '@minsheng/contracts';
import { Refusal } from '../decider';
import { placeByCode } from '../places/places';
import type { FunctionalZone } from './functional-zone.decider';

export type RegionRefusal = 'REGION_UNKNOWN';

/**
 * A region is a place of GB/T 2260, be it withdrawn, or a functional zone that is registered. A list that was opened
 * before zones were registered goes on in its region.
 * @throws REGION_UNKNOWN
 */
export const assertRegion = (region: RegionCode, zone: FunctionalZone, list: { readonly status: string }): void => {
  if (!placeByCode(region) && !zone && list.status === 'unknown')
    throw new Refusal<RegionRefusal>('REGION_UNKNOWN', { region });
};
