import { z } from 'zod';
import { isAmount } from './amount';

/** A figure as printed. What the system can hold exactly: at most 6 decimals. */
const Amount = z
  .number()
  .refine(isAmount, '最多 6 位小数的普通数字 · a plain number with at most 6 decimals')
  .nullish();
const Words = z.string().trim().min(1);
const Department = z
  .string()
  .trim()
  .min(2, '单位名称至少两个字 · a department has at least two signs')
  .max(60, '单位名称过长 · the name of the department is too long');
const AsOf = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD')
  .nullish();
const Flag = z.boolean().nullish();

const DistrictRow = z.looseObject({
  district: Words.max(60),
  target: Amount,
  actual: Amount,
  reported_pct: z.number().nullish(),
});

const Indicator = z.looseObject({
  name: Words,
  unit: z.string().nullish(),
  comparator: z.enum(['>=', '<=', 'event', '≥', '≤', '>', '<']).nullish(),
  target: Amount,
  actual: Amount,
  as_of: AsOf,
  by_district: z.array(DistrictRow).nullish(),
  /** Reporting units where the source has no districts. */
  by_unit: z.unknown().optional(),
  lead_departments: z.array(Department).nullish(),
  additive: Flag,
  applicable: Flag,
  target_text: z.string().nullish(),
  actual_text: z.string().nullish(),
  event_done: Flag,
  event_date: z.iso.date().nullish(),
  baseline: Amount,
  reported_pct: z.number().nullish(),
  reported_progress_pct: z.number().min(0).max(100).nullish(),
  revised_base: Amount,
  allocated_total: Amount,
  stretch_target: Amount,
  milestones: z.array(z.looseObject({ due: z.string(), text: z.string().nullish(), qty: Amount })).nullish(),
  in_progress: z.unknown().optional(),
  suspect: z.unknown().optional(),
  note: z.string().nullish(),
});

const Item = z.looseObject({
  no: z.number().int().min(1).max(9999).nullish(),
  title: Words,
  domain_guess: z.string().nullish(),
  level: z.string().nullish(),
  span: z.string().nullish(),
  lead_departments: z.array(Department).nullish(),
  co_departments: z.array(Department).nullish(),
  reported_image_progress_pct: z.number().min(0).max(100).nullish(),
  reported_overall_pct: z.number().nullish(),
  lag_note: z.string().nullish(),
  actual_text: z.string().nullish(),
  note: z.string().nullish(),
  indicators: z.array(Indicator).min(1, '每个项目至少一项指标 · a project has at least one indicator'),
});

/** A real annual list as data. Unknown keys are left alone; what the year is made of is strict. */
export const ListShape = z.looseObject({
  city: Words.max(100),
  year: z.number().int().min(2001, '2001–2099').max(2099, '2001–2099'),
  source_title: z.string().nullish(),
  source_url: z.string().nullish(),
  truncated: Flag,
  selection: z
    .looseObject({
      mode: z.string().nullish(),
      candidates: z.number().int().min(1).nullish(),
      selected: z.number().int().min(1).nullish(),
      voted_on: z.iso.date().nullish(),
      collection_started: z.string().nullish(),
      body: z.string().nullish(),
    })
    .nullish(),
  items: z.array(Item).min(1, '清单里没有项目 · the list has no projects'),
});

export type ListFile = z.infer<typeof ListShape>;
export type ListItem = ListFile['items'][number];
export type ListIndicator = ListItem['indicators'][number];
export type ListDistrict = NonNullable<ListIndicator['by_district']>[number];
