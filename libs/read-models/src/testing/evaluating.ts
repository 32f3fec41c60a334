import type { GivenEvent } from './given-events';
import { gardens, listId, rater, rules, secondRater, works } from './a-list';
import { inspection } from './completing';
import { delivered } from './delivery-events';

export const opened: GivenEvent = {
  type: 'EvaluationOpened',
  data: { projectId: gardens, opensOn: '2019-11-20', closesOn: '2019-12-20', rulesVersion: 1, rules, leads: [works] },
  on: '2019-11-20',
  by: { role: 'policy' },
};
export const superseded: GivenEvent = {
  type: 'EvaluationSuperseded',
  data: { projectId: gardens, round: 1, because: '一处废弃', foundOn: '2020-03-01' },
  on: '2020-03-01',
  by: { role: 'policy' },
};
export const openedAgain: GivenEvent = {
  type: 'EvaluationOpenedAgain',
  data: { ...opened.data, opensOn: '2020-06-01', closesOn: '2020-07-01', round: 2 },
  on: '2020-06-01',
  by: { role: 'policy' },
};
export const rated = (raterTag: string, level: number, round = 1): GivenEvent => ({
  type: 'ProjectRated',
  data: { projectId: gardens, raterTag, round, repairs: 0, level, badLevel: 2 },
  on: '2019-11-25',
  by: { role: 'public' },
});
export const ratedAgain = (raterTag: string, previousLevel: number, level: number, round = 1): GivenEvent => ({
  type: 'RatingChanged',
  data: { projectId: gardens, raterTag, round, repairs: 0, level, previousLevel, badLevel: 2 },
  by: { role: 'public' },
});
const evaluated = (type: GivenEvent['type'], data: object = {}): GivenEvent => ({
  type,
  data: { projectId: gardens, ...data },
  on: '2019-12-21',
});

const survey = { surveyor: '市统计局', method: '电话', asked: 100, counts: [0, 10, 0, 40, 50] };
const thirdParty = {
  institute: '省社科院',
  reportNo: '2019-7',
  dimensions: [{ name: '质量', weight: 100, score: 90 }],
};
const ballot = {
  body: '市人大常委会',
  heldOn: '2019-12-22',
  valid: 30,
  satisfied: 25,
  basicallySatisfied: 5,
  dissatisfied: 0,
};
const correction = { reason: '录入有误', documentNo: '2号' };

/** The evaluation of the gardens, their closing, the look back that reopens them, and the second round. */
export const evaluating: readonly GivenEvent[] = [
  opened,
  rated(rater, 1),
  rated(secondRater, 5),
  ratedAgain(rater, 1, 4),
  evaluated('RectificationOpened', { ticket: rater, level: 1, dueOn: '2019-12-10', departments: [works] }),
  evaluated('RectificationAnswered', { ticket: rater, answer: '已补种', department: works }),
  evaluated('RectificationClosed', { ticket: rater, calledBack: true, result: '满意' }),
  evaluated('RectificationReopened', { ticket: rater, level: 2, dueOn: '2020-01-10', departments: [works] }),
  evaluated('RectificationAnswered', { ticket: rater, answer: '又补种', department: works }),
  evaluated('RectificationClosed', { ticket: rater, calledBack: true, result: '认可' }),
  evaluated('SurveyRecorded', survey),
  evaluated('ThirdPartyEvaluated', thirdParty),
  {
    type: 'SittingBallotCounted',
    data: { listId, ballot: { projectId: gardens, round: 1, body: '市人大常委会', heldOn: '2019-12-22', valid: 30 } },
  },
  evaluated('SatisfactionBallotRecorded', { ...ballot, satisfied: 15, basicallySatisfied: 15 }),
  evaluated('SurveyCorrected', { ...survey, counts: [0, 1, 9, 40, 50], correction }),
  evaluated('ThirdPartyEvaluationCorrected', { ...thirdParty, correction }),
  evaluated('SatisfactionBallotCorrected', { ...ballot, correction }),
  evaluated('EvaluationClosed'),
  rated('c'.repeat(32), 3), // the last one came behind the closing
  evaluated('SatisfactionScored', {
    rulesVersion: 1,
    rule: rules.satisfaction,
    ratings: [0, 0, 0, 1, 1],
    channels: {
      rating: { weight: 30, answers: 2, score: null },
      survey: { weight: 50, answers: 100, score: '87.7' },
      thirdParty: { weight: 20, answers: 1, score: '90' },
    },
    score: '88.4',
    grade: '满意',
  }),
  { type: 'ProjectClosed', data: { projectId: gardens, archiveNo: '2019-实事-1', outcome: 'met' } },
  delivered('LookedBack', { inspector: '市督查室', findings: '完好', evidence: inspection.evidence }),
  delivered('ProjectReopened', {
    inspector: '市督查室',
    findings: '一处废弃',
    reopenedOn: '2020-03-01',
    evaluateAgain: true,
    evidence: inspection.evidence,
  }),
  superseded,
  openedAgain,
  rated(rater, 5, 2),
];
