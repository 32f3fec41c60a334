import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Accepts } from '../http/accepts';
import { Asked } from '../http/asked';
import * as Commands from './meeting.commands';

@ApiTags('联席会议 joint conference')
@Controller()
export class MeetingController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @Accepts('lists/:listId/meetings', Commands.ConveneMeeting, '召开联席会议', 'commission', 'leader')
  convene(@Asked() command: Commands.ConveneMeeting) { return this.bus.execute(command); }

  @Accepts('meetings/:meetingId/agenda', Commands.PutOnAgenda, '列入议题', 'commission', 'leader')
  putOnAgenda(@Asked() command: Commands.PutOnAgenda) { return this.bus.execute(command); }

  @Accepts('meetings/:meetingId/decisions', Commands.RecordDecision, '议定事项', 'commission', 'leader')
  recordDecision(@Asked() command: Commands.RecordDecision) { return this.bus.execute(command); }

  @Accepts('meetings/:meetingId/adjournment', Commands.AdjournMeeting, '印发纪要、散会', 'commission', 'leader')
  adjourn(@Asked() command: Commands.AdjournMeeting) { return this.bus.execute(command); }

  @Accepts('meetings/:meetingId/follow-ups', Commands.FollowUpDecision, '跟踪落实', 'commission', 'leader')
  followUp(@Asked() command: Commands.FollowUpDecision) { return this.bus.execute(command); }
}
