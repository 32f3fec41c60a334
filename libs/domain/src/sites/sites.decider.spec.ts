import { eventsByCategory, SitesCommands, type SitesCommand, type SitesEvent } from '@minsheng/contracts';
import { Refusal } from '../decider';
import {
  calendar,
  commission,
  commitment,
  dongpo,
  housingOfficer,
  project,
  transportOfficer,
} from '../testing/fixtures';
import { aggregate } from '../testing/aggregate';
import { specificationOf } from '../testing/specification';
import { assertSitesBelong, sitesDecider } from './sites.decider';
import { evolve, noSites, siteOf } from './sites.state';

const projectId = project(7);
const defaults = { id: projectId, by: housingOfficer, today: '2019-06-28', calendar };
const { given } = specificationOf(sitesDecider, defaults);
const register = (...sites: object[]) =>
  ({
    type: 'RegisterSites',
    data: SitesCommands.RegisterSites.schema.parse({
      sites: sites.map((site) => ({ name: '梅湾村公厕', district: dongpo, ...site })),
    }),
  }) as SitesCommand;
const update = (...sites: object[]) =>
  ({ type: 'UpdateSites', data: SitesCommands.UpdateSites.schema.parse({ sites }) }) as SitesCommand;
const registered = (...sites: object[]) =>
  ({ type: 'SitesRegistered', data: { projectId, ...register(...sites).data } }) as SitesEvent;
const updated = (...sites: object[]) =>
  ({ type: 'SitesUpdated', data: { projectId, ...update(...sites).data } }) as SitesEvent;

describe('sites', () => {
  it('are registered by number, with place and name', () =>
    given()
      .when(register({ no: 1, longitude: '103.83', latitude: '30.05' }, { no: 2 }))
      .then(registered({ no: 1, longitude: '103.83', latitude: '30.05' }, { no: 2 })));
  it('may be more than were promised', () =>
    given(registered({ no: 1 }))
      .when(register({ no: 700 }))
      .thenMatches({ type: 'SitesRegistered' }));
  it('are told anew without losing their state', () => {
    const sites = [
      registered({ no: 1 }),
      updated({ no: 1, state: 'built', on: '2019-05-06' }),
      registered({ no: 1, name: '梅湾村公厕(改名)' }),
    ].reduce(evolve, noSites);
    expect(siteOf(sites, 1)).toEqual({ state: 'built', on: '2019-05-06' });
    expect(sites.count).toBe(1);
  });
  it('go from any state to any other: works stop, and a site is dropped', () =>
    given(registered({ no: 1 }), updated({ no: 1, state: 'in use', on: '2019-05-06' }))
      .when(update({ no: 1, state: 'under construction', on: '2019-05-06' }))
      .thenMatches({ type: 'SitesUpdated' }));
  it('change only where they are known', () =>
    given(registered({ no: 1 }))
      .when(update({ no: 1, state: 'built', on: '2019-05-06' }, { no: 2, state: 'built', on: '2019-05-06' }))
      .thenRefused('SITE_UNKNOWN'));
  it('never change before what was told last, nor on a day to come', () => {
    const built = [registered({ no: 1 }), updated({ no: 1, state: 'built', on: '2019-05-06' })];
    given(...built)
      .when(update({ no: 1, state: 'in use', on: '2019-05-05' }))
      .thenRefused('SITE_CHANGED_LATER');
    given(...built)
      .when(update({ no: 1, state: 'in use', on: '2019-06-29' }))
      .thenRefused('SITE_DAY_TO_COME');
  });
  it('are a hundred thousand at most', () => {
    const full = { ...noSites, count: 100_000 };
    expect(() => sitesDecider.decide(register({ no: 1 }), full, defaults)).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_SITES' }),
    );
    expect(sitesDecider.decide(register({ no: 1 }), { ...full, count: 99_999 }, defaults)).toHaveLength(1);
  });
  it('that are registered twice count once', () =>
    expect([registered({ no: 1 }), registered({ no: 1 })].reduce(evolve, noSites).count).toBe(1));
  it('of forty thousand keep what is known of each, in seconds', () => {
    const stream = aggregate(sitesDecider, eventsByCategory.sites, defaults);
    const numbers = Array.from({ length: 40_000 }, (_, index) => index + 1);
    for (let from = 0; from < numbers.length; from += 2_000)
      stream.ask(register(...numbers.slice(from, from + 2_000).map((no) => ({ no }))));
    for (let round = 0; round < 50; round += 1)
      stream.ask(update({ no: 20_000 + round, state: 'built', on: '2019-05-06' }));
    expect(stream.state().count).toBe(40_000);
    expect([20_000, 20_049, 20_050].map((no) => siteOf(stream.state(), no)?.state)).toEqual([
      'built',
      'built',
      'planned',
    ]);
  }, 20_000);
  it('that were known stay as they were in a picture of before', () => {
    const before = [registered({ no: 1 })].reduce(evolve, noSites);
    evolve(before, updated({ no: 1, state: 'built', on: '2019-05-06' }));
    expect(siteOf(before, 1)).toEqual({ state: 'planned' });
  });
});

describe('whoever tells sites', () => {
  const delivery = { status: 'under way', commitment: commitment() };
  const refused = (...args: Parameters<typeof assertSitesBelong>) => {
    try {
      assertSitesBelong(...args);
      return undefined;
    } catch (error) {
      return (error as Refusal).code;
    }
  };
  it('is the commission, a lead or a co-department', () => {
    expect(refused(delivery, commission, register({ no: 1 }))).toBeUndefined();
    expect(refused(delivery, housingOfficer, register({ no: 1 }))).toBeUndefined();
    expect(refused(delivery, transportOfficer, register({ no: 1 }))).toBe('SITES_OF_ANOTHER_DEPARTMENT');
    expect(
      refused(
        { ...delivery, commitment: { ...delivery.commitment, coDepartments: [transportOfficer.organisation!] } },
        transportOfficer,
        register({ no: 1 }),
      ),
    ).toBeUndefined();
  });
  it('speaks of a project under way, and of its indicators', () => {
    expect(refused({ status: 'not started' }, commission, register({ no: 1 }))).toBe('DELIVERY_NOT_STARTED');
    expect(refused(delivery, commission, register({ no: 1, indicatorId: 'i9' }))).toBe('INDICATOR_UNKNOWN');
    expect(refused(delivery, commission, register({ no: 1, indicatorId: 'i1' }))).toBeUndefined();
  });
});
