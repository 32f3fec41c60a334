import { z } from 'zod';
import { defineCommand } from '../define-command';
import { DepartmentName, DistrictName, IndicatorId, ProjectOfAnyYear, Year } from '../ids';
import { BodyKind } from '../rules';
import { Evidence, On, Quantity, Text, Title } from '../values';

/**
 * What is to be otherwise (handbook domain.md 4.7). Titles, indicators, units, comparators and targets change in no
 * other way (invariant 4).
 */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('target'),
    indicatorId: IndicatorId,
    target: Quantity.nullable(),
    targetText: Title.optional(),
    /** What becomes of the targets of the districts, where the indicator is broken down. */
    districts: z
      .discriminatedUnion('targets', [
        z.strictObject({ targets: z.literal('kept as buffer') }),
        z.strictObject({
          targets: z.literal('split again'),
          split: z
            .array(z.strictObject({ district: DistrictName, target: Quantity }))
            .min(1)
            .max(200),
        }),
      ])
      .optional(),
  }),
  z.strictObject({ kind: z.literal('due date'), indicatorId: IndicatorId, dueOn: On }),
  z.strictObject({ kind: z.literal('title'), title: Title }),
  z.strictObject({ kind: z.literal('lead'), indicatorId: IndicatorId, lead: DepartmentName }),
  z.strictObject({ kind: z.literal('carry over'), toYear: Year, goal: Title }),
  z.strictObject({ kind: z.literal('split'), into: z.array(ProjectOfAnyYear).min(2).max(20) }),
  z.strictObject({ kind: z.literal('merge'), into: ProjectOfAnyYear }),
  z.strictObject({ kind: z.literal('terminate') }),
]);
export type Change = z.infer<typeof Change>;

export const ApplyForAdjustment = defineCommand(
  'ApplyForAdjustment',
  z.strictObject({ changes: z.array(Change).min(1).max(20), reason: Text, evidence: z.array(Evidence).min(1).max(50) }),
);
const ofAdjustment = { adjustment: z.number().int().min(1) };
export const CheckAdjustment = defineCommand(
  'CheckAdjustment',
  z.strictObject({ ...ofAdjustment, supported: z.boolean(), opinion: Text }),
);
/** A body of a kind that the list's rules name decides; `body` is its session. */
export const DecideAdjustment = defineCommand(
  'DecideAdjustment',
  z.strictObject({
    ...ofAdjustment,
    approved: z.boolean(),
    bodyKind: BodyKind,
    body: Title,
    heldOn: On,
    documentNo: Title,
  }),
);
export const PublishAdjustment = defineCommand(
  'PublishAdjustment',
  z.strictObject({ ...ofAdjustment, noticeNo: Title }),
);
