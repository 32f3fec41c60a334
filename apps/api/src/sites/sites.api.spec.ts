import { gardens, started } from '@minsheng/read-models/testing';
import { citizen, commission, ofHealth, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi({ http: { bodyLimitBytes: 1_048_576 } });
const [sites, states] = ['sites', 'site-states'].map((act) => `projects/${gardens}/${act}`);
const site = (no: number, over: object = {}) => ({
  no,
  name: `口袋公园${no}`,
  district: '东坡区',
  longitude: '103.83',
  latitude: '30.05',
  ...over,
});

describe('sites', () => {
  it('are registered and brought forward by a department that takes part', async () => {
    await api.given(started(gardens));
    expect(await api.post(sites, { sites: [site(1), site(2, { indicatorId: 'i1' })] }, ofWorks)).toMatchObject({
      status: 201,
      body: { id: gardens, streamVersion: 1 },
    });
    expect(
      (await api.post(states, { sites: [{ no: 1, state: 'under construction', on: '2019-03-20' }] }, commission))
        .status,
    ).toBe(201);
    expect((await api.events()).map(({ stream, type }) => [stream, type])).toEqual([
      [`sites-${gardens}`, 'SitesRegistered'],
      [`sites-${gardens}`, 'SitesUpdated'],
    ]);
  });
  it('answer a repeat of the request with the same receipt', async () => {
    await api.given(started(gardens));
    const first = await api.post(sites, { sites: [site(1)] }, ofWorks, { key: 'sites-of-gardens' });
    expect((await api.post(sites, { sites: [site(1)] }, ofWorks, { key: 'sites-of-gardens' })).body).toEqual(
      first.body,
    );
    expect(await api.events()).toHaveLength(1);
  });
  it.each<[string, object, object, number, string]>([
    ['of another department', ofHealth, { sites: [site(1)] }, 403, 'SITES_OF_ANOTHER_DEPARTMENT'],
    ['told by a citizen', citizen, { sites: [site(1)] }, 403, 'ROLE_NOT_ALLOWED'],
    [
      'for an indicator nobody promised',
      ofWorks,
      { sites: [site(1, { indicatorId: 'i9' })] },
      409,
      'INDICATOR_UNKNOWN',
    ],
    ['with a place off the earth', ofWorks, { sites: [site(1, { longitude: '181' })] }, 400, 'MALFORMED'],
    ['named twice', ofWorks, { sites: [site(1), site(1)] }, 400, 'MALFORMED'],
  ])('%s are refused', async (_, person, body, status, code) => {
    await api.given(started(gardens));
    expect(await api.post(sites, body, person as typeof ofWorks)).toMatchObject({ status, body: { code } });
    expect(await api.events()).toEqual([]);
  });
  it('need a project that is delivered, and are known before they change', async () => {
    expect(await api.post(sites, { sites: [site(1)] }, ofWorks)).toMatchObject({
      status: 404,
      body: { code: 'DELIVERY_NOT_STARTED' },
    });
    await api.given(started(gardens));
    expect(await api.post(states, { sites: [{ no: 1, state: 'built', on: '2019-03-20' }] }, ofWorks)).toMatchObject({
      status: 404,
      body: { code: 'SITE_UNKNOWN' },
    });
  });
  it('come two thousand at a time', async () => {
    await api.given(started(gardens));
    const many = (count: number) => ({ sites: Array.from({ length: count }, (_, index) => site(index + 1)) });
    expect((await api.post(sites, many(2_000), ofWorks)).status).toBe(201);
    expect(await api.post(sites, many(2_001), ofWorks)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/sites' }] },
    });
  });
});
