import { z } from 'zod';
import { defineEvent, type EventFrom } from '../define-event';
import { rulesBeforeDistricts, withRulesAsToday } from '../first-shapes/read-as-today';
import { RulesBeforeDistricts } from '../first-shapes/rules-before-districts';
import { Rules as FirstRules } from '../first-shapes/rules';
import { DepartmentName, ProjectId } from '../ids';
import { SatisfactionRule } from '../rules';
import { On } from '../values';
import * as Commands from './evaluation.commands';

const of = { projectId: ProjectId };

/**
 * One channel of the composite; `score` is null below the smallest sample, and its weight is then shared by the others.
 */
const Channel = z.strictObject({ weight: z.number().int(), answers: z.number().int(), score: z.string().nullable() });

export const evaluationEvents = [
  defineEvent('EvaluationOpened', Commands.OpenEvaluation.schema.extend({ ...of, rules: FirstRules }))
    .evolved(Commands.OpenEvaluation.schema.extend({ ...of, rules: RulesBeforeDistricts }), ({ rules, ...rest }) => ({
      ...rest,
      rules: rulesBeforeDistricts(rules),
    }))
    .evolved(Commands.OpenEvaluation.schema.extend(of), withRulesAsToday),
  defineEvent('SurveyRecorded', Commands.RecordSurvey.schema.extend(of)),
  defineEvent('ThirdPartyEvaluated', Commands.RecordThirdPartyEvaluation.schema.extend(of)),
  defineEvent('SatisfactionBallotRecorded', Commands.RecordSatisfactionBallot.schema.extend(of)),
  defineEvent('EvaluationClosed', z.strictObject(of)),
  defineEvent(
    'SatisfactionScored',
    z.strictObject({
      ...of,
      rulesVersion: z.number().int().min(1),
      rule: SatisfactionRule,
      ratings: Commands.LevelCounts,
      channels: z.strictObject({ rating: Channel, survey: Channel, thirdParty: Channel }),
      /** One decimal, 0 to 100; null when no channel had enough answers. */
      score: z.string().nullable(),
      grade: z.string().nullable(),
    }),
  ),
  defineEvent(
    'RectificationOpened',
    Commands.OpenRectification.schema.extend({ ...of, dueOn: On, departments: z.array(DepartmentName) }),
  ),
  defineEvent(
    'RectificationAnswered',
    Commands.AnswerRectification.schema.extend({ ...of, department: DepartmentName }),
  ),
  defineEvent('RectificationClosed', Commands.CloseRectification.schema.extend(of)),
] as const;
export type EvaluationEvent = EventFrom<(typeof evaluationEvents)[number]>;

/** One person's rating of one project has a stream of its own: uniqueness is the stream's, and nothing is hot. */
export const ratingEvents = [
  defineEvent('ProjectRated', Commands.RecordRating.schema.extend(of)),
  defineEvent('RatingChanged', Commands.RecordRating.schema.extend({ ...of, previousLevel: Commands.Level })),
] as const;
export type RatingEvent = EventFrom<(typeof ratingEvents)[number]>;
