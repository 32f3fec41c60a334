import { listOf, regionOf, type ProjectId, type SitesEvent } from '@minsheng/contracts';
import type { Projection } from '../projection';
import { SiteRow } from './site.entity';

export const siteId = (projectId: ProjectId, no: number): string => `${projectId} ${String(no).padStart(7, '0')}`;

export const sites: Projection<SiteRow, SitesEvent, unknown> = {
  name: 'site',
  entity: SiteRow,
  categories: ['sites'],
  needs: 'data',
  keyOf: ({ data: { projectId, sites } }) => sites.map(({ no }) => siteId(projectId, no)),
  createdBy: [],
  on: {
    // A site registered again keeps its state: its place or name was corrected, nothing was built.
    SitesRegistered: (row, { projectId, sites: registered }, _, place) => {
      const { no, name, district, indicatorId, longitude, latitude } = registered[place];
      return {
        siteId: siteId(projectId, no),
        projectId,
        listId: listOf(projectId),
        regionCode: regionOf(projectId),
        no,
        name,
        district,
        indicatorId: indicatorId ?? null,
        longitude: longitude ?? null,
        latitude: latitude ?? null,
        state: row?.state ?? 'planned',
        stateOn: row?.stateOn ?? null,
        note: row?.note ?? null,
      };
    },
    SitesUpdated: (row, { sites: updated }, _, place) => {
      const { state, on, note } = updated[place];
      return row && { ...row, state, stateOn: on, note: note ?? null };
    },
  },
};
