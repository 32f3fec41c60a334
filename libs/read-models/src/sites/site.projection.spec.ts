import { delivered, gardens, rowsAfter } from '../testing';
import { sites } from './site.projection';

const registered = (...sites: object[]) => delivered('SitesRegistered', { sites: sites });
const updated = (...sites: object[]) => delivered('SitesUpdated', { sites: sites });
const lake = {
  no: 1,
  name: '湖滨口袋公园',
  district: '东坡区',
  indicatorId: 'i1',
  longitude: '103.85',
  latitude: '30.05',
};
const station = { no: 2, name: '车站口袋公园', district: '彭山区' };

describe('the sites of a project', () => {
  it('have a row each, from one event', async () => {
    expect(await rowsAfter(sites, registered(lake, station))).toEqual([
      {
        siteId: `${gardens} 0000001`,
        projectId: gardens,
        listId: '511400-2019',
        regionCode: '511400',
        ...lake,
        state: 'planned',
        stateOn: null,
        note: null,
      },
      {
        siteId: `${gardens} 0000002`,
        projectId: gardens,
        listId: '511400-2019',
        regionCode: '511400',
        ...station,
        indicatorId: null,
        longitude: null,
        latitude: null,
        state: 'planned',
        stateOn: null,
        note: null,
      },
    ]);
  });
  it('change each by its own part of an event', async () => {
    const [first, second] = await rowsAfter(
      sites,
      registered(lake, station),
      updated(
        { no: 2, state: 'built', on: '2019-08-05' },
        { no: 1, state: 'under construction', on: '2019-08-06', note: '进场' },
      ),
    );
    expect([first, second]).toMatchObject([
      { no: 1, state: 'under construction', stateOn: '2019-08-06', note: '进场' },
      { no: 2, state: 'built', stateOn: '2019-08-05', note: null },
    ]);
  });
  it('keep their state when registered again with another place or name', async () => {
    const [row] = await rowsAfter(
      sites,
      registered(lake),
      updated({ no: 1, state: 'in use', on: '2019-09-01' }),
      registered({ ...lake, name: '湖滨公园' }),
    );
    expect(row).toMatchObject({ name: '湖滨公园', state: 'in use', stateOn: '2019-09-01' });
  });
  it('are not invented by a change of state', async () =>
    expect(await rowsAfter(sites, updated({ no: 7, state: 'built', on: '2019-08-05' }))).toEqual([]));
  it('come by the thousand: forty thousand of a list in twenty events', async () => {
    const events = Array.from({ length: 20 }, (_, part) =>
      registered(...Array.from({ length: 2_000 }, (__, index) => ({ ...station, no: part * 2_000 + index + 1 }))),
    );
    const rows = await rowsAfter(sites, ...events);
    expect([rows.length, rows[39_999].no]).toEqual([40_000, 40_000]);
  });
});
