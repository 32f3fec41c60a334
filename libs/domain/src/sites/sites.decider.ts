import type { Actor, Commitment, ProjectId, SitesCommand, SitesEvent } from '@minsheng/contracts';
import { Refusal, unreachable, type Decider } from '../decider';
import { takesPart } from '../indicator/leads';
import { evolve, noSites, siteOf, type Sites } from './sites.state';

export type SitesRefusal =
  'SITE_UNKNOWN' | 'SITE_CHANGED_LATER' | 'SITE_DAY_TO_COME' | 'SITES_OF_ANOTHER_DEPARTMENT' | 'TOO_MANY_SITES';
const refuse = (
  code: SitesRefusal | 'DELIVERY_NOT_STARTED' | 'INDICATOR_UNKNOWN',
  facts?: Record<string, string | number>,
): never => {
  throw new Refusal(code, facts);
};

/** Sites of one project; a list may have more than 40,000 of them (浙江 2019, the whole province). */
const MOST = 100_000;

/**
 * Sites (点位) of a project: a pool that may be larger than the promise (handbook domain.md edge case 11). A site may go
 * back to any state, for works stop and start; but what is told of it never lies before what was told last.
 */
export const sitesDecider: Decider<ProjectId, Sites, SitesCommand, SitesEvent> = {
  initialState: noSites,
  evolve,
  decide(command, sites, { id: projectId, today }) {
    switch (command.type) {
      case 'RegisterSites': {
        const added = command.data.sites.filter(({ no }) => !siteOf(sites, no)).length;
        if (sites.count + added > MOST) return refuse('TOO_MANY_SITES', { most: MOST });
        return [{ type: 'SitesRegistered', data: { projectId, ...command.data } }];
      }
      case 'UpdateSites':
        for (const { no, on } of command.data.sites) {
          const known = siteOf(sites, no) ?? refuse('SITE_UNKNOWN', { no });
          if (known.on !== undefined && on < known.on) refuse('SITE_CHANGED_LATER', { no, on, last: known.on });
          if (on > today) refuse('SITE_DAY_TO_COME', { no, on, today });
        }
        return [{ type: 'SitesUpdated', data: { projectId, ...command.data } }];
      default:
        return unreachable(command);
    }
  },
};

/** As much of a delivery as its sites need to know. */
export interface DeliveryOfSites {
  readonly status: string;
  readonly commitment?: Commitment;
}

/**
 * Sites belong to a project that is being delivered, and are told by the commission or a department that takes part in
 * it.
 * @throws DELIVERY_NOT_STARTED, SITES_OF_ANOTHER_DEPARTMENT, INDICATOR_UNKNOWN
 */
export const assertSitesBelong = (
  { commitment }: DeliveryOfSites,
  { role, organisation }: Actor,
  { type, data }: SitesCommand,
): void => {
  if (!commitment) return refuse('DELIVERY_NOT_STARTED');
  if (role === 'department' && !takesPart(commitment, organisation)) refuse('SITES_OF_ANOTHER_DEPARTMENT');
  if (type !== 'RegisterSites') return;
  const known = new Set(commitment.indicators.map(({ id }) => id));
  for (const { indicatorId } of data.sites)
    if (indicatorId !== undefined && !known.has(indicatorId)) refuse('INDICATOR_UNKNOWN', { indicatorId });
};
