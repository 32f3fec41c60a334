import { gardens, listId, selecting, suggesting, type GivenEvent } from '@minsheng/read-models/testing';
import { auditor, commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const opened = (year: number): GivenEvent => ({
  type: 'AnnualListOpened',
  data: {
    listId: `510100-${year}`,
    regionCode: '510100',
    year,
    regionName: '成都市',
    title: `${year}年`,
    mode: 'government',
    seats: 1,
  },
});

describe('a question', () => {
  it.each([
    ['lists?limit=0', '/limit'],
    ['lists?limit=101', '/limit'],
    ['lists?limit=2.5', '/limit'],
    ['lists?limit=many', '/limit'],
    ['lists?limti=5', '/limti'],
    ['lists?wait-for=', '/wait-for'],
    ['lists?wait-for=soon', '/wait-for'],
    ['lists?wait-for=-1', '/wait-for'],
    ['lists?wait-for=9999999999999999999', '/wait-for'],
    ['lists?wait-for=1&wait-for=2', '/wait-for'],
    [`lists/${listId}?asOf=2019-02-31`, '/asOf'],
    [`lists/${listId}?asOf=2019-06-30T12:00:00`, '/asOf'],
    [`lists/${listId}?asOf=2019-01-01&asOf=2019-01-02`, '/asOf'],
    [`lists/${listId}/board?light=purple`, '/light'],
    [`lists/${listId}/board?status=lost`, '/status'],
    [`lists/${listId}/board?domain=衣食住行`, '/domain'],
    [`lists/${listId}/board?colour=red`, '/colour'],
  ])('that the route does not understand is refused by name: %s', async (path, pointer) => {
    expect(await api.get(path)).toMatchObject({ status: 400, body: { code: 'MALFORMED', errors: [{ pointer }] } });
  });
  it('about the status of suggestions takes the known ones', async () => {
    expect(await api.get(`lists/${listId}/suggestions?status=lost`, commission)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/status' }] },
    });
  });
  it('with a cursor that is none is sent back to the first page', async () =>
    expect(await api.get('lists?cursor=b25l')).toMatchObject({ status: 400, body: { code: 'CURSOR_MALFORMED' } }));
  it('is answered with 50 rows unless told otherwise, and 100 at most', async () => {
    await api.given(...Array.from({ length: 60 }, (_, number) => opened(2001 + number)));
    await api.shown();
    expect((await api.get('lists')).body.items).toHaveLength(50);
    expect((await api.get('lists?limit=100')).body.items).toHaveLength(60);
  });
  it('about an instant may carry its plus sign as people type it', async () => {
    await api.given(...suggesting, ...selecting);
    const inShanghai = new Date(Date.now() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
    expect((await api.get(`projects/${gardens}?asOf=${inShanghai}`, auditor)).body).toMatchObject({
      projectId: gardens,
    });
    expect(
      (await api.get(`/api/v1/projects/${gardens}?asOf=${inShanghai.replace('+', '%2B')}`, auditor)).body,
    ).toMatchObject({ projectId: gardens });
  });
});
