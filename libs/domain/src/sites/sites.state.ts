import type { SitesEvent, SiteState } from '@minsheng/contracts';
import { unreachable } from '../decider';

/** What is remembered of a site: what happened to it last. Its name and place are the read model's. */
export interface KnownSite {
  readonly state: SiteState;
  /** The day it came to be so; absent until it is told. */ readonly on?: string;
}

/**
 * Sites by number, in shelves of so many: an event copies the shelves it touches, not all of 40,000 sites (handbook
 * domain.md 1.6).
 */
const SHELF = 256;
type Shelf = Readonly<Record<number, KnownSite>>;
export interface Sites {
  readonly shelves: Readonly<Record<number, Shelf>>;
  readonly count: number;
}
export const noSites: Sites = { shelves: {}, count: 0 };

const shelfOf = (no: number): number => Math.floor(no / SHELF);
export const siteOf = ({ shelves }: Sites, no: number): KnownSite | undefined => shelves[shelfOf(no)]?.[no];

const withSites = (sites: Sites, changes: readonly { readonly no: number; readonly site: KnownSite }[]): Sites => {
  const touched: Record<number, Record<number, KnownSite>> = {};
  let { count } = sites;
  for (const { no, site } of changes) {
    const shelf = (touched[shelfOf(no)] ??= { ...sites.shelves[shelfOf(no)] });
    if (!shelf[no]) count += 1;
    shelf[no] = site;
  }
  return { shelves: { ...sites.shelves, ...touched }, count };
};

export const evolve = (sites: Sites, event: SitesEvent): Sites => {
  switch (event.type) {
    case 'SitesRegistered':
      return withSites(
        sites,
        event.data.sites.map(({ no }) => ({ no, site: siteOf(sites, no) ?? { state: 'planned' } })),
      );
    case 'SitesUpdated':
      return withSites(
        sites,
        event.data.sites.map(({ no, state, on }) => ({ no, site: { state, on } })),
      );
    default:
      return unreachable(event);
  }
};
