import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { evaluationRoutes, type EvaluationCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

const DecidesEvaluation = decidesOn('evaluation');

/** Goes to the rater's own stream; see `rate-project.handler.ts`. */
export class RateProject extends addressedTo(evaluationRoutes.RateProject) {}
/** Looks at the counted ratings; see `score-satisfaction.handler.ts`. */
export class ScoreSatisfaction extends addressedTo(evaluationRoutes.ScoreSatisfaction) {}

/** These two are counted for their sitting on the list's stream; see `satisfaction-ballot.handlers.ts`. */
export class RecordSatisfactionBallot extends addressedTo(evaluationRoutes.RecordSatisfactionBallot) {}
export class CorrectSatisfactionBallot extends addressedTo(evaluationRoutes.CorrectSatisfactionBallot) {}

export class RecordSurvey extends addressedTo(evaluationRoutes.RecordSurvey) {}
@CommandHandler(RecordSurvey)
export class RecordSurveyHandler extends DecidesEvaluation {}
export class RecordThirdPartyEvaluation extends addressedTo(evaluationRoutes.RecordThirdPartyEvaluation) {}
@CommandHandler(RecordThirdPartyEvaluation)
export class RecordThirdPartyEvaluationHandler extends DecidesEvaluation {}
export class CorrectSurvey extends addressedTo(evaluationRoutes.CorrectSurvey) {}
@CommandHandler(CorrectSurvey)
export class CorrectSurveyHandler extends DecidesEvaluation {}
export class CorrectThirdPartyEvaluation extends addressedTo(evaluationRoutes.CorrectThirdPartyEvaluation) {}
@CommandHandler(CorrectThirdPartyEvaluation)
export class CorrectThirdPartyEvaluationHandler extends DecidesEvaluation {}
export class CloseEvaluation extends addressedTo(evaluationRoutes.CloseEvaluation) {}
@CommandHandler(CloseEvaluation)
export class CloseEvaluationHandler extends DecidesEvaluation {}
export class AnswerRectification extends addressedTo(evaluationRoutes.AnswerRectification) {}
@CommandHandler(AnswerRectification)
export class AnswerRectificationHandler extends DecidesEvaluation {}
export class CloseRectification extends addressedTo(evaluationRoutes.CloseRectification) {}
@CommandHandler(CloseRectification)
export class CloseRectificationHandler extends DecidesEvaluation {}

/** Sent by a handler of its own, or by a policy; the rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  | 'OpenEvaluation'
  | 'SupersedeEvaluation'
  | 'OpenRectification'
  | 'ScoreCountedRatings'
  | 'RecordSatisfactionBallot'
  | 'CorrectSatisfactionBallot';
export const evaluationCommandHandlers = {
  RecordSurvey: RecordSurveyHandler,
  RecordThirdPartyEvaluation: RecordThirdPartyEvaluationHandler,
  CorrectSurvey: CorrectSurveyHandler,
  CorrectThirdPartyEvaluation: CorrectThirdPartyEvaluationHandler,
  CloseEvaluation: CloseEvaluationHandler,
  AnswerRectification: AnswerRectificationHandler,
  CloseRectification: CloseRectificationHandler,
} satisfies Record<Exclude<EvaluationCommand['type'], ElsewhereHandled>, Type<ICommandHandler>>;
