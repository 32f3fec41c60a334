import { listOf, regionOf, strayReferences, type IdOfList, type Reach } from '@minsheng/contracts';
import type { z } from 'zod';
import type { HttpCode } from './http.problems';
import { Problem } from './problem';

const refusals: Readonly<Record<Reach, { readonly code: HttpCode; readonly detail: string }>> = {
  'the list': { code: 'ID_OF_ANOTHER_LIST', detail: '须属于这份清单 (must be of this list)' },
  'the region': { code: 'ID_OF_ANOTHER_REGION', detail: '须属于本地区 (must be of this region)' },
  'an earlier list of the region': {
    code: 'ID_OF_NO_EARLIER_LIST',
    detail: '须属于本地区往年的清单 (must be of an earlier list of this region)',
  },
  'the region and those above it': {
    code: 'ID_OF_ANOTHER_REGION',
    detail: '须属于本地区或其上级地区 (must be of this region or of one above it)',
  },
};

/**
 * What a command names belongs to the list it is addressed to, unless its schema says otherwise.
 * @throws Problem naming each id by JSON pointer; its code is that of the first
 */
export const assertReferences = (schema: z.ZodType, data: unknown, address: IdOfList): void => {
  const stray = strayReferences(schema, data, address);
  if (stray.length === 0) return;
  const [{ id, reach }] = stray;
  throw new Problem(
    refusals[reach].code,
    { id, listId: listOf(address), region: regionOf(address) },
    stray.map(({ pointer, reach: allowed }) => ({ pointer, detail: refusals[allowed].detail })),
  );
};
