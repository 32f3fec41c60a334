import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MeetingCommands, MeetingId, type MeetingCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { list } from '../command-handling/addresses';
import { decidesOn } from '../command-handling/decides-on';

const meeting = { param: 'meetingId', schema: MeetingId };
const DecidesMeeting = decidesOn('meeting');

/** Addressed to the list; the handler gives the meeting its id. */
export class ConveneMeeting extends addressedTo(list, MeetingCommands.ConveneMeeting) {}
/** Looks at the project whose issue it is; see `put-on-agenda.handler.ts`. */
export class PutOnAgenda extends addressedTo(meeting, MeetingCommands.PutOnAgenda) {}

/** Looks at that project as well; see `record-decision.handler.ts`. */
export class RecordDecision extends addressedTo(meeting, MeetingCommands.RecordDecision) {}
/** Looks at the next meeting; see `adjourn-meeting.handler.ts`. */
export class AdjournMeeting extends addressedTo(meeting, MeetingCommands.AdjournMeeting) {}

export class FollowUpDecision extends addressedTo(meeting, MeetingCommands.FollowUpDecision) {}
@CommandHandler(FollowUpDecision)
export class FollowUpDecisionHandler extends DecidesMeeting {}

/** The rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  'ConveneMeeting' | 'PutOnAgenda' | 'CarryItem' | 'ReturnItem' | 'SettleItem' | 'RecordDecision' | 'AdjournMeeting';
export const meetingHandlers = {
  FollowUpDecision: FollowUpDecisionHandler,
} satisfies Record<Exclude<MeetingCommand['type'], ElsewhereHandled>, Type<ICommandHandler>>;
