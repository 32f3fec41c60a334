import { Module } from '@nestjs/common';
import { takesCommands } from '../http/takes-commands';
import { SiteMapController } from './site-map.controller';
import { sitesHandlers } from './sites.commands';

const handlers = Object.values(sitesHandlers);

@Module({ controllers: [takesCommands('点位 sites', handlers), SiteMapController], providers: handlers })
export class SitesModule {}
