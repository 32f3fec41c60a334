import type { GivenEvent } from './given-events';
import { council, gardens, health, rules, works } from './a-list';
import { about, byTimer, closed, delivered } from './delivery-events';

const convened = (type: GivenEvent['type'], data: object): GivenEvent => ({
  type,
  data: { meetingId: council, ...data },
  on: '2019-07-01',
  by: { role: 'commission' },
});
const [nextStep] = rules.escalation;

/** An issue before the joint conference, measures against the department, an order up to its closing. */
export const supervising: readonly GivenEvent[] = [
  {
    type: 'IssueRaised',
    data: { projectId: gardens, issue: 1, department: works, title: '用地', detail: '两处用地未批' },
  },
  convened('MeetingConvened', {
    title: '第三次联席会议',
    heldOn: '2019-07-01',
    chair: '副市长',
    members: [works, health],
  }),
  convened('AgendaItemPut', { item: 1, topic: '用地', issue: { projectId: gardens, issue: 1 } }),
  convened('DecisionRecorded', {
    item: 1,
    decision: '先行用地',
    owner: '市自然资源局',
    dueOn: '2019-07-30',
    meeting: '第三次联席会议',
    issue: { projectId: gardens, issue: 1 },
  }),
  convened('MeetingAdjourned', { minutesNo: '纪要〔2019〕3号' }),
  convened('ItemNotTaken', { from: { meetingId: council, item: 1 } }),
  {
    type: 'IssueDecided',
    data: {
      projectId: gardens,
      issue: 1,
      meeting: '第三次联席会议',
      decision: '先行用地',
      owner: '市自然资源局',
      dueOn: '2019-07-30',
    },
  },
  delivered('IssueDecisionDeclined', {
    issue: 1,
    decision: { meetingId: council, item: 2, because: 'decided elsewhere' },
  }),
  byTimer('IssueOverdue', { issue: 1, owner: '市自然资源局', dueOn: '2019-07-30' }),
  delivered('IssueReopened', { issue: 1, reason: '又停了' }),
  {
    type: 'IssueDecided',
    data: {
      projectId: gardens,
      issue: 1,
      meeting: '第三次联席会议',
      decision: '先行用地',
      owner: '市自然资源局',
      dueOn: '2019-08-30',
    },
  },
  { type: 'IssueResolved', data: { projectId: gardens, issue: 1, result: '已批' } },
  convened('DecisionFollowedUp', { item: 1, done: true, text: '已批' }),
  convened('AgendaItemPut', { item: 2, topic: '资金' }),
  convened('ItemReturned', { item: 2, by: council }),
  convened('ItemSettled', { item: 2, because: 'decided elsewhere' }),
  delivered('EscalationReached', { ...about('2019-06'), step: nextStep, months: ['2019-06'] }),
  delivered('MeasureTaken', { ...about('2019-06'), measure: 'listed supervision', record: '挂牌', on: '2019-07-02' }),
  delivered('Delisted', { department: works, reason: '已整改' }),
  {
    type: 'OrderIssued',
    data: { ...about('2019-06'), order: 1, level: 'yellow', reason: '亮红灯', dueOn: '2019-07-15' },
    by: { role: 'policy' },
  },
  delivered('OrderReceived', { order: 1, department: works, on: '2019-07-03' }),
  byTimer('OrderOverdue', { order: 1, department: works, dueOn: '2019-07-15' }),
  byTimer('OrderEscalated', {
    order: 1,
    department: works,
    level: 'red',
    reason: '逾期未答复',
    dueOn: '2019-07-22',
  }),
  { type: 'OrderAnswered', data: { projectId: gardens, order: 1, answer: '已整改', department: works } },
  { type: 'OrderClosed', data: { projectId: gardens, order: 1 } },
  closed(
    { period: '2019-07', colour: 'red', why: 'no verified report', missing: [works] },
    { forced: { reason: '月度通报提前', over: ['month not over'] } },
  ),
  {
    type: 'OrderIssued',
    data: { ...about('2019-07'), order: 2, level: 'yellow', reason: '亮红灯', dueOn: '2019-07-29' },
    by: { role: 'policy' },
  },
  delivered('MonthReopened', { period: '2019-07', reason: '月未终了误关账' }),
  delivered('LightWithdrawn', { period: '2019-07', reason: '月未终了误关账' }),
  delivered('OrderWithdrawn', { order: 2, department: works, reason: '月未终了误关账' }),
];
