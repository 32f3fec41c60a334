import { z } from 'zod';
import { defineEvent, type EventFrom } from '../define-event';
import { MeetingId } from '../ids';
import { Title } from '../values';
import * as Commands from './meeting.commands';

const of = { meetingId: MeetingId };
const item = { item: z.number().int().min(1) };

export const meetingEvents = [
  defineEvent('MeetingConvened', Commands.ConveneMeeting.schema.extend(of)),
  defineEvent('AgendaItemPut', Commands.PutOnAgenda.schema.extend({ ...of, ...item })),
  /** `issue` and `meeting` as in the agenda: what a policy needs to tell the project. */
  defineEvent(
    'DecisionRecorded',
    Commands.RecordDecision.schema.extend({ ...of, meeting: Title, issue: Commands.PutOnAgenda.schema.shape.issue }),
  ),
  defineEvent('MeetingAdjourned', Commands.AdjournMeeting.schema.extend(of)),
  defineEvent('DecisionFollowedUp', Commands.FollowUpDecision.schema.extend(of)),
] as const;
export type MeetingEvent = EventFrom<(typeof meetingEvents)[number]>;
