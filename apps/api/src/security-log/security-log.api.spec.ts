import { gardens, lamps as suggestionId, selecting, started } from '@minsheng/read-models/testing';
import { revokeTokens } from '../identity/revoke-tokens';
import { at, letter } from '../suggestion/suggestion.fixtures';
import { citizen, commission, works, type Person } from '../testing/issued-tokens';
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

  it('per look at the liaison officers of a project', async () => {
    await api.given(started(gardens));
    await api.get(`projects/${gardens}/liaisons`, officer('six'));
    expect(ofType('CONTACT_READ')).toMatchObject([{ person: api.vault.actorTag('six'), subject: gardens }]);
  });

  it('per erasure', async () => {
    await api.send('DELETE', 'my/personal-data', citizen, {});
    expect(ofType('PERSONAL_DATA_ERASED')).toMatchObject([
      { role: 'public', person: api.vault.actorTag(citizen.sub), route: 'DELETE /api/v1/my/personal-data' },
    ]);
  });

  it('per erasure by the commission: of who wrote a letter, and of liaison officers', async () => {
    await api.given(listOpened, started(gardens));
    const { id } = (await api.post('lists/511400-2019/offline-suggestions', letter, commission)).body;
    const officers = { department: works, contact: { name: NAME, phone: PHONE } };
    await api.post(`projects/${gardens}/liaisons`, officers, commission);
    const erasures = [
      await api.post(at(id, 'submitter-erasure'), {}, commission),
      await api.post(`projects/${gardens}/liaison-erasures`, { department: works }, commission),
    ];
    expect(erasures.map(({ status }) => status)).toEqual([201, 201]);
    expect(ofType('PERSONAL_DATA_ERASED')).toEqual(
      [
        { subject: id, route: 'POST /api/v1/suggestions/:suggestionId/submitter-erasure' },
        { subject: gardens, route: 'POST /api/v1/projects/:projectId/liaison-erasures' },
      ].map((line) => ({
        event: 'PERSONAL_DATA_ERASED',
        role: 'commission',
        person: api.vault.actorTag(commission.sub),
        ...line,
      })),
    );
  });

  it("per revocation of tokens: one person's, or everybody's", async () => {
    const issuedUntil = new Date('2020-01-01T00:00:00Z');
    await revokeTokens({ person: { subject: 'seven' }, issuedUntil }, api);
    await revokeTokens({ person: { actor: null }, issuedUntil }, api);
    expect(events()).toEqual([
      { event: 'TOKENS_REVOKED', subject: api.vault.actorTag('seven') },
      { event: 'TOKENS_REVOKED', subject: 'everybody' },
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
    const { id } = (await api.post('lists/511400-2019/offline-suggestions', letter, commission)).body;
    await api.shown();
    api.securityLog.record = () => Promise.reject(new Error('the disk is full'));
    expect((await api.get(path, officer('five'))).status).toBe(500);
    expect((await api.send('DELETE', 'my/personal-data', citizen, {})).status).toBe(500);
    expect((await api.post(at(id, 'submitter-erasure'), {}, commission)).status).toBe(500);
    api.securityLog.record = record;
    expect((await api.get(path, officer('five'))).body.contact).toEqual({ name: NAME, phone: PHONE });
    expect((await api.get(`suggestions/${id}`, officer('five'))).body.contact).toEqual(letter.contact);
  });
});
