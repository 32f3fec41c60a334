import {
  type CommandData,
  type DepartmentName,
  type EventData,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingId,
  type ProjectId,
} from '@minsheng/contracts';
import { Refusal, unreachable, type Decider } from '../decider';

/** An item of the agenda: a matter, or a project's issue. */
export interface AgendaItem {
  readonly topic: string;
  readonly issue?: { readonly projectId: ProjectId; readonly issue: number };
  /** The meeting that left it open, and the item there. */
  readonly from?: { readonly meetingId: MeetingId; readonly item: number };
  readonly decision?: { readonly owner: DepartmentName; readonly dueOn: string };
  /** It waits for nothing here: dropped, on its way to the next meeting, or settled elsewhere. */
  readonly gone: boolean;
  /** Its issue was decided by another meeting, or its project has ended. */
  readonly settledElsewhere: boolean;
}
/** A session of the joint conference (联席会议). */
export interface ConvenedMeeting {
  readonly status: 'convened' | 'adjourned';
  readonly title: string;
  readonly heldOn: string;
  /** Numbered from one, in their order. */
  readonly agenda: readonly AgendaItem[];
}
export type Meeting = { readonly status: 'not convened' } | ConvenedMeeting;

export type MeetingRefusal =
  | 'MEETING_UNKNOWN'
  | 'MEETING_ALREADY_CONVENED'
  | 'MEETING_ADJOURNED'
  | 'MEETING_NOT_HELD_YET'
  | 'AGENDA_ITEM_UNKNOWN'
  | 'AGENDA_ITEM_DECIDED'
  | 'AGENDA_ITEM_NOT_DECIDED'
  | 'ISSUE_ON_AGENDA'
  | 'ITEMS_LEFT_OPEN'
  | 'NEXT_MEETING_UNKNOWN'
  | 'NEXT_MEETING_ADJOURNED'
  | 'NEXT_MEETING_BEFORE'
  | 'DECISION_WITHOUT_EFFECT'
  | 'DUE_BEFORE_THE_MEETING';
