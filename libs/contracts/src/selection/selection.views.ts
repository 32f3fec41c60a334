import { z } from 'zod';
import { ListId, ProjectId, RegionCode } from '../ids';
import { notCurrent } from '../public-view';
import { Rules } from '../rules';
import { On } from '../values';
import { Mode } from './selection.commands';

const ListInBrief = z.object({
  listId: ListId,
  regionCode: RegionCode,
  regionName: z.string(),
  year: z.number(),
  title: z.string(),
  mode: Mode,
  seats: z.number(),
  status: z.enum(['open', 'put to decision', 'decided', 'adopted']),
  collection: z.object({ from: On, to: On, contact: z.string() }).nullable(),
  rulesVersion: z.number().nullable(),
  adopted: z.array(ProjectId),
  announcementNo: z.string().nullable(),
  adoptedOn: On.nullable(),
});
export const AnnualListsPublicView = z.object({
  items: z.array(ListInBrief),
  next: z.string().optional(),
  ...notCurrent,
});

const Sitting = z.object({
  body: z.string(),
  heldOn: On,
  deputies: z.number(),
  issued: z.number(),
  returned: z.number(),
  valid: z.number(),
  tallies: z.array(
    z.object({
      projectId: ProjectId,
      inFavour: z.number(),
      against: z.number(),
      abstained: z.number(),
      notVoted: z.number(),
    }),
  ),
});
/** How the list was decided; null until it is announced, and of what was not chosen never. */
const Decision = z.object({
  ballot: Sitting.optional(),
  secondBallot: Sitting.optional(),
  government: z
    .object({ body: z.string(), heldOn: On, documentNo: z.string(), projectIds: z.array(ProjectId) })
    .optional(),
});
export const AnnualListPublicView = ListInBrief.extend({
  rules: z.custom<Rules>((rules) => typeof rules === 'object').nullable(),
  decision: Decision.nullable(),
});
