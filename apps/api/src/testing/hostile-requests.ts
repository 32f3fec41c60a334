import { gardens, lamps, listId } from '@minsheng/read-models/testing';
import { everyPerson, type Person } from './issued-tokens';
import type { OpenedApi } from './opened-api';
import { placesIn, sampleOf, valueAt, withValueAt, type JsonSchema } from './sample-body';

interface Operation {
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}
/** A route as the description of the API has it, with a body that fits. */
export interface DescribedRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly person: Person | undefined;
  readonly query: readonly string[];
  readonly sample: unknown;
}

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
const bodyOf = ({ sample }: DescribedRoute) => (sample === undefined ? undefined : JSON.stringify(sample));
const addressOf = (path: string, changed: Readonly<Record<string, string>> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => changed[name] ?? ids[name]);

/** Every route of the API: a new one joins by itself. */
export const describedRoutes = async (api: OpenedApi): Promise<DescribedRoute[]> => {
  const { body } = await api.get('/api/openapi.json');
  return Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description, parameters = [], requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return {
        method: method.toUpperCase() as DescribedRoute['method'],
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
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%E0%A4%A',
  '%0d%0aSet-Cookie:%20a=b',
  '__proto__',
  "'%20or%201=1--",
  '511400-0000',
  '511400-9999-gardens001',
  '0',
  '9999',
  '99999999999999999999',
  '0000-01-01',
  '9999-12-31',
  '0000-01',
  '9999-12',
  '%2B275760-09-13T00:00:00Z',
  'x'.repeat(2_000),
];
const inAText = [
  '',
  'a\0b',
  '\ud800',
  '__proto__',
  '0000-01-01',
  '9999-12-31',
  '0000-01',
  '9999-12',
  '511400-9999-gardens001',
  '9'.repeat(400),
  'x'.repeat(20_000),
];
const inANumber = [-1, 0, 9_007_199_254_740_991, 1e308];
const ofAnotherType: readonly unknown[] = [null, [], {}, [[[[]]]], { constructor: { prototype: { polluted: true } } }];
/** What is put in the place of a value: hostile values of its own type, and values of others. */
const inPlaceOf = (value: unknown): readonly unknown[] => [
  ...(typeof value === 'string' ? inAText : typeof value === 'number' ? inANumber : ['text']),
  ...ofAnotherType,
];
const inAHeader = ['\xff\xfe', '0000-01-01', '9999-12-31', '"99999999999"', '%00', 'x'.repeat(9_000)];

/** Nobody runs the projector here, so that a score waits for its ratings to be counted: no fault, and `Retry-After`. */
const WAITS_FOR_THE_PROJECTOR = 'NOT_YET_COUNTED';
let sent = 0;
/** Sends, and says what was sent if it is answered as the server's fault. */
const faultOf = async (
  api: OpenedApi,
  { method, person }: Pick<DescribedRoute, 'method' | 'person'>,
  path: string,
  payload?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string[]> => {
  const { status, body } = await api.send(
    method,
    path,
    person,
    {
      'business-date': '2019-03-28',
      'idempotency-key': `hostile-${(sent += 1)}`,
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    payload,
  );
  return status >= 500 && body.code !== WAITS_FOR_THE_PROJECTOR
    ? [`${status} ${method} ${path} ${payload ?? ''}`.slice(0, 300)]
    : [];
};

/** Every hostile value in every place of the path. */
export const faultsByPath = async (api: OpenedApi, route: DescribedRoute): Promise<string[]> => {
  const faults: string[] = [];
  for (const [, name] of route.path.matchAll(/\{(\w+)\}/g))
    for (const value of inAnAddress)
      faults.push(...(await faultOf(api, route, addressOf(route.path, { [name]: value }), bodyOf(route))));
  return faults;
};

/** Every hostile value as each parameter of the query, twice the same, and queries that are none. */
export const faultsByQuery = async (api: OpenedApi, route: DescribedRoute): Promise<string[]> => {
  // a read that waits for a position to come waits two seconds: on one route is enough
  const names = route.query.filter((name) => name !== 'wait-for' || route.path.endsWith('/lists'));
  const queries = [
    ...names.flatMap((name) => [...inAnAddress, `1&${name}=2`].map((value) => `?${name}=${value}`)),
    ...['?', '?%00', '?__proto__=1', '?a[b]=1', '?=&&=', `?${'a=1&'.repeat(500)}`],
  ];
  const faults: string[] = [];
  for (const query of queries)
    faults.push(...(await faultOf(api, route, `${addressOf(route.path)}${query}`, bodyOf(route))));
  return faults;
};

/** Hostile values in every place of the body, one at a time. */
export const faultsByBody = async (api: OpenedApi, route: DescribedRoute): Promise<string[]> => {
  const faults: string[] = [];
  for (const place of route.sample === undefined ? [] : placesIn(route.sample))
    for (const value of inPlaceOf(valueAt(route.sample, place))) {
      const body = JSON.stringify(withValueAt(route.sample, place, value));
      faults.push(...(await faultOf(api, route, addressOf(route.path), body)));
    }
  return faults;
};

/** Every hostile value as each header that the API reads. */
export const faultsByHeader = async (api: OpenedApi, route: DescribedRoute): Promise<string[]> => {
  const faults: string[] = [];
  for (const name of ['business-date', 'idempotency-key', 'if-match', 'traceparent', 'accept-language', 'cookie'])
    for (const value of inAHeader)
      faults.push(...(await faultOf(api, route, addressOf(route.path), bodyOf(route), { [name]: value })));
  return faults;
};
