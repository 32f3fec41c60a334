import { z } from 'zod';
import { defineCommand, type CommandFrom } from '../define-command';
import { DepartmentName, PersonTag } from '../ids';
import { Rules } from '../rules';
import { Correction, On, Sealed, Text, Title } from '../values';

const Count = z.number().int().min(0).max(10_000_000);

/** The five words of GB/T 39735-2020, from 1 非常不满意 to 5 非常满意. */
export const ratingWords = ['非常不满意', '不满意', '基本满意', '满意', '非常满意'] as const;
export const Level = z.number().int().min(1).max(5);
/** How many answered each level, from 非常不满意 to 非常满意. */
export const LevelCounts = z.tuple([Count, Count, Count, Count, Count]);
export type LevelCounts = z.infer<typeof LevelCounts>;

/** An evaluation starts again, with a round of its own, where a look back found that the project does not hold. */
export const Round = z.number().int().min(1);

/** How often the ticket of a person's bad rating had been answered or closed, when they rated. */
const Repairs = z.number().int().min(0);

export const OpenEvaluation = defineCommand(
  'OpenEvaluation',
  z.strictObject({
    opensOn: On,
    closesOn: On,
    rulesVersion: z.number().int().min(1),
    rules: Rules,
    leads: z.array(DepartmentName).min(1),
  }),
);
/** A look back found that the project does not hold: what was said of it is history, and counts no more. */
export const SupersedeEvaluation = defineCommand('SupersedeEvaluation', z.strictObject({ because: Text, foundOn: On }));
/** A citizen rates a project; the last rating before closing counts. */
export const RateProject = defineCommand('RateProject', z.strictObject({ level: Level, comment: Text.optional() }));
export const RecordRating = defineCommand(
  'RecordRating',
  z.strictObject({
    raterTag: PersonTag,
    round: Round,
    repairs: Repairs,
    level: Level,
    comment: Sealed.optional(),
    /** Levels up to this one open a rectification. */ badLevel: Level,
  }),
);
/** A sample survey by the statistics bureau or a firm, kept apart from the self-selected ratings. */
export const RecordSurvey = defineCommand(
  'RecordSurvey',
  z.strictObject({ surveyor: Title, method: Title, asked: Count, counts: LevelCounts }),
);
export const RecordThirdPartyEvaluation = defineCommand(
  'RecordThirdPartyEvaluation',
  z.strictObject({
    institute: Title,
    reportNo: Title,
    dimensions: z
      .array(
        z.strictObject({
          name: Title,
          weight: z.number().int().min(1).max(100),
          score: z.number().int().min(0).max(100),
        }),
      )
      .min(1)
      .max(20),
  }),
);
/** The deputies' ballot on one project: three grades that must add up to the valid ballots. */
export const RecordSatisfactionBallot = defineCommand(
  'RecordSatisfactionBallot',
  z.strictObject({
    body: Title,
    heldOn: On,
    valid: Count,
    satisfied: Count,
    basicallySatisfied: Count,
    dissatisfied: Count,
    /** Why there are not as many valid ballots as on the other projects of the sitting. */
    differsBecause: Text.optional(),
  }),
);
const corrected = { correction: Correction };
/** Before the score: the survey put right; what was recorded before stays readable. */
export const CorrectSurvey = defineCommand('CorrectSurvey', RecordSurvey.schema.extend(corrected));
/** Before the score: the institute's report put right. */
export const CorrectThirdPartyEvaluation = defineCommand(
  'CorrectThirdPartyEvaluation',
  RecordThirdPartyEvaluation.schema.extend(corrected),
);
/** Before the project is closed: the deputies' ballot put right. */
export const CorrectSatisfactionBallot = defineCommand(
  'CorrectSatisfactionBallot',
  RecordSatisfactionBallot.schema.extend(corrected),
);
export const CloseEvaluation = defineCommand('CloseEvaluation', z.strictObject({}));
export const ScoreSatisfaction = defineCommand('ScoreSatisfaction', z.strictObject({}));
/** What the handler adds: the counted ratings. */
export const ScoreCountedRatings = defineCommand('ScoreCountedRatings', z.strictObject({ ratings: LevelCounts }));
export const OpenRectification = defineCommand(
  'OpenRectification',
  z.strictObject({
    ticket: PersonTag,
    level: Level,
    /** Absent for none: the same command as ever for a rating of before, which must not look like another one. */
    repairs: Repairs.optional(),
  }),
);
/** Tickets of a project are numbered from 1, in the order in which they were opened. */
const ofTicket = { ticket: z.number().int().min(1).max(1_000_000) };
export const AnswerRectification = defineCommand('AnswerRectification', z.strictObject({ ...ofTicket, answer: Text }));
export const CloseRectification = defineCommand(
  'CloseRectification',
  z.strictObject({ ...ofTicket, calledBack: z.boolean(), result: Text }),
);

export type EvaluationCommand = CommandFrom<
  | typeof OpenEvaluation
  | typeof SupersedeEvaluation
  | typeof RecordSurvey
  | typeof RecordThirdPartyEvaluation
  | typeof RecordSatisfactionBallot
  | typeof CorrectSurvey
  | typeof CorrectThirdPartyEvaluation
  | typeof CorrectSatisfactionBallot
  | typeof CloseEvaluation
  | typeof ScoreCountedRatings
  | typeof OpenRectification
  | typeof AnswerRectification
  | typeof CloseRectification
>;
export type RatingCommand = CommandFrom<typeof RecordRating>;
