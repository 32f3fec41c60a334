import { z } from 'zod';

const Percent = z.number().int().min(0).max(100);

/**
 * How lights are computed.
 * `points behind`: green on the line and less than `yellowFrom` points below, yellow to `redOver` points below (ends
 * included), red beyond
 * (银川市“红黄绿灯”机制 2025: 10 and 30). A month without a verified report is red. A month caught up later turns yellow, never
 * green (瓯海“三色预警”2020).
 * `month met or not`: green when the month's line is met, else red; caught up later: yellow (Ouhai).
 */
export const LightRule = z.discriminatedUnion('scheme', [
  z.strictObject({ scheme: z.literal('points behind'), yellowFrom: Percent, redOver: Percent }),
  z.strictObject({ scheme: z.literal('month met or not') }),
]);

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

/** The rules of one list, adopted by an event before they are used. */
export const Rules = z.strictObject({
  lights: LightRule,
  line: LineRule,
  satisfaction: SatisfactionRule,
  /** Day of the month by which its report is due, 1 to 28 (凤凰县2015: the 28th). */
  reportDueDay: z.number().int().min(1).max(28),
  /** Days in which the public may rate after acceptance. */
  ratingDays: z.number().int().min(1).max(366),
  /** Ratings of this level or lower open a rectification (1 to 4). */
  badLevel: z.number().int().min(1).max(4),
  /**
   * Working days to answer a supervision order and a rectification, by the Chinese holiday calendar with its make-up
   * days (调休).
   */
  answerDays: z.number().int().min(1).max(90),
});
export type Rules = z.infer<typeof Rules>;
