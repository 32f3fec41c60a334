import { Module } from '@nestjs/common';
import { AdjournMeetingHandler } from './adjourn-meeting.handler';
import { ConveneMeetingHandler } from './convene-meeting.handler';
import { meetingHandlers } from './meeting.commands';
import { MeetingController } from './meeting.controller';
import { PutOnAgendaHandler } from './put-on-agenda.handler';
import { RecordDecisionHandler } from './record-decision.handler';

@Module({
  controllers: [MeetingController],
  providers: [
    ...Object.values(meetingHandlers),
    ConveneMeetingHandler,
    PutOnAgendaHandler,
    RecordDecisionHandler,
    AdjournMeetingHandler,
  ],
})
export class MeetingModule {}
