import { z } from 'zod';
import { SideLight, Standing } from '../delivery/light';
import { DepartmentName, DistrictName, IndicatorId, Month } from '../ids';
import { LightRule } from '../rules';

/** A light of before there was grey: a month with nothing to measure was green. */
export const LightBeforeGrey = z.strictObject({
  period: Month,
  colour: z.enum(['blue', 'green', 'yellow', 'orange', 'red']),
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
  missing: z.array(DepartmentName),
  worst: Standing.optional(),
  turnsGreen: z
    .strictObject({ indicatorId: IndicatorId, district: DistrictName.optional(), value: z.string().nullable() })
    .optional(),
  sides: z.strictObject({ start: SideLight.optional(), money: SideLight.optional(), entry: SideLight.optional() }),
});
