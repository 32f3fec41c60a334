import { z } from 'zod';
import { Title } from './values';

const Percent = z.number().int().min(0).max(100);

/**
 * How lights are computed. Whatever the scheme, a month without a verified report is red, and a month caught up later
 * turns yellow, never green
 * (瓯海“三色预警”2020).
 * `points behind`: green on the line and less than `yellowFrom` points below, yellow to `redOver` points below (ends
 * included), red beyond
 * (银川市“红黄绿灯”机制 2025: 10 and 30).
 * `month met or not`: green when the month's line is met, else red (Ouhai).
 * `five colours`: blue when finished and accepted; else by the completion percentage: below `redBelow` red, below
 * `orangeBelow` orange, below
 * `yellowBelow` yellow, from there green (大足区双路街道“五色督办”2025: red below 30; the other two limits are not published and
 * must be chosen).
 * `on schedule`: green on the line, else yellow (宣城市2020, 按序时 / 慢序时).
 */
export const LightRule = z.discriminatedUnion('scheme', [
  z.strictObject({ scheme: z.literal('points behind'), yellowFrom: Percent, redOver: Percent }),
  z.strictObject({ scheme: z.literal('month met or not') }),
  z
    .strictObject({ scheme: z.literal('five colours'), redBelow: Percent, orangeBelow: Percent, yellowBelow: Percent })
    .refine(
      ({ redBelow, orangeBelow, yellowBelow }) => redBelow <= orangeBelow && orangeBelow <= yellowBelow,
      'limits go up from red over orange to yellow',
    ),
  z.strictObject({ scheme: z.literal('on schedule') }),
]);
export type LightRule = z.infer<typeof LightRule>;

/**
 * Lights beside the progress light, each of its own: starts and money may diverge (银川市“红黄绿灯”机制 2025; handbook domain.md
 * edge case 40).
 */
export const SideLightRules = z.strictObject({
  /** Planned to start by now and not started: yellow; so many months running: red (Yinchuan: 3). */
  start: z.strictObject({ redAfterMonths: z.number().int().min(1).max(12) }).optional(),
  /** Paid as planned: green; below the requirement: red. */
  money: z.strictObject({}).optional(),
  /** Statistics entry (入库) after the start: yellow from so many months on, red beyond so many (Yinchuan: 1 and 2). */
  entry: z
    .strictObject({ yellowFromMonths: z.number().int().min(1).max(12), redOverMonths: z.number().int().min(1).max(12) })
    .optional(),
});
export type SideLightRules = z.infer<typeof SideLightRules>;

/** Instruments of supervision beside the order (handbook domain.md 4.6). */
export const measures = [
  'reminder',
  'written reasons',
  'interview',
  'listed supervision',
  'circular criticism',
  'supervision organ',
] as const;
export type Measure = (typeof measures)[number];

/**
 * When which instrument is due. Months running are counted at closing; a missing report counts as behind (invariant
 * 19).
 */
export const EscalationStep = z.strictObject({
  when: z.discriminatedUnion('reached', [
    z.strictObject({ reached: z.literal('months running'), months: z.number().int().min(1).max(12) }),
    z.strictObject({ reached: z.literal('third quarter') }),
    z.strictObject({ reached: z.literal('year end') }),
  ]),
  measure: z.enum(measures),
});
export type EscalationStep = z.infer<typeof EscalationStep>;

/**
 * 南京完善重点工作督查奖惩机制2016: behind, written reasons; two months running, interview; third quarter, criticism; year not met,
 * supervision organ.
 */
export const nanjingEscalation: readonly EscalationStep[] = [
  { when: { reached: 'months running', months: 1 }, measure: 'written reasons' },
  { when: { reached: 'months running', months: 2 }, measure: 'interview' },
  { when: { reached: 'third quarter' }, measure: 'circular criticism' },
  { when: { reached: 'year end' }, measure: 'supervision organ' },
];

const WorkingDays = z.number().int().min(1).max(90);
/** Levels of a supervision order (督办单), each with its own deadline: near the day, behind, overdue (宿迁产发集团“三色督办单”). */
export const orderLevels = ['blue', 'yellow', 'red'] as const;
export type OrderLevel = (typeof orderLevels)[number];

/**
 * The on-schedule line where an indicator has no dated steps of its own: linear n/12, or a share due by the end of June
 * and the rest evenly after (南明区 2020: 60).
 */
export const LineRule = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('linear') }),
  z.strictObject({ shape: z.literal('front-loaded'), byJune: Percent }),
]);

