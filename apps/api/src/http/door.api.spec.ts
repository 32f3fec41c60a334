import { CommandKeyReused, EventStoreBusy, EventStoreUnavailable, WrongRevision } from '@minsheng/event-store';
import { commitment, gardens, listId, proposed } from '@minsheng/read-models/testing';
import { citizen, commission, elsewhere } from '../testing/issued-tokens';
import { OpenedApi, type Sending } from '../testing/opened-api';

const api = new OpenedApi();
const shelving = `projects/${gardens}/shelving`;
const reason = { reason: '用地未落实' };
const shelve = (sending?: Sending, body: object = reason) => api.post(shelving, body, commission, sending);
const raw = (payload: string, headers?: Record<string, string>) =>
  api.post(shelving, undefined, commission, { payload, headers });

describe('a body', () => {
  beforeEach(() => api.given(proposed(gardens)));
  afterEach(async () => expect(await api.events()).toEqual([])); // whatever was wrong: nothing is stored

  it.each(['{', '{"reason":}', '', '{"reason":"一" "二"}', '{"__proto__":{"reason":"x"}}'])(
    'that is no JSON is named so: %s',
    async (payload) => {
      expect(await raw(payload)).toMatchObject({ status: 400, body: { code: 'MALFORMED_JSON' } });
    },
  );
  it.each(['[]', '"text"', 'null', '12'])('that is no object is not taken: %s', async (payload) => {
    expect(await raw(payload)).toMatchObject({ status: 400, body: { code: 'MALFORMED' } });
  });
  it('with an unknown field is refused by its pointer, at any depth', async () => {
    expect(await shelve({}, { ...reason, raison: 1 })).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED', errors: [{ pointer: '/raison', detail: expect.stringContaining('unknown field') }] },
    });
    const [first] = commitment().indicators;
    expect(
      (
        await api.post(
          `lists/${listId}/candidates`,
          { ...commitment(), indicators: [{ ...first, tagret: '12' }] },
          commission,
        )
      ).body.errors,
    ).toEqual([{ pointer: '/indicators/0/tagret', detail: expect.any(String) }]);
  });
  it('with wrong types names each of them', async () => {
    const { body } = await api.post(
      `lists/${listId}/opening`,
      { regionName: 5, title: '', mode: 'lottery', seats: '3' },
      commission,
    );
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/regionName',
      '/title',
      '/mode',
      '/seats',
    ]);
  });
  it('without a field names the field', async () => {
    expect((await shelve({}, {})).body.errors).toEqual([{ pointer: '/reason', detail: expect.any(String) }]);
  });
  it.each([
    ['text/plain', '{"reason":"x"}'],
    ['application/x-www-form-urlencoded', 'reason=x'],
    ['application/xml', '<reason/>'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('of type %s is not taken', async (type, payload) => {
    expect(await raw(payload, { 'content-type': type })).toMatchObject({
      status: 415,
      body: { code: 'MEDIA_TYPE_NOT_SUPPORTED' },
    });
  });
  it.each(['gardens', '511400-2019-GARDENS001', '511400-2019-gardens0011', '%20'])(
    'to the project %s is refused: that is no id',
    async (id) => {
      expect(
        await api.send(
          'POST',
          `/api/v1/projects/${id}/shelving`,
          commission,
          { 'content-type': 'application/json', 'idempotency-key': 'no-such-id' },
          JSON.stringify(reason),
        ),
      ).toMatchObject({
        status: 400,
        body: { code: 'MALFORMED', errors: [{ pointer: '/projectId', detail: 'list id, dash, ten signs' }] },
      });
    },
  );
});

describe('an address', () => {
  it.each([
    '/nothing',
    '/api/v1/nothing',
    `/api/v1/projects/${gardens}/nothing`,
    '/api/v2/lists',
    '/api/v1/lists/x/y/z',
  ])('%s that leads nowhere says so', async (path) => {
    expect(await api.get(path)).toMatchObject({ status: 404, body: { code: 'ROUTE_UNKNOWN' } });
  });
  it.each(['PUT', 'DELETE'] as const)('takes no %s', async (method) => {
    expect(await api.send(method, `lists/${listId}`, commission, {})).toMatchObject({
      status: 404,
      body: { code: 'ROUTE_UNKNOWN' },
    });
  });
  it('that cannot be read leads nowhere', async () => {
    expect(await api.get('/api/v1/lists/%E0%A4%A')).toMatchObject({ status: 404, body: { code: 'ROUTE_UNKNOWN' } });
  });
});

describe('an Idempotency-Key', () => {
  beforeEach(() => api.given(proposed(gardens)));

  it('is asked for', async () =>
    expect(await shelve({ key: null })).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_MISSING' } }));
  it.each(['short', 'with space in it', '用地未落实用地未落实', 'x'.repeat(121)])('"%s" is malformed', async (key) => {
    expect(await shelve({ key: Buffer.from(key).toString('latin1') })).toMatchObject({
      status: 400,
      body: { code: 'IDEMPOTENCY_KEY_MALFORMED' },
    });
  });
  it('sent again with the same body gives the same receipt, and one event', async () => {
    const first = await shelve({ key: 'shelve-1' });
    const again = await shelve({ key: 'shelve-1' }, { reason: reason.reason });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await api.events()).toHaveLength(1);
  });
  it('sent again with another body, or to another place, is refused', async () => {
    await api.given(proposed('511400-2019-clinics002'));
    await shelve({ key: 'shelve-1' });
    expect(await shelve({ key: 'shelve-1' }, { reason: '别的' })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(
      await api.post('projects/511400-2019-clinics002/shelving', reason, commission, { key: 'shelve-1' }),
    ).toMatchObject({ status: 422 });
    expect(await api.events()).toHaveLength(1);
  });
  it('is free again where its request was refused', async () => {
    expect((await shelve({ key: 'shelve-1', headers: { 'if-match': '"9"' } })).status).toBe(412);
    expect((await shelve({ key: 'shelve-1' })).status).toBe(201);
  });
});

describe('an If-Match', () => {
  beforeEach(() => api.given(proposed(gardens)));

  it('of the version read is taken', async () =>
    expect((await shelve({ headers: { 'if-match': '"1"' } })).status).toBe(201));
  it('of another version is stale, and both are named', async () => {
    expect(await shelve({ headers: { 'if-match': '"7"' } })).toMatchObject({
      status: 412,
      body: { code: 'STALE_VERSION', facts: { expected: 7, actual: 1 } },
    });
    expect(await api.events()).toEqual([]);
  });
  it.each(['1', 'W/"1"', '*', '"one"', '"1", "2"'])('of the form %s is malformed', async (tag) => {
    expect(await shelve({ headers: { 'if-match': tag } })).toMatchObject({
      status: 400,
      body: { code: 'IF_MATCH_MALFORMED' },
    });
  });
});

describe('a request', () => {
  it('to another region is refused', async () => {
    await api.given(proposed(gardens));
    expect(await api.post(shelving, reason, elsewhere)).toMatchObject({
      status: 403,
      body: { code: 'OTHER_REGION', facts: { region: '510100' } },
    });
    expect(await api.events()).toEqual([]);
  });
  it('is answered in Chinese, and in English where that is asked for first', async () => {
    const titled = async (language?: string) =>
      (
        await api.post(shelving, reason, citizen, {
          headers: language === undefined ? {} : { 'accept-language': language },
        })
      ).body.title;
    expect(await titled()).toBe('您的角色（public）不能做这件事，可由 commission 办理');
    expect(await titled('zh-CN,en;q=0.8')).toBe('您的角色（public）不能做这件事，可由 commission 办理');
    expect(await titled('en-GB,zh;q=0.5')).toBe('Your role (public) may not do this; commission may');
  });
  it.each(['2019-02-31', '28.3.2019', '2019-3-1', 'today', '2019-03-28T00:00:00Z'])(
    'with the business date %s is malformed',
    async (on) => {
      await api.given(proposed(gardens));
      expect(await shelve({ on })).toMatchObject({ status: 400, body: { code: 'BUSINESS_DATE_MALFORMED' } });
    },
  );
  it.each([
    ['busy', new EventStoreBusy(3), 503, 'BUSY', '3'],
    ['unavailable', new EventStoreUnavailable('gone'), 503, 'STORE_UNAVAILABLE', '1'],
    ['a lost connection', Object.assign(new Error('x'), { code: '57P01' }), 503, 'STORE_UNAVAILABLE', '1'],
    ['always overtaken', new WrongRevision('candidate-x', 1, 2), 409, 'CONFLICT', undefined],
    ['a reused key', new CommandKeyReused('x'), 422, 'IDEMPOTENCY_KEY_REUSED', undefined],
  ])('to a log that is %s says whether to try again', async (_what, error, status, code, retryAfter) => {
    await api.given(proposed(gardens));
    api.store.append = () => Promise.reject(error);
    const answer = await shelve();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers['retry-after']).toBe(retryAfter);
  });
  it('that meets a bug is told nothing of it but a number, under which it is logged', async () => {
    await api.given(proposed(gardens));
    api.store.append = () => Promise.reject(new Error('password=secret of es.events'));
    const { status, body } = await shelve();
    expect({ status, body }).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL', messages: { zh: '系统出错，已记录，请把编号 instance 告诉管理员' } },
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|es\.events|\.ts:/);
    const entry = api.logged.find((line) => line.includes(body.instance));
    expect(entry).toContain('password=secret of es.events');
    expect(entry).not.toContain((await api.bearer(commission)).slice(7));
  });
});

describe('outside a rehearsal', () => {
  const real = new OpenedApi({ rehearsal: false });
  it('nobody sets the business date, whatever their role', async () => {
    await real.given(proposed(gardens));
    expect(await real.post(shelving, reason, commission, { on: '2019-03-28' })).toMatchObject({
      status: 400,
      body: { code: 'BUSINESS_DATE_NOT_ALLOWED' },
    });
    expect(await real.events()).toEqual([]);
  });
  it('an act bears the day it is in Shanghai', async () => {
    await real.given(proposed(gardens));
    const before = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect((await real.post(shelving, reason, commission, { on: null })).status).toBe(201);
    const after = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect([before, after]).toContain((await real.events())[0].metadata.on);
  });
});
