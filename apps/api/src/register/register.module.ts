import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { RegionsController } from './regions.controller';
import { RegisterFunctionalZoneHandler } from './register-functional-zone.handler';
import { registerHandlers } from './register.commands';

@Module({
  controllers: [CalendarController, RegionsController],
  providers: [...Object.values(registerHandlers), RegisterFunctionalZoneHandler],
})
export class RegisterModule {}
