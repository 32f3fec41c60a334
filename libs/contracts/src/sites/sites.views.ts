import { z } from 'zod';
import { DistrictName, IndicatorId, ListId, ProjectId } from '../ids';
import { notCurrent } from '../public-view';
import { On } from '../values';
import { siteStates } from './sites.commands';

const Site = z.object({
  projectId: ProjectId,
  no: z.number(),
  name: z.string(),
  district: DistrictName,
  indicatorId: IndicatorId.nullable(),
  longitude: z.string().nullable(),
  latitude: z.string().nullable(),
  state: z.enum(siteStates),
  stateOn: On.nullable(),
});
const page = {
  states: z.record(z.enum(siteStates), z.number()),
  sites: z.array(Site),
  next: z.string().optional(),
  ...notCurrent,
};
export const SitesOfProjectPublicView = z.object({ projectId: ProjectId, ...page });
export const SitesOfListPublicView = z.object({ listId: ListId, ...page });
