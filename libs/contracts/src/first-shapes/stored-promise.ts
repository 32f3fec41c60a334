import { z } from 'zod';
import { DepartmentName, DistrictName, IndicatorId, Month, ProjectId, Year } from '../ids';
import { Evidence, On, Quantity, Text, Title } from '../values';

const Step = z.strictObject({ due: Month, text: Title, quantity: Quantity.optional() });
const of = { projectId: ProjectId };

/** Responsibility tables of before a table said what becomes of the districts that it leaves out. */
export const TargetsBrokenDown = z.strictObject({
  leaderInCharge: Title.optional(),
  indicators: z
    .array(
      z
        .strictObject({
          indicatorId: IndicatorId,
          districts: z
            .array(
              z.strictObject({
                district: DistrictName,
                target: Quantity.nullable(),
                members: z.array(DistrictName).min(2).max(30).optional(),
                ownLevel: z.boolean().optional(),
              }),
            )
            .max(200)
            .refine((all) => new Set(all.map(({ district }) => district)).size === all.length, 'districts must differ'),
          buffer: z.boolean().default(false),
          steps: z.array(Step).max(24).optional(),
          stepsAre: z.enum(['cumulative', 'increments']).optional(),
        })
        .refine(
          ({ steps, stepsAre }) =>
            !steps || steps.filter(({ quantity }) => quantity !== undefined).length < 2 || stepsAre !== undefined,
          { path: ['stepsAre'], error: 'say whether the quantities of the steps are cumulative or increments' },
        ),
    )
    .min(1)
    .max(20)
    .refine(
      (all) => new Set(all.map(({ indicatorId }) => indicatorId)).size === all.length,
      'an indicator is broken down once',
    ),
  ...of,
});

/** Changes of before a new target said what becomes of the targets of its districts. */
const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('target'),
    indicatorId: IndicatorId,
    target: Quantity.nullable(),
    targetText: Title.optional(),
  }),
  z.strictObject({ kind: z.literal('due date'), indicatorId: IndicatorId, dueOn: On }),
  z.strictObject({ kind: z.literal('title'), title: Title }),
  z.strictObject({ kind: z.literal('lead'), indicatorId: IndicatorId, lead: DepartmentName }),
  z.strictObject({ kind: z.literal('carry over'), toYear: Year, goal: Title }),
  z.strictObject({ kind: z.literal('split'), into: z.array(ProjectId).min(2).max(20) }),
  z.strictObject({ kind: z.literal('merge'), into: ProjectId }),
  z.strictObject({ kind: z.literal('terminate') }),
]);
const adjustment = z.number().int().min(1);
export const AdjustmentApplied = z.strictObject({
  changes: z.array(Change).min(1).max(20),
  reason: Text,
  evidence: z.array(Evidence).min(1).max(50),
  ...of,
  adjustment,
  department: DepartmentName,
  before: z.array(z.string().nullable()),
});
export const AdjustmentApproved = z.strictObject({
  adjustment,
  body: Title,
  heldOn: On,
  documentNo: Title,
  ...of,
  changes: z.array(Change),
  decidedOn: On,
});
