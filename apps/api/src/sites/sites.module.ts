import { Module } from '@nestjs/common';
import { sitesHandlers } from './sites.commands';
import { SitesController } from './sites.controller';

@Module({ controllers: [SitesController], providers: Object.values(sitesHandlers) })
export class SitesModule {}