/** The composite satisfaction score, 0 to 100. Weights sum to 100; channels are never mixed before the formula. */
export const SatisfactionRule = z
  .strictObject({
    weights: z.strictObject({ rating: Percent, survey: Percent, thirdParty: Percent }),
    /** Points of the five levels, from 非常不满意 to 非常满意. */
    points: z.tuple([Percent, Percent, Percent, Percent, Percent]),
    /** Below this many answers a channel has no score. */
    smallestSample: z.number().int().min(1).max(10_000),
    /** A score reaches the first grade whose line it meets, from the top. */
    grades: z
      .array(z.strictObject({ grade: z.string().min(1).max(20), from: Percent }))
      .min(1)
      .max(10)
      .refine(
        (all) => all.every(({ from }, index) => index === 0 || from < all[index - 1].from),
        'grades go from the best line to the lowest',
      ),
  })
  .refine(({ weights }) => weights.rating + weights.survey + weights.thirdParty === 100, 'weights must sum to 100');

/**
 * Bodies that may decide on an adjustment (handbook domain.md 2 and 4.7), apart from the name of a session: 政府常务会议,
 * 人民代表大会, 人大常委会, 主任会议, 党委常委会.
 */
export const bodyKinds = [
  'government executive meeting',
  'congress',
  'congress standing committee',
  "chairpersons' meeting",
  'party committee',
] as const;
export const BodyKind = z.enum(bodyKinds);
export type BodyKind = (typeof bodyKinds)[number];

/**
 * The rules of one list, adopted by an event before they are used, and recorded in full: what is not said of
 * supervision and acceptance is our default.
 */
export const Rules = z.strictObject({
  lights: LightRule,
  sideLights: SideLightRules.default({}),
  line: LineRule,
  satisfaction: SatisfactionRule,
  /** Day of the month by which its report is due, 1 to 28 (凤凰县2015: the 28th). */
  reportDueDay: z.number().int().min(1).max(28),
  /** Days in which the public may rate after acceptance. */
  ratingDays: z.number().int().min(1).max(366),
  /** Ratings of this level or lower open a rectification (1 to 4). */
  badLevel: z.number().int().min(1).max(4),
  /** Working days to answer a rectification, by the Chinese holiday calendar with its make-up days (调休). */
  answerDays: WorkingDays,
  /** Working days to answer an order of each level. */
  orderDays: z
    .strictObject({ blue: WorkingDays, yellow: WorkingDays, red: WorkingDays })
    .default({ blue: 15, yellow: 10, red: 5 }),
  escalation: z
    .array(EscalationStep)
    .max(12)
    .default([...nanjingEscalation]),
  /** Working days before a report is due at which its department is reminded; 0: not. */
  remindDaysBefore: z.number().int().min(0).max(20).default(3),
  /** A completion percentage over this asks whoever verifies to confirm it (invariant 13). */
  confirmOver: z.number().int().min(100).max(100_000).default(300),
  /** Names of the levels of acceptance, lowest first (县级自验、市级复核、省级验收). */
  acceptanceLevels: z.array(Title).min(1).max(5).default(['验收']),
  /** `strict` refuses a figure that reaches its target without evidence beside it (invariant 16). */
  evidence: z.enum(['asked', 'strict']).default('asked'),
  /**
   * What completion asks where an indicator has district targets: each of them, or the whole, with each district below
   * its share recorded as an exception.
   */
  completionAsks: z.enum(['every district', 'the whole']).default('every district'),
  /** Kinds of bodies that may decide on adjustments; lists of before it was asked name none. */
  adjustmentBodies: z.array(BodyKind).min(1).max(bodyKinds.length).optional(),
});
export type Rules = z.infer<typeof Rules>;

/** Shipped light rules by place; the middle limits of Dazu are ours, because its own are not published. */
export const shippedLights = {
  yinchuan: {
    lights: { scheme: 'points behind', yellowFrom: 10, redOver: 30 },
    sideLights: { start: { redAfterMonths: 3 }, money: {}, entry: { yellowFromMonths: 1, redOverMonths: 2 } },
  },
  ouhai: { lights: { scheme: 'month met or not' }, sideLights: {} },
  dazu: { lights: { scheme: 'five colours', redBelow: 30, orangeBelow: 50, yellowBelow: 80 }, sideLights: {} },
  onSchedule: { lights: { scheme: 'on schedule' }, sideLights: {} },
} as const satisfies Record<string, Pick<Rules, 'lights' | 'sideLights'>>;

/**
 * Our defaults, each configurable per list: Yinchuan's progress light, Nanjing's escalation, survey 50 / online 30 /
 * third party 20, 80 and above = 满意.
 */
export const defaultRules: Rules = Rules.parse({
  lights: shippedLights.yinchuan.lights,
  line: { shape: 'linear' },
  satisfaction: {
    weights: { rating: 30, survey: 50, thirdParty: 20 },
    points: [0, 30, 60, 80, 100],
    smallestSample: 5,
    grades: [
      { grade: '满意', from: 80 },
      { grade: '基本满意', from: 60 },
      { grade: '不满意', from: 0 },
    ],
  },
  reportDueDay: 28,
  ratingDays: 30,
  badLevel: 2,
  answerDays: 15,
});
