import { reads, staff, takes } from '../define-route';
import * as Commands from './meeting.commands';

export const meetingRoutes = {
  ConveneMeeting: takes(Commands.ConveneMeeting, 'lists/:listId/meetings', '召开联席会议', ['commission', 'leader']),
  PutOnAgenda: takes(Commands.PutOnAgenda, 'meetings/:meetingId/agenda', '列入议题', ['commission', 'leader']),
  RecordDecision: takes(Commands.RecordDecision, 'meetings/:meetingId/decisions', '议定事项', ['commission', 'leader']),
  AdjournMeeting: takes(Commands.AdjournMeeting, 'meetings/:meetingId/adjournment', '印发纪要、散会', [
    'commission',
    'leader',
  ]),
  FollowUpDecision: takes(Commands.FollowUpDecision, 'meetings/:meetingId/follow-ups', '跟踪落实', [
    'commission',
    'leader',
  ]),
  Meetings: reads('lists/:listId/meetings', staff, '联席会议 Meetings of the joint conference'),
  Meeting: reads(
    'meetings/:meetingId',
    staff,
    '一次联席会议：议程、决定与落实 A meeting: agenda, decisions and their follow-up',
  ),
};
