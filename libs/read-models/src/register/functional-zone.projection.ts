import type { FunctionalZoneEvent } from '@minsheng/contracts';
import type { EventContext, Projection } from '../projection';
import { FunctionalZoneRow } from './functional-zone.entity';

export const functionalZones: Projection<FunctionalZoneRow, FunctionalZoneEvent, EventContext> = {
  name: 'functional_zone',
  entity: FunctionalZoneRow,
  categories: ['functional-zone'],
  needs: 'metadata',
  keyOf: ({ data }) => data.regionCode,
  createdBy: ['FunctionalZoneRegistered'],
  on: {
    FunctionalZoneRegistered: (_, { corrects: __, ...data }, { streamVersion, metadata }) => ({
      ...data,
      registeredOn: metadata.on,
      version: streamVersion,
    }),
  },
};
