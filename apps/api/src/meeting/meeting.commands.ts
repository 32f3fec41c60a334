import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { meetingRoutes, type MeetingCommand } from '@minsheng/contracts';
import { addressedTo } from '../command-handling/addressed-to';
import { decidesOn } from '../command-handling/decides-on';

const DecidesMeeting = decidesOn('meeting');

/** Addressed to the list; the handler gives the meeting its id. */
export class ConveneMeeting extends addressedTo(meetingRoutes.ConveneMeeting) {}
/** Looks at the project whose issue it is; see `put-on-agenda.handler.ts`. */
export class PutOnAgenda extends addressedTo(meetingRoutes.PutOnAgenda) {}

/** Looks at that project as well; see `record-decision.handler.ts`. */
export class RecordDecision extends addressedTo(meetingRoutes.RecordDecision) {}
/** Looks at the next meeting; see `adjourn-meeting.handler.ts`. */
export class AdjournMeeting extends addressedTo(meetingRoutes.AdjournMeeting) {}

export class FollowUpDecision extends addressedTo(meetingRoutes.FollowUpDecision) {}
@CommandHandler(FollowUpDecision)
export class FollowUpDecisionHandler extends DecidesMeeting {}

/** The rest must each have a handler here, or this does not compile. */
type ElsewhereHandled =
  'ConveneMeeting' | 'PutOnAgenda' | 'CarryItem' | 'ReturnItem' | 'SettleItem' | 'RecordDecision' | 'AdjournMeeting';
export const meetingHandlers = {
  FollowUpDecision: FollowUpDecisionHandler,
} satisfies Record<Exclude<MeetingCommand['type'], ElsewhereHandled>, Type<ICommandHandler>>;
