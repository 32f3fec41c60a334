import { z } from 'zod';
import { DepartmentName, IndicatorId, Month, ProjectId, SuggestionId, Year } from './ids';
import { Rules } from './rules';
import { Domain, On, Quantity, Title } from './values';

/** A dated step of an indicator. Whether quantities are cumulative or increments is said once, by `stepsAre`. */
export const Step = z.strictObject({ due: Month, text: Title, quantity: Quantity.optional() });
export type Step = z.infer<typeof Step>;

/**
 * Kinds of promise (handbook domain.md section 10): who asks for a percentage, a sum or a day must know which one it
 * is.
 */
export const kinds = ['count', 'measure', 'rate', 'standard', 'event', 'recurring duty', 'entitlement'] as const;
export type Kind = (typeof kinds)[number];

const Fields = z.strictObject({
  id: IndicatorId,
  name: Title,
  /** Absent: an event where the comparator says so, a count where districts sum, else a rate. */
  kind: z.enum(kinds).optional(),
  /** Fixed text: 人 and 人次 are different units and are never summed. */
  unit: z.string().trim().min(1).max(20),
  /** The figures are in this many units: 万 and 亿 stand apart from the unit and the value. */
  scale: z.enum(['1', '万', '亿']).optional(),
  comparator: z.enum(['>=', '<=', 'event', 'range']),
  /**
   * Null where the list promises no figure (an event, words such as 应补尽补): no percentage is ever made of it. The floor
   * of a range.
   */
  target: Quantity.nullable(),
  /** The upper end of a range, included. */
  ceiling: Quantity.optional(),
  targetText: Title.optional(),
  baseline: Quantity.optional(),
  /** A higher target of one's own: shown, never judged by. */
  stretch: Quantity.optional(),
  /** What has to happen for an event; absent: whatever the words say. */
  eventKind: z.enum(['started', 'put into use', 'done']).optional(),
  /** How often a recurring duty is due within the year. */
  checkpoints: z.number().int().min(1).max(366).optional(),
  /** The indicator of which this one is a part (其中): its target and figures are never larger. */
  partOf: IndicatorId.optional(),
  /** Whether districts sum to the whole: counts, lengths and money do, rates and standards never. */
  additive: z.boolean(),
  /** Whether it is a balance (净增): what goes is taken from what comes, so it may fall and be below zero. */
  net: z.boolean().optional(),
  /** What a percentage says: a share of a whole is never above 100, growth and completion may be. Absent: a share. */
  rateOf: z.enum(['share', 'growth', 'completion']).optional(),
  /** False where the promise does not concern this place: out of all counts. */
  applicable: z.boolean(),
  lead: DepartmentName,
  /** The day by which it is promised; absent: the end of the year. */
  dueOn: On.optional(),
  steps: z.array(Step).max(24),
  /** Absent: cumulative. */
  stepsAre: z.enum(['cumulative', 'increments']).optional(),
  /** What each year of a project over several years owes. */
  stageGoals: z
    .array(z.strictObject({ year: Year, goal: Title, target: Quantity.optional() }))
    .max(10)
    .optional(),
});

/** One promise that can be checked. A project has 1 to 20. */
export const Indicator = Fields.refine(({ comparator, target }) => comparator !== 'event' || target === null, {
  path: ['target'],
  message: 'an event has no figure as target',
})
  .refine(({ comparator, ceiling }) => (comparator === 'range') === (ceiling !== undefined), {
    path: ['ceiling'],
    message: 'a range, and only a range, has a ceiling',
  })
  .refine(
    ({ comparator, target, ceiling }) =>
      comparator !== 'range' || (target !== null && Number(target) <= Number(ceiling)),
    { path: ['target'], message: 'the floor of a range is a figure, not above its ceiling' },
  )
  .refine(({ kind, comparator }) => kind === undefined || (kind === 'event') === (comparator === 'event'), {
    path: ['kind'],
    message: 'an event, and only an event, is compared as one',
  })
  .refine(({ kind, additive }) => !additive || (kind !== 'rate' && kind !== 'standard'), {
    path: ['additive'],
    message: 'rates and standards are never summed over districts',
  })
  .refine(({ kind, checkpoints }) => (kind === 'recurring duty') === (checkpoints !== undefined), {
    path: ['checkpoints'],
    message: 'a recurring duty, and only that, says how often it is due',
  })
  .refine(({ kind, rateOf }) => rateOf === undefined || kind === 'rate', {
    path: ['rateOf'],
    message: 'only a rate is a share, growth or completion',
  })
  .refine(({ eventKind, comparator }) => eventKind === undefined || comparator === 'event', {
    path: ['eventKind'],
    message: 'only an event is of such a kind',
  });
export type Indicator = z.infer<typeof Indicator>;

/**
 * Another project that this one comes from, or whose promise it helps to keep: linked, never copied (invariant 1; edge
 * case 24).
 */
export const LineageLink = z.strictObject({
  relation: z.enum(['carried over from', 'split from', 'merged from', 'helps to keep']),
  projectId: ProjectId,
});
export type LineageLink = z.infer<typeof LineageLink>;

const partsKnown = (all: readonly Indicator[]) =>
  all.every(({ id, partOf }) => partOf === undefined || (partOf !== id && all.some((entry) => entry.id === partOf)));

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
    .refine((all) => all.some(({ applicable }) => applicable), 'at least one indicator must concern this place')
    .refine(partsKnown, 'a part names another indicator of the same project'),
  coDepartments: z.array(DepartmentName).max(40),
  suggestions: z.array(SuggestionId).max(200),
  lineage: z.array(LineageLink).max(20).optional(),
});
export type Commitment = z.infer<typeof Commitment>;

/**
 * What adoption adds: the number in the printed list, the body that adopted it, and the rules the list had adopted by
 * then.
 */
export const Adoption = z.strictObject({
  no: z.number().int().min(1).max(999),
  adoptedBy: Title.optional(),
  rulesVersion: z.number().int().min(1),
  rules: Rules,
});
