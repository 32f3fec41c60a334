import { gardens, listId, proposed } from '@minsheng/read-models/testing';
import { citizen, commission, elsewhere, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const shelving = `projects/${gardens}/shelving`;
const nested = (levels: number) => `{"reason":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
const tooLarge = JSON.stringify({ reason: 'x'.repeat(70_000) });
const send = (payload: string, person?: Person, headers = {}) =>
  api.post(shelving, undefined, person, { payload, headers });

describe('before a body is read', () => {
  beforeEach(() => api.given(proposed(gardens)));
  afterEach(async () => expect(await api.events()).toEqual([]));

  it.each([
    ['that is no JSON', '{'],
    ['that is nested deep', nested(9_000)],
    ['that is too large', tooLarge],
  ])('%s, its sender is asked for a token, a role and their region', async (_what, payload) => {
    expect(await send(payload)).toMatchObject({ status: 401, body: { code: 'TOKEN_MISSING' } });
    expect(await send(payload, undefined, { authorization: 'Bearer forged' })).toMatchObject({
      status: 401,
      body: { code: 'TOKEN_INVALID' },
    });
    expect(await send(payload, citizen)).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_ALLOWED' } });
    expect(await send(payload, elsewhere)).toMatchObject({ status: 403, body: { code: 'OTHER_REGION' } });
  });
  it('its size is looked at, and then its depth', async () => {
    expect(await send(`${' '.repeat(70_000)}${nested(100)}`, commission)).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
  });
});

describe('the JSON of a body', () => {
  it('of 18 KB of brackets is not parsed', async () => {
    expect(await send(nested(9_000), commission)).toMatchObject({
      status: 400,
      body: { code: 'JSON_TOO_DEEP', facts: { most: 32 } },
    });
    expect(await send('['.repeat(18_000), commission)).toMatchObject({ status: 400, body: { code: 'JSON_TOO_DEEP' } });
  });
  it('may have 32 levels, and not 33', async () => {
    expect(await send(nested(32), commission)).toMatchObject({ status: 400, body: { code: 'MALFORMED' } });
    expect(await send(nested(33), commission)).toMatchObject({ status: 400, body: { code: 'JSON_TOO_DEEP' } });
  });
  it('is not deep by brackets in its texts', async () => {
    await api.given(proposed(gardens));
    const reason = `${'['.repeat(40)}"${'{'.repeat(40)}`;
    expect(await api.post(shelving, { reason }, commission)).toMatchObject({ status: 201 });
  });
});

describe('an address', () => {
  it.each([
    ['path', 'suggestions/tracking/%00', '/code'],
    ['path', `lists/a%00${listId}`, '/listId'],
    ['query', `lists?cursor=%00`, '/cursor'],
    ['query', `lists?cursor=a&cursor=%00`, '/cursor/1'],
  ])('whose %s has what no database keeps is refused: %s', async (_where, path, pointer) => {
    expect(await api.get(`/api/v1/${path}`)).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED', errors: [{ pointer }] },
    });
  });
});