const refuse = (code: MeetingRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/**
 * A meeting that has begun and whose minutes are not out: nothing is decided after that. @throws MEETING_ADJOURNED,
 * MEETING_NOT_HELD_YET
 */
const inSession = ({ status, heldOn }: ConvenedMeeting, today: string): void => {
  if (status === 'adjourned') refuse('MEETING_ADJOURNED');
  if (today < heldOn) refuse('MEETING_NOT_HELD_YET', { heldOn });
};
const itemOf = ({ agenda }: ConvenedMeeting, item: number): AgendaItem =>
  agenda[item - 1] ?? refuse('AGENDA_ITEM_UNKNOWN', { item });

type IssueOnAgenda = NonNullable<AgendaItem['issue']>;
const isOnAgenda = ({ agenda }: ConvenedMeeting, { projectId, issue }: IssueOnAgenda): boolean =>
  agenda.some((agendaItem) => agendaItem.issue?.projectId === projectId && agendaItem.issue.issue === issue);
const assertNewIssue = (meeting: ConvenedMeeting, about: IssueOnAgenda): void => {
  if (isOnAgenda(meeting, about)) refuse('ISSUE_ON_AGENDA', { ...about });
};

/**
 * Whether a meeting takes what another leaves open.
 * @throws NEXT_MEETING_UNKNOWN, NEXT_MEETING_ADJOURNED, NEXT_MEETING_BEFORE
 */
export const assertTakesItems = (next: Meeting, meeting: Meeting): void => {
  if (next.status === 'not convened') return refuse('NEXT_MEETING_UNKNOWN');
  if (next.status === 'adjourned') return refuse('NEXT_MEETING_ADJOURNED');
  if (meeting.status !== 'not convened' && next.heldOn < meeting.heldOn)
    refuse('NEXT_MEETING_BEFORE', { next: next.heldOn, heldOn: meeting.heldOn });
};

/**
 * What becomes of the items that are not decided: dropped with a reason, else carried to the next meeting.
 * @throws AGENDA_ITEM_UNKNOWN, AGENDA_ITEM_DECIDED, ITEMS_LEFT_OPEN, NEXT_MEETING_UNKNOWN
 */
const openItemsGo = (
  meeting: ConvenedMeeting,
  meetingId: MeetingId,
  { next, dropped = [] }: Pick<CommandData<'AdjournMeeting'>, 'next' | 'dropped'>,
): Pick<EventData<'MeetingAdjourned'>, 'carried' | 'dropped'> => {
  for (const { item } of dropped) if (itemOf(meeting, item).decision) refuse('AGENDA_ITEM_DECIDED', { item });
  const items = meeting.agenda.flatMap(({ topic, issue, decision, gone }, index) =>
    decision || gone || dropped.some(({ item }) => item === index + 1)
      ? []
      : [{ item: index + 1, topic, ...(issue && { issue }) }],
  );
  if (next === meetingId) refuse('NEXT_MEETING_UNKNOWN');
  if (items.length > 0 && !next) refuse('ITEMS_LEFT_OPEN', { items: items.map(({ item }) => item).join('、') });
  return {
    ...(items.length > 0 && next && { carried: { to: next, items } }),
    ...(dropped.length > 0 && { dropped }),
  };
};

/** What is asked of a meeting that was convened. */
const decideInMeeting = (
  command: Exclude<MeetingCommand, { type: 'ConveneMeeting' }>,
  meeting: ConvenedMeeting,
  meetingId: MeetingId,
  today: string,
): readonly MeetingEvent[] => {
  switch (command.type) {
    // The agenda is drawn up before the day and may grow on it.
    case 'PutOnAgenda': {
      if (meeting.status === 'adjourned') return refuse('MEETING_ADJOURNED');
      if (command.data.issue) assertNewIssue(meeting, command.data.issue);
      return [{ type: 'AgendaItemPut', data: { meetingId, item: meeting.agenda.length + 1, ...command.data } }];
    }
    // A policy repeats itself: what is there already is not put again.
    case 'CarryItem': {
      const { from, issue } = command.data;
      const isThere = meeting.agenda.some(
        (agendaItem) => agendaItem.from?.meetingId === from.meetingId && agendaItem.from.item === from.item,
      );
      if (isThere || (issue && isOnAgenda(meeting, issue))) return [];
      if (meeting.status === 'adjourned') return [{ type: 'ItemNotTaken', data: { meetingId, from } }];
      return [{ type: 'AgendaItemPut', data: { meetingId, item: meeting.agenda.length + 1, ...command.data } }];
    }
    case 'ReturnItem':
      itemOf(meeting, command.data.item);
      return [{ type: 'ItemReturned', data: { meetingId, ...command.data } }];
    case 'SettleItem':
      if (itemOf(meeting, command.data.item).settledElsewhere) return [];
      return [{ type: 'ItemSettled', data: { meetingId, ...command.data } }];
    case 'RecordDecision': {
      inSession(meeting, today);
      const { item, dueOn } = command.data;
      const { issue, decision, gone } = itemOf(meeting, item);
      if (decision || gone) return refuse('AGENDA_ITEM_DECIDED', { item });
      if (dueOn < meeting.heldOn) return refuse('DUE_BEFORE_THE_MEETING', { dueOn, heldOn: meeting.heldOn });
      return [
        {
          type: 'DecisionRecorded',
          data: { meetingId, ...command.data, meeting: meeting.title, ...(issue && { issue }) },
        },
      ];
    }
    case 'AdjournMeeting': {
      inSession(meeting, today);
      const { minutesNo, ...open } = command.data;
      return [{ type: 'MeetingAdjourned', data: { meetingId, minutesNo, ...openItemsGo(meeting, meetingId, open) } }];
    }
    case 'FollowUpDecision': {
      const { item } = command.data;
      const { decision, settledElsewhere } = itemOf(meeting, item);
      if (!decision) return refuse('AGENDA_ITEM_NOT_DECIDED', { item });
      if (settledElsewhere) return refuse('DECISION_WITHOUT_EFFECT', { item });
      if (today < meeting.heldOn) return refuse('MEETING_NOT_HELD_YET', { heldOn: meeting.heldOn });
      return [{ type: 'DecisionFollowedUp', data: { meetingId, ...command.data } }];
    }
    default:
      return unreachable(command);
  }
};

const withItem = (meeting: ConvenedMeeting, number: number, change: Partial<AgendaItem>): ConvenedMeeting => ({
  ...meeting,
  agenda: meeting.agenda.map((agendaItem, index) => (index === number - 1 ? { ...agendaItem, ...change } : agendaItem)),
});

const evolve = (meeting: Meeting, event: MeetingEvent): Meeting => {
  if (event.type === 'MeetingConvened')
    return { status: 'convened', title: event.data.title, heldOn: event.data.heldOn, agenda: [] };
  if (meeting.status === 'not convened') return meeting;
  switch (event.type) {
    case 'AgendaItemPut':
      return {
        ...meeting,
        agenda: [
          ...meeting.agenda,
          {
            topic: event.data.topic,
            issue: event.data.issue,
            from: event.data.from,
            gone: false,
            settledElsewhere: false,
          },
        ],
      };
    case 'DecisionRecorded':
      return withItem(meeting, event.data.item, { decision: { owner: event.data.owner, dueOn: event.data.dueOn } });
    case 'MeetingAdjourned':
      return {
        ...meeting,
        status: 'adjourned',
        agenda: meeting.agenda.map((agendaItem) => ({ ...agendaItem, gone: !agendaItem.decision })),
      };
    case 'ItemReturned':
      return { ...withItem(meeting, event.data.item, { gone: false }), status: 'convened' };
    case 'ItemSettled':
      return withItem(meeting, event.data.item, { gone: true, settledElsewhere: true });
    case 'ItemNotTaken':
      return meeting; // the other meeting's matter
    case 'DecisionFollowedUp':
      return meeting;
    default:
      return unreachable(event);
  }
};

/**
 * The joint conference (开州区联席会议2019): takes blocking issues, decides who does what by when, and follows its decisions
 * up.
 */
export const meetingDecider: Decider<MeetingId, Meeting, MeetingCommand, MeetingEvent> = {
  initialState: { status: 'not convened' },
  evolve,
  decide(command, meeting, { id: meetingId, today }) {
    if (command.type === 'ConveneMeeting') {
      if (meeting.status !== 'not convened') return refuse('MEETING_ALREADY_CONVENED');
      return [{ type: 'MeetingConvened', data: { meetingId, ...command.data } }];
    }
    if (meeting.status === 'not convened') return refuse('MEETING_UNKNOWN');
    return decideInMeeting(command, meeting, meetingId, today);
  },
};
