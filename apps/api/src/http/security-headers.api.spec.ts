import { listId } from '@minsheng/read-models/testing';
import { commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const behindTls = new OpenedApi({ http: { trustedProxies: ['loopback'], apiPage: false } });
const OVER_TLS = { headers: { 'x-forwarded-proto': 'https' } };

const onEveryAnswer = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy':
    "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'cache-control': 'no-store',
};

describe('every answer', () => {
  it('of every route forbids caches to keep it, and browsers to run, frame or guess it', async () => {
    const { body } = await api.get('/api/openapi.json');
    const operations = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase() as 'GET' | 'POST' | 'DELETE', path] as const),
    );
    expect(operations.length).toBeGreaterThan(100);
    for (const [method, path] of operations) {
      const { headers } = await api.send(method, path.replaceAll(/[{}]/g, ''), undefined, {});
      expect({ path, headers }).toMatchObject({ path, headers: onEveryAnswer });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });
  it.each([
    ['to an unknown address', '/api/v1/nothing', 404],
    ['to an address that cannot be read', '/api/v1/lists/%E0%A4%A', 404],
    ['to nobody in particular', '/livez', 200],
    ['about public matters', '/api/v1/lists', 200],
  ])('%s has the same headers', async (_what, path, status) => {
    expect(await api.get(path)).toMatchObject({ status, headers: onEveryAnswer });
  });
  it('to a refused body has them, too', async () => {
    const answer = await api.post(`lists/${listId}/opening`, undefined, commission, { payload: '{' });
    expect(answer).toMatchObject({ status: 400, headers: onEveryAnswer });
  });
});

describe('a browser is bound to TLS', () => {
  it('where a trusted proxy says that the request came by it', async () => {
    expect(await behindTls.get('/livez', undefined, OVER_TLS)).toMatchObject({
      headers: { 'strict-transport-security': 'max-age=63072000; includeSubDomains' },
    });
  });
  it('and not where it did not, or where nobody is trusted to say so', async () => {
    for (const { headers } of [await behindTls.get('/livez'), await api.get('/livez', undefined, OVER_TLS)])
      expect(headers).not.toHaveProperty('strict-transport-security');
  });
});

describe('the API page', () => {
  it.each(['/api', '/api/', '/api/index.html'])('at %s runs its own scripts and no others', async (path) => {
    const { status, headers } = await api.get(path);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';" +
        "script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;connect-src 'self'",
    );
  });
  it('forgets tokens', async () => {
    const { body } = await api.get('/api/swagger-ui-init.js');
    expect(body).toContain('customOptions');
    expect(body).not.toContain('persistAuthorization');
  });
  it.each(['/api', '/api/', '/api/openapi.json', '/api/swagger-ui-bundle.js', '/api/swagger-ui-init.js'])(
    'is not there where it is not wanted: %s',
    async (path) => {
      expect(await behindTls.get(path)).toMatchObject({ status: 404, body: { code: 'ROUTE_UNKNOWN' } });
    },
  );
});
