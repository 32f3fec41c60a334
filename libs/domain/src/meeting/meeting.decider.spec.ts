import {
  DepartmentName,
  eventsByCategory,
  MeetingId,
  ProjectId,
  type MeetingCommand,
  type MeetingEvent,
} from '@minsheng/contracts';
import { commission, housing, listId, project, transport } from '../testing/fixtures';
import { aggregate } from '../testing/aggregate';
import { specificationOf } from '../testing/specification';
import type { Refusal } from '../decider';
import { assertTakesItems, meetingDecider, type Meeting } from './meeting.decider';

const meetingId = MeetingId.parse(`${listId}-m000000003`);
const defaults = { id: meetingId, by: commission, today: '2019-05-20' };
const { given } = specificationOf(meetingDecider, defaults);
const resources = DepartmentName.parse('市自然资源局');
const issue = { projectId: project(7), issue: 1 };

const convene: MeetingCommand = {
  type: 'ConveneMeeting',
  data: { title: '联席会议第3次会议', heldOn: '2019-05-20', chair: '分管副市长', members: [housing, transport] },
};
const put = (topic: string, about?: typeof issue): MeetingCommand => ({
  type: 'PutOnAgenda',
  data: { topic, ...(about && { issue: about }) },
});
const decide = (item: number, dueOn = '2019-05-31'): MeetingCommand => ({
  type: 'RecordDecision',
  data: { item, decision: '由市自然资源局调剂。', owner: resources, dueOn },
});
const adjourn: MeetingCommand = { type: 'AdjournMeeting', data: { minutesNo: '联席〔2019〕3号' } };
const followUp = (item: number, done = true): MeetingCommand => ({
  type: 'FollowUpDecision',
  data: { item, done, text: '用地已调剂。' },
});

const convened: MeetingEvent = {
  type: 'MeetingConvened',
  data: {
    meetingId,
    title: '联席会议第3次会议',
    heldOn: '2019-05-20',
    chair: '分管副市长',
    members: [housing, transport],
  },
};
const itemPut = (item: number, topic: string, about?: typeof issue): MeetingEvent => ({
  type: 'AgendaItemPut',
  data: { meetingId, item, topic, ...(about && { issue: about }) },
});
const decided = (item: number, about?: typeof issue): MeetingEvent => ({
  type: 'DecisionRecorded',
  data: {
    meetingId,
    item,
    decision: '由市自然资源局调剂。',
    owner: resources,
    dueOn: '2019-05-31',
    meeting: '联席会议第3次会议',
    ...(about && { issue: about }),
  },
});
const adjourned: MeetingEvent = { type: 'MeetingAdjourned', data: { meetingId, minutesNo: '联席〔2019〕3号' } };
const followedUp = (item: number, done = true): MeetingEvent => ({
  type: 'DecisionFollowedUp',
  data: { meetingId, item, done, text: '用地已调剂。' },
});

describe('a session of the joint conference', () => {
  it('is convened once, before anything is asked of it', () => {
    given().when(convene).then(convened);
    given(convened).when(convene).thenRefused('MEETING_ALREADY_CONVENED');
    given().when(put('用地')).thenRefused('MEETING_UNKNOWN');
  });
  it('numbers its agenda, of matters and of issues', () => {
    given(convened).when(put('全年进度')).then(itemPut(1, '全年进度'));
    given(convened, itemPut(1, '全年进度'))
      .when(put('用地', issue))
      .then(itemPut(2, '用地', issue));
  });
  it('puts an issue on its agenda once, of whichever year', () => {
    given(convened, itemPut(1, '用地', issue))
      .when(put('用地', issue))
      .thenRefused('ISSUE_ON_AGENDA');
    given(convened, itemPut(1, '用地', issue))
      .when(put('用地', { ...issue, issue: 2 }))
      .then(itemPut(2, '用地', { ...issue, issue: 2 }));
    given(convened)
      .when(put('上年结转', { projectId: ProjectId.parse('511400-2018-p000000007'), issue: 1 }))
      .thenMatches({ type: 'AgendaItemPut' });
  });
  it('draws up its agenda before its day and decides on it, not before', () => {
    given(convened).when(put('用地'), { today: '2019-05-10' }).thenMatches({ type: 'AgendaItemPut' });
    given(convened, itemPut(1, '用地')).when(decide(1), { today: '2019-05-19' }).thenRefused('MEETING_NOT_HELD_YET');
    given(convened).when(adjourn, { today: '2019-05-19' }).thenRefused('MEETING_NOT_HELD_YET');
  });
});

describe('a decision', () => {
  const agenda = [convened, itemPut(1, '全年进度'), itemPut(2, '用地', issue)];
  it('names its owner and day, and carries what its project has to hear', () => {
    given(...agenda)
      .when(decide(1))
      .then(decided(1));
    given(...agenda)
      .when(decide(2))
      .then(decided(2, issue));
  });
  it('is on an item of the agenda, and each item is decided once', () => {
    given(...agenda)
      .when(decide(3))
      .thenRefused('AGENDA_ITEM_UNKNOWN');
    given(...agenda, decided(2, issue))
      .when(decide(2))
      .thenRefused('AGENDA_ITEM_DECIDED');
  });
  it('is not due before the meeting', () =>
    given(...agenda)
      .when(decide(1, '2019-05-19'))
      .thenRefused('DUE_BEFORE_THE_MEETING'));
  it('is followed up, more than once', () => {
    given(...agenda, decided(1))
      .when(followUp(1))
      .then(followedUp(1));
    given(...agenda, decided(1), followedUp(1))
      .when(followUp(1, false))
      .then(followedUp(1, false));
    given(...agenda)
      .when(followUp(1))
      .thenRefused('AGENDA_ITEM_NOT_DECIDED');
    given(...agenda)
      .when(followUp(3))
      .thenRefused('AGENDA_ITEM_UNKNOWN');
  });
});

