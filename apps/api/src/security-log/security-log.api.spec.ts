import { lamps as suggestionId, selecting } from '@minsheng/read-models/testing';
import { citizen, commission, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const events = () => api.securityEvents.map(({ request: _, address: __, ...event }) => event);
const ofType = (type: string) => events().filter(({ event }) => event === type);
const NAME = '欧阳晓测试';
const PHONE = '13800000001';
const [listOpened] = selecting;
/** Of the office, each with a token that the api has not seen. */
const officer = (sub: string): Person => ({ ...commission, sub });
/** A suggestion with a contact; answers its address. */
const suggested = async (): Promise<string> => {
  await api.given(listOpened);
  const words = { title: '公交', content: '转三趟车', contact: { name: NAME, phone: PHONE } };
  const { body } = await api.post('lists/511400-2019/suggestions', words, citizen, { on: '2018-10-12' });
  await api.shown();
  return `suggestions/${body.id}`;
};

describe('the security log has a line', () => {
  it('per refusal: its code, role, pseudonym, the template of the route and the address', async () => {
    const { body } = await api.get(`suggestions/${suggestionId}?asOf=${NAME}`, citizen);
    expect(api.securityEvents.filter(({ event }) => event === 'REFUSED')).toEqual([
      {
        event: 'REFUSED',
        code: 'ROLE_NOT_ALLOWED',
        role: 'public',
        person: api.vault.actorTag(citizen.sub),
        route: 'GET /api/v1/suggestions/:suggestionId',
        address: '127.0.0.1',
        request: body.instance,
      },
    ]);
  });

  it.each([
    ['without a token', () => api.get(`suggestions/${suggestionId}`), 'TOKEN_MISSING'],
    [
      'with a forged token',
      () => api.get(`suggestions/${suggestionId}`, undefined, { headers: { authorization: 'Bearer x' } }),
      'TOKEN_INVALID',
    ],
    ['at no route', () => api.get('nowhere/13800000001'), 'ROUTE_UNKNOWN'],
    ['at an address that cannot be read', () => api.get('/%ff'), 'ROUTE_UNKNOWN'],
    [
      'with a body that is no JSON',
      () => api.post('lists/511400-2019/suggestions', {}, citizen, { payload: '{"title":"欧阳晓测试"' }),
      'MALFORMED_JSON',
    ],
    [
      'with a body of another shape',
      () => api.post('lists/511400-2019/suggestions', { 姓名: '王' }, citizen),
      'MALFORMED',
    ],
  ])('also %s', async (_, ask, code) => {
    await ask();
    expect(ofType('REFUSED')).toMatchObject([{ code: expect.stringContaining(code) }]);
    expect(JSON.stringify(events())).not.toMatch(/13800000001|欧阳|姓名|王/);
  });

  it('per sign-in: the first request with a token, and none for the next', async () => {
    await api.get('lists/511400-2019', officer('one'));
    await api.get('lists/511400-2019', officer('one'));
    expect(ofType('SIGNED_IN')).toEqual([
      {
        event: 'SIGNED_IN',
        role: 'commission',
        person: api.vault.actorTag('one'),
        route: 'GET /api/v1/lists/:listId',
      },
    ]);
  });

  it('per change of a role: the same person with a token for another', async () => {
    await api.get('lists/511400-2019', officer('two'));
    const token = await api.issuer.sign({ ...officer('two'), role: 'auditor' });
    await api.get('lists/511400-2019', undefined, { headers: { authorization: `Bearer ${token}` } });
    expect(ofType('ROLE_CHANGED')).toMatchObject([
      { role: 'auditor', formerRole: 'commission', person: api.vault.actorTag('two') },
    ]);
  });

  it('per read of a contact, and none where the words are read without it', async () => {
    const path = await suggested();
    expect((await api.get(path, { ...officer('three'), role: 'auditor' })).body.contact).toBeUndefined();
    expect(ofType('CONTACT_READ')).toEqual([]);
    expect((await api.get(path, officer('four'))).body.contact).toEqual({ name: NAME, phone: PHONE });
    expect(ofType('CONTACT_READ')).toMatchObject([
      { role: 'commission', person: api.vault.actorTag('four'), subject: path.replace('suggestions/', '') },
    ]);
    expect(JSON.stringify(events())).not.toMatch(/欧阳|13800000001/);
  });

  it('per erasure', async () => {
    await api.send('DELETE', 'my/personal-data', citizen, {});
    expect(ofType('PERSONAL_DATA_ERASED')).toMatchObject([
      { role: 'public', person: api.vault.actorTag(citizen.sub), route: 'DELETE /api/v1/my/personal-data' },
    ]);
  });
});

describe('what cannot be recorded is not done', () => {
  const { record } = api.securityLog;
  afterEach(() => {
    api.securityLog.record = record;
  });

  it('a contact is not shown, and nobody is erased', async () => {
    const path = await suggested();
    api.securityLog.record = () => Promise.reject(new Error('the disk is full'));
    expect((await api.get(path, officer('five'))).status).toBe(500);
    expect((await api.send('DELETE', 'my/personal-data', citizen, {})).status).toBe(500);
    api.securityLog.record = record;
    expect((await api.get(path, officer('five'))).body.contact).toEqual({ name: NAME, phone: PHONE });
  });
});
