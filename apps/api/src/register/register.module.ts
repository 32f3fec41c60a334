import { Module } from '@nestjs/common';
import { takesCommands } from '../http/takes-commands';
import { CalendarController } from './calendar.controller';
import { RegionsController } from './regions.controller';
import { RegisterFunctionalZoneHandler } from './register-functional-zone.handler';
import { registerHandlers } from './register.commands';

const handlers = [...Object.values(registerHandlers), RegisterFunctionalZoneHandler];

@Module({
  controllers: [takesCommands('登记 registers', handlers), CalendarController, RegionsController],
  providers: handlers,
})
export class RegisterModule {}
