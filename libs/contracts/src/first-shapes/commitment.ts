import { z } from 'zod';
import { DepartmentName, IndicatorId, Month, SuggestionId, Year } from '../ids';
import { Rules } from './rules';
import { Domain, Quantity, Title } from '../values';

/** A dated step of an indicator; `quantity` is cumulative. */
export const Step = z.strictObject({ due: Month, text: Title, quantity: Quantity.optional() });

/** One promise that can be checked. A project has 1 to 20. */
export const Indicator = z
  .strictObject({
    id: IndicatorId,
    name: Title,
    /** Fixed text: 人 and 人次 are different units and are never summed. */
    unit: z.string().trim().min(1).max(20),
    comparator: z.enum(['>=', '<=', 'event']),
    /** Null where the list promises no figure (an event, words such as 应补尽补): no percentage is ever made of it. */
    target: Quantity.nullable(),
    targetText: Title.optional(),
    baseline: Quantity.optional(),
    /** Whether districts sum to the whole: counts, lengths and money do, rates and standards never. */
    additive: z.boolean(),
    /** False where the promise does not concern this place: out of all counts. */
    applicable: z.boolean(),
    lead: DepartmentName,
    steps: z.array(Step).max(24),
  })
  .refine(({ comparator, target }) => comparator !== 'event' || target === null, {
    path: ['target'],
    message: 'an event has no figure as target',
  });
export type Indicator = z.infer<typeof Indicator>;

/** What is promised: the same from candidate to closing. */
export const Commitment = z.strictObject({
  title: Title,
  domain: Domain,
  level: z.enum(['province', 'city', 'county', 'town']).optional(),
  /** First and last year of a project over several years. */
  span: z
    .strictObject({ from: Year, to: Year })
    .refine(({ from, to }) => from <= to, 'from must not be after to')
    .optional(),
  indicators: z
    .array(Indicator)
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'indicator ids must differ')
    .refine((all) => all.some(({ applicable }) => applicable), 'at least one indicator must concern this place'),
  coDepartments: z.array(DepartmentName).max(40),
  suggestions: z.array(SuggestionId).max(200),
});
export type Commitment = z.infer<typeof Commitment>;

/** What adoption adds: the number in the printed list, and the rules the list had adopted by then. */
export const Adoption = z.strictObject({
  no: z.number().int().min(1).max(999),
  rulesVersion: z.number().int().min(1),
  rules: Rules,
});
