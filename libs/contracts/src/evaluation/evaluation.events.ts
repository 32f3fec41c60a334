import { z } from 'zod';
import { defineEvent, type EventFrom } from '../define-event';
import { ProjectRated, RatingChanged, SatisfactionBallotRecorded } from '../first-shapes/evaluation';
import { rulesBeforeDistricts, withRulesAsToday } from '../first-shapes/read-as-today';
import { RulesBeforeDistricts } from '../first-shapes/rules-before-districts';
import { Rules as FirstRules } from '../first-shapes/rules';
import { DepartmentName, ProjectId, PersonTag } from '../ids';
import { SatisfactionRule } from '../rules';
import { On, provisionalDay } from '../values';
import * as Commands from './evaluation.commands';

const of = { projectId: ProjectId };

/**
 * One channel of the composite; `score` is null below the smallest sample, and its weight is then shared by the others.
 */
const Channel = z.strictObject({ weight: z.number().int(), answers: z.number().int(), score: z.string().nullable() });

const OpenedRectification = Commands.OpenRectification.schema.omit({ repairs: true }).extend({
  ...of,
  dueOn: On,
  departments: z.array(DepartmentName),
});

export const evaluationEvents = [
  defineEvent('EvaluationOpened', Commands.OpenEvaluation.schema.extend({ ...of, rules: FirstRules }))
    .evolved(Commands.OpenEvaluation.schema.extend({ ...of, rules: RulesBeforeDistricts }), ({ rules, ...rest }) => ({
      ...rest,
      rules: rulesBeforeDistricts(rules),
    }))
    .evolved(Commands.OpenEvaluation.schema.extend(of), withRulesAsToday),
  defineEvent('EvaluationSuperseded', Commands.SupersedeEvaluation.schema.extend({ ...of, round: Commands.Round })),
  defineEvent('EvaluationOpenedAgain', Commands.OpenEvaluation.schema.extend({ ...of, round: Commands.Round })),
  defineEvent('SurveyRecorded', Commands.RecordSurvey.schema.extend(of)),
  defineEvent('ThirdPartyEvaluated', Commands.RecordThirdPartyEvaluation.schema.extend(of)),
  defineEvent('SatisfactionBallotRecorded', SatisfactionBallotRecorded).evolved(
    Commands.RecordSatisfactionBallot.schema.extend(of),
    (first) => first,
  ),
  defineEvent('SurveyCorrected', Commands.CorrectSurvey.schema.extend(of)),
  defineEvent('ThirdPartyEvaluationCorrected', Commands.CorrectThirdPartyEvaluation.schema.extend(of)),
  defineEvent('SatisfactionBallotCorrected', Commands.CorrectSatisfactionBallot.schema.extend(of)),
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
  defineEvent('RectificationOpened', OpenedRectification).evolved(
    OpenedRectification.extend(provisionalDay),
    (first) => first,
  ),
  /** The rating was put right, and is bad again. */
  defineEvent('RectificationReopened', OpenedRectification.extend(provisionalDay)),
  // the log knows a ticket by the rater's tag, which nobody is shown: outside it has a number
  defineEvent(
    'RectificationAnswered',
    Commands.AnswerRectification.schema.extend({ ticket: PersonTag, ...of, department: DepartmentName }),
  ),
  defineEvent('RectificationClosed', Commands.CloseRectification.schema.extend({ ticket: PersonTag, ...of })),
] as const;
export type EvaluationEvent = EventFrom<(typeof evaluationEvents)[number]>;

/**
 * One person's ratings of one project, one in each round, have a stream of their own: uniqueness is the stream's, and
 * nothing is hot.
 */
export const ratingEvents = [
  // before v2 there was one round, and a closed ticket stayed closed
  defineEvent('ProjectRated', ProjectRated).evolved(Commands.RecordRating.schema.extend(of), (first) => ({
    ...first,
    round: 1,
    repairs: 0,
  })),
  defineEvent('RatingChanged', RatingChanged).evolved(
    Commands.RecordRating.schema.extend({ ...of, previousLevel: Commands.Level }),
    (first) => ({ ...first, round: 1, repairs: 0 }),
  ),
] as const;
export type RatingEvent = EventFrom<(typeof ratingEvents)[number]>;
