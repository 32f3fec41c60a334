import { type CommandOf, type EvaluationEvent, type LevelCounts, PersonTag, type Rules } from '@minsheng/contracts';
import { commission, housing, project, rules } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { evaluationDecider } from './evaluation.decider';

export const projectId = project(7);
export const { given } = specificationOf(evaluationDecider, { id: projectId, by: commission, today: '2020-01-20' });
export const ticket = PersonTag.parse('0123456789abcdef0123456789abcdef');
export const otherTicket = PersonTag.parse('fedcba9876543210fedcba9876543210');

export const open = (list: Rules = rules()): CommandOf<'OpenEvaluation'> => ({
  type: 'OpenEvaluation',
  data: { opensOn: '2019-12-20', closesOn: '2020-01-19', rulesVersion: 1, rules: list, leads: [housing] },
});
export const survey = (counts: LevelCounts, asked = 1000): CommandOf<'RecordSurvey'> => ({
  type: 'RecordSurvey',
  data: { surveyor: '市统计局', method: '电话随机抽样', asked, counts },
});
export const thirdParty = (
  ...dimensions: (readonly [weight: number, score: number])[]
): CommandOf<'RecordThirdPartyEvaluation'> => ({
  type: 'RecordThirdPartyEvaluation',
  data: {
    institute: '省社会科学院',
    reportNo: '2020-11',
    dimensions: dimensions.map(([weight, score], index) => ({ name: `维度${index + 1}`, weight, score })),
  },
});
export const ballot = (
  satisfied: number,
  basicallySatisfied: number,
  dissatisfied: number,
  valid: number,
): CommandOf<'RecordSatisfactionBallot'> => ({
  type: 'RecordSatisfactionBallot',
  data: { body: '宁海县人民代表大会', heldOn: '2020-12-29', valid, satisfied, basicallySatisfied, dissatisfied },
});
export const close: CommandOf<'CloseEvaluation'> = { type: 'CloseEvaluation', data: {} };
export const score = (ratings: LevelCounts): CommandOf<'ScoreCountedRatings'> => ({
  type: 'ScoreCountedRatings',
  data: { ratings },
});
/** By a bad rating that was given when the ticket had been answered or closed so often. */
export const openTicket = (of = ticket, level = 2, repairs?: number): CommandOf<'OpenRectification'> => ({
  type: 'OpenRectification',
  data: { ticket: of, level, repairs },
});
export const answer = (number = 1): CommandOf<'AnswerRectification'> => ({
  type: 'AnswerRectification',
  data: { ticket: number, answer: '已安排每日保洁。' },
});
export const closeTicket = (number = 1): CommandOf<'CloseRectification'> => ({
  type: 'CloseRectification',
  data: { ticket: number, calledBack: true, result: '来电人表示满意。' },
});

export const opened = (list?: Rules): EvaluationEvent => ({
  type: 'EvaluationOpened',
  data: { projectId, ...open(list).data },
});
export const surveyed = (counts: LevelCounts): EvaluationEvent => ({
  type: 'SurveyRecorded',
  data: { projectId, ...survey(counts).data },
});
export const scoredByThirdParty = (...dimensions: (readonly [weight: number, score: number])[]): EvaluationEvent => ({
  type: 'ThirdPartyEvaluated',
  data: { projectId, ...thirdParty(...dimensions).data },
});
export const balloted: EvaluationEvent = {
  type: 'SatisfactionBallotRecorded',
  data: { projectId, ...ballot(175, 43, 4, 222).data },
};
export const closed: EvaluationEvent = { type: 'EvaluationClosed', data: { projectId } };
export const scored: EvaluationEvent = {
  type: 'SatisfactionScored',
  data: {
    projectId,
    rulesVersion: 1,
    rule: rules().satisfaction,
    ratings: [0, 0, 0, 0, 0],
    score: null,
    grade: null,
    channels: {
      rating: { weight: 30, answers: 0, score: null },
      survey: { weight: 50, answers: 0, score: null },
      thirdParty: { weight: 20, answers: 0, score: null },
    },
  },
};
export const ticketOpened = (of = ticket): EvaluationEvent => ({
  type: 'RectificationOpened',
  data: { projectId, ticket: of, level: 2, dueOn: '2020-02-18', departments: [housing] },
});
export const ticketAnswered = (of = ticket): EvaluationEvent => ({
  type: 'RectificationAnswered',
  data: { projectId, department: housing, ...answer().data, ticket: of },
});
export const ticketClosed = (of = ticket): EvaluationEvent => ({
  type: 'RectificationClosed',
  data: { projectId, ...closeTicket().data, ticket: of },
});
export const ticketReopened = (of = ticket): EvaluationEvent => ({
  type: 'RectificationReopened',
  data: { projectId, ticket: of, level: 2, dueOn: '2020-03-23', departments: [housing] },
});
