import { z } from 'zod';
import { DepartmentName, DistrictName, IndicatorId, Month } from '../ids';
import { LightRule } from '../rules';
import { Title } from '../values';

/** What a measured standing can make, and what can be set by hand, from best to worst. */
export const measuredColours = ['blue', 'green', 'yellow', 'orange', 'red'] as const;
const MeasuredColour = z.enum(measuredColours);
/** What a month can show; grey: there is nothing to measure it by (无可对照), neither on schedule nor behind. */
export const colours = ['blue', 'green', 'grey', 'yellow', 'orange', 'red'] as const;
export type Colour = (typeof colours)[number];
export const ColourOf = z.enum(colours);

/**
 * Where an indicator (or its share in a district) stood against its line. Percentages are decimal strings, uncapped.
 */
export const Standing = z.strictObject({
  indicatorId: IndicatorId,
  lead: DepartmentName,
  district: DistrictName.optional(),
  /** What was verified, and what it is held against; absent in lights of before these were kept. */
  actual: z.string().nullable().optional(),
  target: z.string().nullable().optional(),
  percent: z.string().nullable(),
  line: z.string(),
  behind: z.string(),
  met: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

/** A light beside the progress light, with its reason. */
export const SideLight = z.strictObject({
  colour: MeasuredColour,
  why: z.enum([
    'as planned',
    'not started',
    'not started for months',
    'paid below plan',
    'not entered',
    'not entered for months',
  ]),
  indicatorId: IndicatorId.optional(),
  months: z.number().int().optional(),
});
export type SideLight = z.infer<typeof SideLight>;

/** A computed light with the rule and the inputs it came from: an independent function can recompute it. */
export const Light = z.strictObject({
  period: Month,
  colour: ColourOf,
  why: z.enum([
    'on the line',
    'within tolerance',
    'behind the line',
    'no verified report',
    'caught up later',
    'nothing to measure',
    'finished and accepted',
  ]),
  rulesVersion: z.number().int().min(1),
  rule: LightRule,
  /** Departments without a verified report for the month. */
  missing: z.array(DepartmentName),
  /** The worst standing decides (invariant 21). */
  worst: Standing.optional(),
  /**
   * What would turn it green: the cumulative figure that the worst standing needs by the end of the month, or its
   * event.
   */
  turnsGreen: z
    .strictObject({ indicatorId: IndicatorId, district: DistrictName.optional(), value: z.string().nullable() })
    .optional(),
  sides: z.strictObject({ start: SideLight.optional(), money: SideLight.optional(), entry: SideLight.optional() }),
});
export type Light = z.infer<typeof Light>;

/** A light set by hand: who decided it, why, and until when. The computed light stays beside it (invariant 17). */
export const Override = z.strictObject({
  period: Month,
  colour: MeasuredColour,
  decidedBy: Title,
  reason: Title,
  until: z.iso.date(),
});
export type Override = z.infer<typeof Override>;
