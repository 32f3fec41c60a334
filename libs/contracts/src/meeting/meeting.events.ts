import { z } from 'zod';
import { defineEvent, type EventFrom } from '../define-event';
import * as First from '../first-shapes/meeting';
import { MeetingId } from '../ids';
import { Title } from '../values';
import * as Commands from './meeting.commands';

const of = { meetingId: MeetingId };
const item = { item: z.number().int().min(1) };

export const meetingEvents = [
  defineEvent('MeetingConvened', Commands.ConveneMeeting.schema.extend(of)),
  /** `from`: the meeting that left it open. */
  defineEvent('AgendaItemPut', Commands.PutOnAgenda.schema.extend({ ...of, ...item })).evolved(
    Commands.CarryItem.schema.partial({ from: true }).extend({ ...of, ...item }),
    (first) => first,
  ),
  /** `issue` and `meeting` as in the agenda: what a policy needs to tell the project. */
  defineEvent(
    'DecisionRecorded',
    Commands.RecordDecision.schema.extend({ ...of, meeting: Title, issue: Commands.PutOnAgenda.schema.shape.issue }),
  ),
  /** Items left open are carried to the next agenda or dropped. */
  defineEvent('MeetingAdjourned', First.MeetingAdjourned).evolved(
    First.MeetingAdjourned.extend({
      carried: z
        .strictObject({ to: MeetingId, items: z.array(Commands.PutOnAgenda.schema.extend(item)).min(1) })
        .optional(),
      dropped: z.array(Commands.Dropped).optional(),
    }),
    (first) => first,
  ),
  /** Adjourned at the same moment, the next meeting has no agenda any more: the item goes back. */
  defineEvent('ItemNotTaken', z.strictObject({ ...of, from: Commands.CarryItem.schema.shape.from })),
  /** With it the meeting is in session again, and its adjournment is recorded once more. */
  defineEvent('ItemReturned', Commands.ReturnItem.schema.extend(of)),
  /** Another meeting decided the issue, or its project has ended: a decision on it has no effect. */
  defineEvent('ItemSettled', Commands.SettleItem.schema.extend(of)),
  defineEvent('DecisionFollowedUp', Commands.FollowUpDecision.schema.extend(of)),
] as const;
export type MeetingEvent = EventFrom<(typeof meetingEvents)[number]>;
