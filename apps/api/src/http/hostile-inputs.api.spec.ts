import { aYear, gardens, lamps, listId } from '@minsheng/read-models/testing';
import { everyPerson, type Person } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { placesIn, sampleOf, withValueAt, type JsonSchema } from '../testing/sample-body';

interface Operation {
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}
interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly person: Person | undefined;
  readonly query: readonly string[];
  readonly sample: unknown;
}

const api = new OpenedApi();
const ids: Readonly<Record<string, string>> = {
  listId,
  projectId: gardens,
  suggestionId: lamps,
  meetingId: '511400-2019-m000000001',
  regionCode: '510171',
  calendarId: 'CN',
  year: '2019',
  period: '2019-03',
  code: 'BCDEFGHJKM',
};
const addressOf = (path: string, changed: Readonly<Record<string, string>> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => changed[name] ?? ids[name]);

/** By the description of the API: a new route joins by itself. */
const routes = async (): Promise<Route[]> => {
  const { body } = await api.get('/api/openapi.json');
  return Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description, parameters = [], requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return {
        method: method.toUpperCase() as Route['method'],
        path,
        person: everyPerson.find(({ role }) => description?.split(', ').includes(role)),
        query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
        sample: schema && sampleOf(schema),
      };
    }),
  );
};

const inAnAddress = [
  '%00',
  'a%00b',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%ED%A0%80',
  '%E0%A4%A',
  '%0d%0aSet-Cookie:%20a=b',
  '__proto__',
  'constructor',
  "'%20or%201=1--",
  '511400-0000',
  '511400-9999-gardens001',
  '0',
  '-1',
  '9999',
  '99999999999999999999',
  '0000-01-01',
  '9999-12-31',
  '9999-12',
  '+275760-09-13T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '%F0%9F%92%A9',
  'x'.repeat(2_000),
];
const inABody: readonly unknown[] = [
  null,
  '',
  '\0',
  'a\0b',
  '\ud800',
  '__proto__',
  'constructor',
  '0000-01-01',
  '9999-12-31',
  '9999-12',
  '0000-01',
  '511400-9999',
  '511400-0000-gardens001',
  'x'.repeat(20_000),
  '-99999999999999999999999999999999999999',
  0,
  -1,
  1e308,
  9_007_199_254_740_991,
  true,
  [],
  {},
  [[[[]]]],
  { constructor: { prototype: { polluted: true } } },
];
const inAHeader = ['', '\xff\xfe', 'x'.repeat(9_000), '0000-01-01', '9999-12-31', '"99999999999"', '%00', '{}'];

/** What was asked and how it was answered, for every answer that is the server's fault. */
const failures: string[] = [];
const send = async (
  { method, person }: Pick<Route, 'method' | 'person'>,
  path: string,
  payload?: string,
  headers: Readonly<Record<string, string>> = {},
) => {
  const answer = await api.send(
    method,
    path,
    person,
    {
      ...(person && { 'business-date': '2019-03-28' }),
      ...(method === 'POST' && {
        'idempotency-key': `hostile-${(sent += 1)}`,
        'content-type': 'application/json',
      }),
      ...headers,
    },
    payload,
  );
  if (answer.status >= 500) failures.push(`${answer.status} ${method} ${path} ${payload ?? ''}`.slice(0, 300));
  return answer;
};
let sent = 0;

beforeEach(async () => {
  failures.length = 0;
  await api.given(...aYear);
  await api.shown();
});

describe('no hostile input is the fault of the server', () => {
  it('in any place of any path', async () => {
    for (const route of await routes())
      for (const [, name] of route.path.matchAll(/\{(\w+)\}/g))
        for (const value of inAnAddress)
          await send(route, addressOf(route.path, { [name]: value }), JSON.stringify(route.sample));
    expect(failures).toEqual([]);
  }, 120_000);
  it('in any query', async () => {
    for (const route of await routes()) {
      const path = addressOf(route.path);
      for (const name of [...route.query, 'unknown', '__proto__', 'a[b]'])
        for (const value of inAnAddress) await send(route, `${path}?${name}=${value}`, JSON.stringify(route.sample));
      for (const name of route.query) await send(route, `${path}?${name}=1&${name}=2`, JSON.stringify(route.sample));
    }
    expect(failures).toEqual([]);
  }, 120_000);
  it('in any place of any body', async () => {
    for (const route of await routes())
      if (route.sample !== undefined)
        for (const place of placesIn(route.sample))
          for (const value of inABody)
            await send(route, addressOf(route.path), JSON.stringify(withValueAt(route.sample, place, value)));
    expect(failures).toEqual([]);
  }, 300_000);
  it('in any header', async () => {
    for (const route of await routes())
      for (const name of ['business-date', 'idempotency-key', 'if-match', 'traceparent', 'accept-language', 'cookie'])
        for (const value of inAHeader)
          await send(route, addressOf(route.path), JSON.stringify(route.sample), { [name]: value });
    expect(failures).toEqual([]);
  }, 120_000);
});
