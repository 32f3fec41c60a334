import { z } from 'zod';
import { DepartmentName, IndicatorId, Month, ProjectId, SuggestionId, Year } from '../ids';
import { Domain, On, Quantity, Title } from '../values';

/** A promise of before an indicator said whether it is net, and of what its percentage is. */
export const IndicatorBeforeNet = z.strictObject({
  id: IndicatorId,
  name: Title,
  kind: z.enum(['count', 'measure', 'rate', 'standard', 'event', 'recurring duty', 'entitlement']).optional(),
  unit: z.string().trim().min(1).max(20),
  scale: z.enum(['1', '万', '亿']).optional(),
  comparator: z.enum(['>=', '<=', 'event', 'range']),
  target: Quantity.nullable(),
  ceiling: Quantity.optional(),
  targetText: Title.optional(),
  baseline: Quantity.optional(),
  stretch: Quantity.optional(),
  eventKind: z.enum(['started', 'put into use', 'done']).optional(),
  checkpoints: z.number().int().min(1).max(366).optional(),
  partOf: IndicatorId.optional(),
  additive: z.boolean(),
  applicable: z.boolean(),
  lead: DepartmentName,
  dueOn: On.optional(),
  steps: z.array(z.strictObject({ due: Month, text: Title, quantity: Quantity.optional() })).max(24),
  stepsAre: z.enum(['cumulative', 'increments']).optional(),
  stageGoals: z
    .array(z.strictObject({ year: Year, goal: Title, target: Quantity.optional() }))
    .max(10)
    .optional(),
});

export const CommitmentBeforeNet = z.strictObject({
  title: Title,
  domain: Domain,
  level: z.enum(['province', 'city', 'county', 'town']).optional(),
  span: z.strictObject({ from: Year, to: Year }).optional(),
  indicators: z.array(IndicatorBeforeNet).min(1).max(20),
  coDepartments: z.array(DepartmentName).max(40),
  suggestions: z.array(SuggestionId).max(200),
  lineage: z
    .array(
      z.strictObject({
        relation: z.enum(['carried over from', 'split from', 'merged from', 'helps to keep']),
        projectId: ProjectId,
      }),
    )
    .max(20)
    .optional(),
});
