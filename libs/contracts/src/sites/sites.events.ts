import { defineEvent, type EventFrom } from '../define-event';
import { ProjectId } from '../ids';
import * as Commands from './sites.commands';

const of = { projectId: ProjectId };

export const sitesEvents = [
  defineEvent('SitesRegistered', Commands.RegisterSites.schema.extend(of)),
  defineEvent('SitesUpdated', Commands.UpdateSites.schema.extend(of)),
] as const;
export type SitesEvent = EventFrom<(typeof sitesEvents)[number]>;
