import { Module } from '@nestjs/common';
import { ConveneMeetingHandler } from './convene-meeting.handler';
import { meetingHandlers } from './meeting.commands';
import { MeetingController } from './meeting.controller';
import { PutOnAgendaHandler } from './put-on-agenda.handler';

@Module({
  controllers: [MeetingController],
  providers: [...Object.values(meetingHandlers), ConveneMeetingHandler, PutOnAgendaHandler],
})
export class MeetingModule {}
