import { z } from 'zod';
import { ProjectId } from '../ids';
import { On } from '../values';

/**
 * The ratings of a round as they were at the end of a past day, in steps of at least ten: whoever knows when somebody
 * rated must not learn how. Null while there are too few.
 */
const Ratings = z
  .object({
    answers: z.number(),
    changes: z.number(),
    levels: z.array(z.object({ level: z.number(), word: z.string(), count: z.number() })),
  })
  .nullable();

const Channel = z.object({ score: z.string().nullable(), weight: z.number(), answers: z.number() });
const Score = z.object({
  score: z.string().nullable(),
  grade: z.string().nullable(),
  rulesVersion: z.number(),
  rule: z.object({
    weights: z.record(z.string(), z.number()),
    points: z.array(z.number()),
    grades: z.array(z.object({ from: z.number(), grade: z.string() })),
    smallestSample: z.number(),
  }),
  channels: z.record(z.string(), Channel),
});
const Correction = z.object({ channel: z.string(), reason: z.string(), documentNo: z.string() });
const Round = z.object({
  round: z.number(),
  opensOn: On,
  closesOn: On,
  closed: z.boolean(),
  ratings: Ratings,
  survey: z
    .object({ surveyor: z.string(), method: z.string(), asked: z.number(), counts: z.array(z.number()) })
    .optional(),
  thirdParty: z
    .object({
      institute: z.string(),
      reportNo: z.string(),
      dimensions: z.array(z.object({ name: z.string(), weight: z.number(), score: z.number() })),
    })
    .optional(),
  ballot: z
    .object({
      body: z.string(),
      heldOn: On,
      valid: z.number(),
      satisfied: z.number(),
      basicallySatisfied: z.number(),
      dissatisfied: z.number(),
    })
    .optional(),
  corrections: z.array(Correction).optional(),
  score: Score.optional(),
  superseded: z.object({ because: z.string(), foundOn: On }).optional(),
});

/** Repairs of bad ratings are counted once the round is closed: one opened alone would say how its rater rated. */
export const EvaluationPublicView = Round.extend({
  projectId: ProjectId,
  satisfaction: z.string().nullable(),
  grade: z.string().nullable(),
  repairs: z.object({ opened: z.number(), closed: z.number() }).nullable(),
  earlier: z.array(Round).optional(),
});
