import { z } from 'zod';

/** GB/T 2260 code of a province, city or county, six digits. */
export const RegionCode = z
  .string()
  .regex(/^[1-9]\d{5}$/, 'six digits of GB/T 2260')
  .brand<'RegionCode'>();
export type RegionCode = z.infer<typeof RegionCode>;

/**
 * The whole country, as the region of an actor: whoever keeps the registers of the installation. It is no place, so
 * that no list can be opened for it.
 */
export const NATION = '100000' as RegionCode;

/** The calendar of working days (节假日安排): one for the installation. */
export const CalendarId = z.literal('CN');
export type CalendarId = z.infer<typeof CalendarId>;

export const Year = z.number().int().min(2000).max(2100);

/** One list per region and year: `511400-2019`. */
export const ListId = z
  .string()
  .regex(/^[1-9]\d{5}-20\d\d$/, 'region code, dash, year')
  .brand<'ListId'>();
export type ListId = z.infer<typeof ListId>;

/** `511400-2019-` and ten signs. An id says which region and list it belongs to, so that access needs no look-up. */
const ofList = /^[1-9]\d{5}-20\d\d-[0-9a-z]{10}$/;
export const ProjectId = z.string().regex(ofList, 'list id, dash, ten signs').brand<'ProjectId'>();
export type ProjectId = z.infer<typeof ProjectId>;
/** The same where another year's project of the region may be meant (see `references.ts`). */
export const ProjectOfAnyYear = z.string().regex(ofList, 'list id, dash, ten signs').brand<'ProjectId'>();
export const SuggestionId = z.string().regex(ofList, 'list id, dash, ten signs').brand<'SuggestionId'>();
export type SuggestionId = z.infer<typeof SuggestionId>;
export const MeetingId = z.string().regex(ofList, 'list id, dash, ten signs').brand<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;
/** The same where another year's meeting of the region may be meant. */
export const MeetingOfAnyYear = z.string().regex(ofList, 'list id, dash, ten signs').brand<'MeetingId'>();

/** These say which list they belong to. */
export type IdOfList = ListId | ProjectId | SuggestionId | MeetingId;
export const listIdOf = (region: RegionCode, year: number): ListId => ListId.parse(`${region}-${year}`);
/** The list that a project or suggestion belongs to. */
export const listOf = (id: IdOfList): ListId => id.slice(0, 11) as ListId;
export const regionOf = (id: IdOfList): RegionCode => id.slice(0, 6) as RegionCode;
export const yearOf = (id: IdOfList): number => Number(id.slice(7, 11));

/**
 * A department by its official name in its region; the social credit code joins it when the register of departments
 * comes.
 */
export const DepartmentName = z.string().trim().min(2).max(60).brand<'DepartmentName'>();
export type DepartmentName = z.infer<typeof DepartmentName>;

/** District, county, town, or a reporting group of several that report as one. */
export const DistrictName = z.string().trim().min(1).max(60).brand<'DistrictName'>();
export type DistrictName = z.infer<typeof DistrictName>;

/** `2019-03` */
export const Month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'YYYY-MM')
  .brand<'Month'>();
export type Month = z.infer<typeof Month>;

/** Unique within its project: `i1`, `i2` … */
export const IndicatorId = z
  .string()
  .regex(/^i[1-9]\d?$/, 'i1 to i99')
  .brand<'IndicatorId'>();
export type IndicatorId = z.infer<typeof IndicatorId>;

/** One person in one matter: a keyed hash, different for every project, so that nothing can be joined. */
export const PersonTag = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'PersonTag'>();
export type PersonTag = z.infer<typeof PersonTag>;
