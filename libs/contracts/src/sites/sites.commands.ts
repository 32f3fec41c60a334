import { z } from 'zod';
import { defineCommand, type CommandFrom } from '../define-command';
import { DistrictName, IndicatorId } from '../ids';
import { On, Title } from '../values';

/**
 * Sites (点位) are named by a number within their project; there may be more of them than were promised (handbook
 * domain.md edge case 11).
 */
export const SiteNo = z.number().int().min(1).max(1_000_000);
export const siteStates = ['planned', 'under construction', 'built', 'in use', 'dropped'] as const;
export type SiteState = (typeof siteStates)[number];

/** At most this many in one request: a longer list is sent in parts. */
export const MOST_SITES = 2_000;
const differ = (all: readonly { readonly no: number }[]) => new Set(all.map(({ no }) => no)).size === all.length;

/** Degrees of WGS 84, as text with up to six decimals. */
const Degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,6})?$/, 'degrees with up to six decimals')
    .refine((text) => Math.abs(Number(text)) <= most, `-${most} to ${most}`);
export const Site = z.strictObject({
  no: SiteNo,
  name: Title,
  district: DistrictName,
  indicatorId: IndicatorId.optional(),
  longitude: Degrees(180).optional(),
  latitude: Degrees(90).optional(),
});

/** New sites, or known ones told anew: place and name, not their state. */
export const RegisterSites = defineCommand(
  'RegisterSites',
  z.strictObject({ sites: z.array(Site).min(1).max(MOST_SITES).refine(differ, 'numbers must differ') }),
);
export const UpdateSites = defineCommand(
  'UpdateSites',
  z.strictObject({
    sites: z
      .array(z.strictObject({ no: SiteNo, state: z.enum(siteStates), on: On, note: Title.optional() }))
      .min(1)
      .max(MOST_SITES)
      .refine(differ, 'numbers must differ'),
  }),
);

export type SitesCommand = CommandFrom<typeof RegisterSites | typeof UpdateSites>;
