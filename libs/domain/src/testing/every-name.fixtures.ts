import { NATION, type Actor } from '@minsheng/contracts';
import { survey } from '../evaluation/evaluation.fixtures';
import { everyNameOfADelivery } from './every-name-of-a-delivery.fixtures';
import { commission, housingOfficer, listId, project } from './fixtures';
import { commitment, decided, east, lead, listRules, other, sentTo, type SentCommand } from './sent-commands.fixtures';

const tally = (number: number, inFavour: number) => ({
  projectId: project(number),
  inFavour,
  against: 90 - inFavour,
  abstained: 0,
  notVoted: 0,
});
const ballot = (...tallies: object[]) => ({
  body: '第四次会议',
  heldOn: '2019-01-18',
  deputies: 100,
  issued: 90,
  returned: 90,
  valid: 90,
  tallies,
});
const sittingBallot = {
  body: '第五次会议',
  heldOn: '2019-12-29',
  valid: 222,
  satisfied: 175,
  basicallySatisfied: 43,
  dissatisfied: 4,
};
const thirdParty = (score: number) => ({
  institute: '省社科院',
  reportNo: '报告11号',
  dimensions: [{ name: '质量', weight: 100, score }],
});
const correction = { reason: '计票有误。', documentNo: '更正1号' };
const statutoryDays = ['01-01', '02-05', '02-08', '02-09', '04-05', '06-09', '09-15', '10-01'].map(
  (day) => `2027-${day}`,
);
const keeper: Actor = { id: 'keeper', role: 'commission', region: NATION };
/** Every command that takes a name, taken in turn by the streams it is meant for. */
export const everyName: readonly SentCommand[] = [
  ...sentTo(
    'suggestion',
    'a',
    [
      'ReceiveSuggestion',
      {
        listId,
        district: east,
        channel: 'letter',
        receivedOn: '2018-11-02',
        trackingCode: '23456789AB',
        words: { person: '7c9e6679-7425-40de-944b-e07fc1f90ae7', iv: 'iv', cipher: 'cipher' },
        anonymous: true,
      },
    ],
    ['RegisterSuggestion', { title: '村里没有公厕', domain: '环境友好' }],
    ['AssignSuggestion', { department: lead, dueOn: '2020-01-10' }],
    ['GiveOpinion', { opinion: '可行。', supports: true }, housingOfficer],
    ['ReferSuggestion', { to: '信访局', reason: 'not this region', text: '请向当地反映。' }],
  ),
  ...sentTo(
    'candidate',
    'a',
    ['ProposeCandidate', commitment],
    ['AdoptCandidate', { no: 7, adoptedBy: decided.body, rulesVersion: 1, rules: listRules }],
  ),
  ...sentTo(
    'annual-list',
    'vote',
    ['OpenAnnualList', { regionName: '眉山市', title: '民生实事清单', mode: 'deputies vote', seats: 2 }],
    ['SetCollectionPeriod', { from: '2018-10-01', to: '2018-11-30', contact: '市发改委社会科' }],
    ['AdoptRules', { rules: listRules }],
    ['PutToDecision', { projectIds: [project(1), project(2), project(3)] }, commission, '2019-01-05'],
    ['RecordBallot', ballot(tally(1, 80), tally(2, 30), tally(3, 20))],
    [
      'CorrectBallot',
      {
        ...ballot(tally(1, 81), tally(2, 30), tally(3, 20)),
        correction: { reason: '计票有误。', documentNo: '更正1号' },
      },
    ],
    ['RecordSecondBallot', { ...ballot(tally(2, 30), tally(3, 20)), body: '第四次会议' }],
    ['LeaveSeatsEmpty', { body: '主席团会议', heldOn: '2019-01-19', reason: '票数不足。' }],
    ['AdoptAnnualList', { announcementNo: '公告第3号' }],
    [
      'CountSittingBallot',
      {
        ballot: {
          projectId: project(1),
          round: 1,
          body: sittingBallot.body,
          heldOn: sittingBallot.heldOn,
          valid: sittingBallot.valid,
        },
      },
    ],
    ['AmendRules', { rules: listRules, from: '2019-12', reason: '按常务会议意见修订。' }],
  ),
  ...sentTo(
    'annual-list',
    'government',
    ['OpenAnnualList', { regionName: '眉山市', title: '民生实事清单', mode: 'government', seats: 1 }],
    ['PutToDecision', { projectIds: [project(1)] }, commission, '2019-01-05'],
    [
      'DecideByGovernment',
      { body: '市政府常务会议', heldOn: '2019-01-18', documentNo: '眉府发1号', projectIds: [project(1)] },
    ],
  ),
  ...everyNameOfADelivery,
  ...sentTo('functional-zone', 'a', [
    'RegisterFunctionalZone',
    { name: '高新区', parent: '510100', reason: '国家级开发区。' },
    keeper,
  ]),
  ...sentTo('calendar', 'a', [
    'AdoptHolidayNotice',
    { year: 2027, off: statutoryDays, worked: [], documentNo: '国办发明电9号' },
    keeper,
  ]),
  ...sentTo(
    'sites',
    'a',
    ['RegisterSites', { sites: [{ no: 1, name: '村口公厕', district: east }] }],
    ['UpdateSites', { sites: [{ no: 1, state: 'built', on: '2019-10-01', note: '已完工' }] }],
  ),
  ...sentTo(
    'meeting',
    'a',
    ['ConveneMeeting', { title: '第二次联席会议', heldOn: '2019-11-01', chair: '常务副市长', members: [lead, other] }],
    ['PutOnAgenda', { topic: '用地问题' }],
    ['CarryItem', { topic: '管网接入', from: { meetingId: '511400-2019-m000000002', item: 1 } }],
    ['RecordDecision', { item: 1, decision: '月底前交地。', owner: other, dueOn: '2019-12-31' }],
    ['AdjournMeeting', { minutesNo: '纪要2号', dropped: [{ item: 2, reason: '已解决。' }] }],
  ),
  ...sentTo(
    'evaluation',
    'a',
    [
      'OpenEvaluation',
      { opensOn: '2019-12-01', closesOn: '2020-01-10', rulesVersion: 1, rules: listRules, leads: [lead] },
    ],
    ['RecordSurvey', survey([5, 8, 250, 272, 288]).data],
    ['CorrectSurvey', { ...survey([5, 8, 250, 272, 289]).data, correction }],
    ['RecordThirdPartyEvaluation', thirdParty(90)],
    ['CorrectThirdPartyEvaluation', { ...thirdParty(91), correction }],
    ['RecordSatisfactionBallot', sittingBallot],
    ['CorrectSatisfactionBallot', { ...sittingBallot, satisfied: 174, dissatisfied: 5, correction }],
  ),
];
