import { Module } from '@nestjs/common';
import { RegionsController } from './regions.controller';
import { registerHandlers } from './register.commands';

@Module({ controllers: [RegionsController], providers: Object.values(registerHandlers) })
export class RegisterModule {}
