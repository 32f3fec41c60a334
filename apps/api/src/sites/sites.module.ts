import { Module } from '@nestjs/common';
import { SiteMapController } from './site-map.controller';
import { sitesHandlers } from './sites.commands';
import { SitesController } from './sites.controller';

@Module({ controllers: [SitesController, SiteMapController], providers: Object.values(sitesHandlers) })
export class SitesModule {}