describe('once its minutes are out', () => {
  const past = [convened, itemPut(1, '用地'), itemPut(2, '全年进度'), decided(1), adjourned];
  it.each<[string, MeetingCommand]>([
    ['put on its agenda', put('资金')],
    ['decided', decide(2)],
    ['adjourned again', adjourn],
  ])('nothing is %s', (_, command) =>
    given(...past)
      .when(command)
      .thenRefused('MEETING_ADJOURNED'),
  );
  it('what was decided is followed up', () =>
    given(...past)
      .when(followUp(1))
      .then(followedUp(1)));
});

describe('what a meeting leaves open', () => {
  const next = MeetingId.parse(`${listId}-m000000004`);
  const agenda = [convened, itemPut(1, '用地', issue), itemPut(2, '全年进度'), itemPut(3, '资金'), decided(2)];
  const adjournTo = (over: object): MeetingCommand => ({ ...adjourn, data: { minutesNo: '联席〔2019〕3号', ...over } });
  const carry: MeetingCommand = {
    type: 'CarryItem',
    data: { topic: '用地', issue, from: { meetingId: next, item: 4 } },
  };
  const items = [
    { item: 1, topic: '用地', issue },
    { item: 3, topic: '资金' },
  ];
  it('goes to the next meeting, which its adjournment names', () => {
    given(...agenda)
      .when(adjourn)
      .thenRefused('ITEMS_LEFT_OPEN');
    given(...agenda)
      .when(adjournTo({ next }))
      .then({ type: 'MeetingAdjourned', data: { ...adjourned.data, carried: { to: next, items } } } as MeetingEvent);
  });
  it('or is dropped with a reason, item by item', () => {
    const dropped = [{ item: 3, reason: '已另行办理。' }];
    given(...agenda)
      .when(adjournTo({ dropped }))
      .thenRefused('ITEMS_LEFT_OPEN');
    given(...agenda)
      .when(adjournTo({ next, dropped }))
      .thenMatches({ type: 'MeetingAdjourned', data: { carried: { to: next, items: [items[0]] }, dropped } });
    given(...agenda)
      .when(adjournTo({ next, dropped: [{ item: 2, reason: '已议。' }] }))
      .thenRefused('AGENDA_ITEM_DECIDED');
    given(...agenda)
      .when(adjournTo({ next, dropped: [{ item: 9, reason: '无此项。' }] }))
      .thenRefused('AGENDA_ITEM_UNKNOWN');
  });
  it('goes to another meeting that is not over', () => {
    given(...agenda)
      .when(adjournTo({ next: meetingId }))
      .thenRefused('NEXT_MEETING_UNKNOWN');
    const codeOf = (...events: MeetingEvent[]) => {
      try {
        const meeting = [convened].reduce<Meeting>(meetingDecider.evolve, meetingDecider.initialState);
        return assertTakesItems(events.reduce(meetingDecider.evolve, meetingDecider.initialState), meeting);
      } catch (error) {
        return (error as Refusal).code;
      }
    };
    const held = (heldOn: string): MeetingEvent =>
      ({ ...convened, data: { ...convened.data, heldOn } }) as MeetingEvent;
    expect([codeOf(), codeOf(convened), codeOf(convened, adjourned), codeOf(held('2019-05-19'))]).toEqual([
      'NEXT_MEETING_UNKNOWN',
      undefined,
      'NEXT_MEETING_ADJOURNED',
      'NEXT_MEETING_BEFORE',
    ]);
  });
  it('is put on the next agenda once, with where it comes from', () => {
    const put: MeetingEvent = { type: 'AgendaItemPut', data: { meetingId, item: 1, ...carry.data } } as MeetingEvent;
    given(convened).when(carry).then(put);
    given(convened, put).when(carry).then();
    const matter = { topic: '资金', from: { meetingId: next, item: 5 } };
    given(convened, { type: 'AgendaItemPut', data: { meetingId, item: 1, ...matter } })
      .when({ type: 'CarryItem', data: matter })
      .then();
    given(convened, itemPut(1, '用地', issue))
      .when(carry)
      .then();
  });
});

it('lives through its day from the log', () => {
  const meeting = aggregate(meetingDecider, eventsByCategory.meeting, defaults);
  for (const command of [convene, put('用地', issue), decide(1), adjourn, followUp(1)]) meeting.ask(command);
  expect(meeting.log.map(({ type }) => type)).toEqual([
    'MeetingConvened',
    'AgendaItemPut',
    'DecisionRecorded',
    'MeetingAdjourned',
    'DecisionFollowedUp',
  ]);
  expect(meeting.state()).toMatchObject({
    status: 'adjourned',
    agenda: [{ topic: '用地', issue, decision: { owner: resources, dueOn: '2019-05-31' } }],
  });
});
