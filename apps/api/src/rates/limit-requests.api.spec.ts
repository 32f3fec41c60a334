import { gardens, listId, opened, suggesting } from '@minsheng/read-models/testing';
import { citizen, commission, neighbour } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { listOpened, suggestion, suggestions } from '../suggestion/suggestion.fixtures';
import { testedHttp } from '../testing/tested-http';
import { limitsFrom, type Limits } from './limits';

/** An api with these limits, reached through a proxy that names the address of each client. */
const apiWith = (limits: string) =>
  new OpenedApi({ http: { trustedProxies: ['loopback'], limits: { ...testedHttp.limits, ...stated(limits) } } });
const stated = (text: string): Partial<Limits> => {
  const names = text.split(',').map((entry) => entry.split('=')[0]);
  return Object.fromEntries(Object.entries(limitsFrom(text)).filter(([name]) => names.includes(name)));
};
let addresses = 0;
/** A new address for each test, so that none starts with what another used up. */
const fromAddress = (address = `203.0.113.${(addresses += 1)}`) => ({ headers: { 'x-forwarded-for': address } });
const refused = (limit: string) => ({
  status: 429,
  headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
  body: { code: 'TOO_MANY_REQUESTS', facts: { limit, retryAfterSeconds: expect.any(Number) } },
});

describe('an address', () => {
  const api = apiWith('address=3/60');
  it('may ask as often as its limit says, and sees with each answer how far it is', async () => {
    const from = fromAddress();
    const standings = [];
    for (let time = 0; time < 3; time += 1) standings.push((await api.get('/livez', undefined, from)).headers);
    expect(standings.map((headers) => headers['ratelimit'])).toEqual([
      expect.stringMatching(/^"address";r=2;t=\d+$/),
      expect.stringMatching(/^"address";r=1;t=\d+$/),
      expect.stringMatching(/^"address";r=0;t=\d+$/),
    ]);
    expect(standings[0]['ratelimit-policy']).toBe('"address";q=3;w=60');
    const answer = await api.get('/livez', undefined, from);
    expect(answer).toMatchObject(refused('address'));
    expect(answer.headers['ratelimit']).toMatch(/^"address";r=0;t=\d+$/);
    expect(answer.body.messages.zh).toMatch(/请在 \d+ 秒后再试/);
  });
  it('is counted apart from others, and with its whole IPv6 network', async () => {
    for (let host = 1; host <= 3; host += 1) await api.get('/livez', undefined, fromAddress(`2001:db8:1:2::${host}`));
    expect(await api.get('/livez', undefined, fromAddress('2001:db8:1:2::9'))).toMatchObject(refused('address'));
    expect(await api.get('/livez', undefined, fromAddress('2001:db8:1:3::9'))).toMatchObject({ status: 200 });
  });
  it('is also counted at addresses that lead nowhere, and for HEAD', async () => {
    const from = fromAddress();
    for (const path of ['/nothing', '/api/v1/nothing', '/api']) await api.get(path, undefined, from);
    const { statusCode } = await api.app.inject({ method: 'HEAD', url: '/livez', headers: from.headers });
    expect(statusCode).toBe(429);
  });
});

describe('the address that a proxy gives', () => {
  const untrusting = new OpenedApi({ http: { limits: { ...testedHttp.limits, ...stated('address=3/60') } } });
  it('is not believed where no proxy is trusted', async () => {
    for (let time = 0; time < 3; time += 1) await untrusting.get('/livez', undefined, fromAddress());
    expect(await untrusting.get('/livez', undefined, fromAddress())).toMatchObject(refused('address'));
  });
});

describe('a person', () => {
  const api = apiWith('person=3/60,token=6/60');
  it('sends so many commands and no more, from whatever address; questions do not count', async () => {
    await api.given(listOpened);
    for (let time = 0; time < 2; time += 1) await api.get('lists', citizen, fromAddress());
    for (let time = 0; time < 3; time += 1)
      expect((await api.post(suggestions, suggestion, citizen, fromAddress())).status).toBe(201);
    expect(await api.post(suggestions, suggestion, citizen, fromAddress())).toMatchObject(refused('person'));
    expect(await api.events()).toHaveLength(3);
    expect((await api.post(suggestions, suggestion, neighbour, fromAddress())).status).toBe(201);
  });
  it('asks with one token so often and no more', async () => {
    for (let time = 0; time < 6; time += 1) await api.get('lists', commission, fromAddress());
    expect(await api.get('lists', commission, fromAddress())).toMatchObject(refused('token'));
  });
});

describe('what costs most is limited by itself', () => {
  const api = apiWith('suggestions=2/60,ratings=2/60,as-of=2/60,tracking-codes=3/60');
  beforeEach(async () => {
    await api.given(...suggesting);
    await api.shown();
  });
  it('suggestions and ratings by the person', async () => {
    for (const [path, body, limit] of [
      [suggestions, suggestion, 'suggestions'],
      [`projects/${gardens}/ratings`, { level: 5 }, 'ratings'],
    ] as const) {
      for (let time = 0; time < 2; time += 1) expect((await api.post(path, body, citizen)).status).not.toBe(429);
      expect(await api.post(path, body, citizen)).toMatchObject(refused(limit));
      expect((await api.post(path, body, neighbour)).status).not.toBe(429);
    }
  });
  it('reads as of an instant by the person, or by the address of nobody in particular', async () => {
    const [from, asOf] = [fromAddress(), new Date().toISOString()];
    for (const person of [undefined, commission]) {
      for (let time = 0; time < 2; time += 1)
        expect((await api.get(`lists/${listId}?asOf=${asOf}`, person, from)).status).not.toBe(429);
      expect(await api.get(`lists/${listId}?asOf=${asOf}`, person, from)).toMatchObject(refused('as-of'));
      expect((await api.get(`lists/${listId}`, person, from)).status).not.toBe(429);
    }
  });
  it('wrong tracking codes; right ones do not count', async () => {
    const from = fromAddress();
    const tracked = (code: string) => api.get(`suggestions/tracking/${code}`, undefined, from);
    for (let time = 0; time < 5; time += 1) expect((await tracked('ABCDEFGHJK')).status).toBe(200);
    const tries = await Promise.all(Array.from({ length: 20 }, () => tracked('ZZZZZZZZZZ')));
    expect(tries.filter(({ status }) => status === 404)).toHaveLength(3);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(17);
    expect(await tracked('ABCDEFGHJK')).toMatchObject(refused('tracking-codes'));
  });
});

describe('ratings of one person', () => {
  const api = apiWith('ratings=20/60');
  it('stay one under fifty tries at once, of which the limit lets twenty through', async () => {
    await api.given(opened);
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        api.post(`projects/${gardens}/ratings`, { level: (number % 5) + 1 }, citizen, { on: '2019-11-25' }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([...Array(20).fill(201), ...Array(30).fill(429)]);
    const events = await api.events();
    expect(new Set(events.map(({ stream }) => stream)).size).toBe(1);
    expect(events.map(({ type }) => type)).toEqual(['ProjectRated', ...Array(19).fill('RatingChanged')]);
  });
});
