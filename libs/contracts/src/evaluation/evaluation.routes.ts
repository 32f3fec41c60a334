import { shows, takes } from '../define-route';
import * as Views from './evaluation.views';
import * as Commands from './evaluation.commands';

export const evaluationRoutes = {
  RateProject: takes(Commands.RateProject, 'projects/:projectId/ratings', '群众评价', ['public']),
  RecordSurvey: takes(Commands.RecordSurvey, 'projects/:projectId/survey', '记录抽样调查', ['evaluator', 'commission']),
  RecordThirdPartyEvaluation: takes(
    Commands.RecordThirdPartyEvaluation,
    'projects/:projectId/third-party-evaluation',
    '提交第三方评估',
    ['evaluator'],
  ),
  RecordSatisfactionBallot: takes(
    Commands.RecordSatisfactionBallot,
    'projects/:projectId/satisfaction-ballot',
    '记录代表满意度测评',
    ['commission'],
  ),
  CorrectSurvey: takes(Commands.CorrectSurvey, 'projects/:projectId/survey-corrections', '评分前更正抽样调查', [
    'evaluator',
    'commission',
  ]),
  CorrectThirdPartyEvaluation: takes(
    Commands.CorrectThirdPartyEvaluation,
    'projects/:projectId/third-party-evaluation-corrections',
    '评分前更正第三方评估',
    ['evaluator'],
  ),
  CorrectSatisfactionBallot: takes(
    Commands.CorrectSatisfactionBallot,
    'projects/:projectId/satisfaction-ballot-corrections',
    '销号前更正代表满意度测评',
    ['commission'],
  ),
  CloseEvaluation: takes(Commands.CloseEvaluation, 'projects/:projectId/evaluation-closing', '截止评价', [
    'commission',
  ]),
  ScoreSatisfaction: takes(Commands.ScoreSatisfaction, 'projects/:projectId/score', '计算满意度', ['commission']),
  AnswerRectification: takes(
    Commands.AnswerRectification,
    'projects/:projectId/rectification-answers',
    '答复差评整改',
    ['department'],
  ),
  CloseRectification: takes(Commands.CloseRectification, 'projects/:projectId/rectification-closings', '差评整改销号', [
    'commission',
  ]),
  Evaluation: shows(
    'projects/:projectId/evaluation',
    Views.EvaluationPublicView,
    '评价：群众评价、抽样调查、第三方、满意度及其算法 Ratings, survey, third party, the score and how it is made',
  ),
};
