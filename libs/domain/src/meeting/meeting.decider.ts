import {
  regionOf,
  type DepartmentName,
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
  readonly decision?: { readonly owner: DepartmentName; readonly dueOn: string };
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
  | 'ISSUE_OF_ANOTHER_REGION'
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

const assertNewIssue = (
  { agenda }: ConvenedMeeting,
  meetingId: MeetingId,
  { projectId, issue }: NonNullable<AgendaItem['issue']>,
): void => {
  if (regionOf(projectId) !== regionOf(meetingId)) refuse('ISSUE_OF_ANOTHER_REGION', { projectId });
  if (agenda.some((agendaItem) => agendaItem.issue?.projectId === projectId && agendaItem.issue.issue === issue))
    refuse('ISSUE_ON_AGENDA', { projectId, issue });
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
      if (command.data.issue) assertNewIssue(meeting, meetingId, command.data.issue);
      return [{ type: 'AgendaItemPut', data: { meetingId, item: meeting.agenda.length + 1, ...command.data } }];
    }
    case 'RecordDecision': {
      inSession(meeting, today);
      const { item, dueOn } = command.data;
      const { issue, decision } = itemOf(meeting, item);
      if (decision) return refuse('AGENDA_ITEM_DECIDED', { item });
      if (dueOn < meeting.heldOn) return refuse('DUE_BEFORE_THE_MEETING', { dueOn, heldOn: meeting.heldOn });
      return [
        {
          type: 'DecisionRecorded',
          data: { meetingId, ...command.data, meeting: meeting.title, ...(issue && { issue }) },
        },
      ];
    }
    // What was not decided goes on the agenda of another meeting.
    case 'AdjournMeeting': {
      inSession(meeting, today);
      return [{ type: 'MeetingAdjourned', data: { meetingId, ...command.data } }];
    }
    case 'FollowUpDecision': {
      if (!itemOf(meeting, command.data.item).decision)
        return refuse('AGENDA_ITEM_NOT_DECIDED', { item: command.data.item });
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
      return { ...meeting, agenda: [...meeting.agenda, { topic: event.data.topic, issue: event.data.issue }] };
    case 'DecisionRecorded':
      return withItem(meeting, event.data.item, { decision: { owner: event.data.owner, dueOn: event.data.dueOn } });
    case 'MeetingAdjourned':
      return { ...meeting, status: 'adjourned' };
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
