import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { RegionsController } from './regions.controller';
import { registerHandlers } from './register.commands';

@Module({ controllers: [CalendarController, RegionsController], providers: Object.values(registerHandlers) })
export class RegisterModule {}
