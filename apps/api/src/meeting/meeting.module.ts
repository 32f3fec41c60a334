import { Module } from '@nestjs/common';
import { takesCommands } from '../http/takes-commands';
import { AdjournMeetingHandler } from './adjourn-meeting.handler';
import { ConveneMeetingHandler } from './convene-meeting.handler';
import { meetingHandlers } from './meeting.commands';
import { MeetingController } from './meeting.controller';
import { PutOnAgendaHandler } from './put-on-agenda.handler';
import { RecordDecisionHandler } from './record-decision.handler';

const handlers = [
  ...Object.values(meetingHandlers),
  ConveneMeetingHandler,
  PutOnAgendaHandler,
  RecordDecisionHandler,
  AdjournMeetingHandler,
];

@Module({
  controllers: [takesCommands('联席会议 joint conference', handlers), MeetingController],
  providers: handlers,
})
export class MeetingModule {}
