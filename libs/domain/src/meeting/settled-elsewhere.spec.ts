import { DepartmentName, MeetingId, type MeetingCommand, type MeetingEvent } from '@minsheng/contracts';
import { commission, housing, listId, project } from '../testing/fixtures';
import { specificationOf } from '../testing/specification';
import { meetingDecider } from './meeting.decider';

const meetingId = MeetingId.parse(`${listId}-m000000003`);
const next = MeetingId.parse(`${listId}-m000000004`);
const { given } = specificationOf(meetingDecider, { id: meetingId, by: commission, today: '2019-05-20' });
const owner = DepartmentName.parse('市自然资源局');
const issue = { projectId: project(7), issue: 1 };
const minutesNo = '联席〔2019〕3号';

const convened: MeetingEvent = {
  type: 'MeetingConvened',
  data: { meetingId, title: '联席会议第3次会议', heldOn: '2019-05-20', chair: '分管副市长', members: [housing] },
};
const land: MeetingEvent = { type: 'AgendaItemPut', data: { meetingId, item: 1, topic: '用地', issue } };
const money: MeetingEvent = { type: 'AgendaItemPut', data: { meetingId, item: 2, topic: '资金' } };
const decision = { item: 1, decision: '由市自然资源局调剂。', owner, dueOn: '2019-05-31' };
const decided: MeetingEvent = {
  type: 'DecisionRecorded',
  data: { meetingId, ...decision, meeting: '联席会议第3次会议', issue },
};
const carriedOn: MeetingEvent = {
  type: 'MeetingAdjourned',
  data: {
    meetingId,
    minutesNo,
    carried: {
      to: next,
      items: [
        { item: 1, topic: '用地', issue },
        { item: 2, topic: '资金' },
      ],
    },
  },
};
const decide: MeetingCommand = { type: 'RecordDecision', data: decision };
const adjourn = (to?: MeetingId): MeetingCommand => ({
  type: 'AdjournMeeting',
  data: { minutesNo, ...(to && { next: to }) },
});
const settle: MeetingCommand = { type: 'SettleItem', data: { item: 1, because: 'decided elsewhere' } };
const settled: MeetingEvent = { type: 'ItemSettled', data: { meetingId, item: 1, because: 'decided elsewhere' } };
const returned = (item: number): MeetingEvent => ({ type: 'ItemReturned', data: { meetingId, item, by: next } });

describe('an issue that another meeting has decided', () => {
  it('is settled here, once, whether it was decided here as well or is still open', () => {
    given(convened, land).when(settle).then(settled);
    given(convened, land, decided).when(settle).then(settled);
    given(convened, land, settled).when(settle).then();
  });
  it('is neither decided nor carried on', () => {
    given(convened, land, settled).when(decide).thenRefused('AGENDA_ITEM_DECIDED');
    given(convened, land, settled).when(adjourn()).then({ type: 'MeetingAdjourned', data: { meetingId, minutesNo } });
  });
  it('leaves a decision without effect, which is not followed up', () =>
    given(convened, land, decided, settled)
      .when({ type: 'FollowUpDecision', data: { item: 1, done: true, text: '已办。' } })
      .thenRefused('DECISION_WITHOUT_EFFECT'));
});

describe('an item whose next meeting was over', () => {
  it('is not taken there, which is said', () => {
    const from = { meetingId: next, item: 2 };
    given(convened, { type: 'MeetingAdjourned', data: { meetingId, minutesNo } })
      .when({ type: 'CarryItem', data: { topic: '资金', from } })
      .then({ type: 'ItemNotTaken', data: { meetingId, from } });
  });
  it('comes back to a meeting that is in session again, and goes to another with its second adjournment', () => {
    given(convened, land, money, carriedOn)
      .when({ type: 'ReturnItem', data: { item: 2, by: next } })
      .then(returned(2));
    given(convened, land, money, carriedOn, returned(2)).when(adjourn()).thenRefused('ITEMS_LEFT_OPEN');
    const third = MeetingId.parse(`${listId}-m000000005`);
    given(convened, land, money, carriedOn, returned(2))
      .when(adjourn(third))
      .thenMatches({
        type: 'MeetingAdjourned',
        data: { carried: { to: third, items: [{ item: 2, topic: '资金' }] } },
      });
  });
});

it('nothing is followed up before the day of the meeting', () =>
  given(convened, land, decided)
    .when({ type: 'FollowUpDecision', data: { item: 1, done: true, text: '已办。' } }, { today: '2019-05-19' })
    .thenRefused('MEETING_NOT_HELD_YET'));
