import { regionOf, type ListId } from '@minsheng/contracts';
import type { CommandProcessor } from '@minsheng/command-handling';
import { assertRegion } from '@minsheng/domain';

/** Nothing begins in a region that does not exist. @throws REGION_UNKNOWN */
export const assertRegionExists = async (processor: CommandProcessor, listId: ListId): Promise<void> => {
  const region = regionOf(listId);
  const [zone, list] = await Promise.all([
    processor.load('functional-zone', region),
    processor.load('annual-list', listId),
  ]);
  assertRegion(region, zone.state, list.state);
};
