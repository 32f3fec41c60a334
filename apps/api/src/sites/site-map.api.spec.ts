import { delivering, listId, gardens, proposed } from '@minsheng/read-models/testing';
import { OpenedApi } from '../testing/opened-api';
const api = new OpenedApi();
const untilNow = () => `asOf=${new Date().toISOString()}`;

describe('the sites of a map', () => {
  beforeEach(async () => {
    await api.given(proposed(gardens), ...delivering);
    await api.shown();
  });
  it.each([
    ['', [1, 2]],
    ['?state=under construction', [2]],
    ['?district=东坡区', [1]],
    ['?bbox=103.8,30,103.9,30.1', [1]],
    ['?bbox=100,20,101,21', []],
    ['?limit=1', [1]],
  ])('of a list are found by %s, now and as of now', async (query, expected) => {
    for (const when of ['', `${query ? '&' : '?'}${untilNow()}`]) {
      const { body } = await api.get(`lists/${listId}/sites${query}${when}`);
      expect(body.sites.map(({ no }: { no: number }) => no)).toEqual(expected);
      expect(body.states).toEqual({ planned: 1, 'under construction': 1, built: 0, 'in use': 0, dropped: 0 });
    }
  });
  it('of a project come in pages', async () => {
    const first = (await api.get(`projects/${gardens}/sites?limit=1`)).body;
    expect(first.sites).toEqual([
      {
        projectId: gardens,
        no: 1,
        name: '湖滨口袋公园',
        district: '东坡区',
        indicatorId: 'i1',
        longitude: '103.85',
        latitude: '30.05',
        state: 'planned',
        stateOn: null,
      },
    ]);
    const second = (await api.get(`projects/${gardens}/sites?limit=1&cursor=${first.next}`)).body;
    expect([second.sites[0].no, second.next]).toEqual([2, undefined]);
  });
  it('are refused for a box that is none', async () =>
    expect((await api.get(`lists/${listId}/sites?bbox=1,2,3`)).body.errors).toMatchObject([{ pointer: '/bbox' }]));
});
