import { POLICIES, projections } from '@minsheng/read-models';
import { citizen, commission, operator } from './testing/issued-tokens';
import { OpenedApi } from './testing/opened-api';

interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: object;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
}
type Document = {
  readonly openapi: string;
  readonly info: object;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
};

const api = new OpenedApi();
const subscribers = [...projections.map(({ name }) => name), POLICIES];
let document: Document;
beforeAll(async () => {
  document = (await api.get('/api/openapi.json')).body;
});
const operations = (method?: string) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([name]) => method === undefined || name === method)
      .map(([name, operation]) => ({ path, name, operation })),
  );
const without = (test: (entry: ReturnType<typeof operations>[number]) => boolean, all = operations()) =>
  all.filter((entry) => !test(entry)).map(({ name, path }) => `${name} ${path}`);

describe('the description of the API', () => {
  it('is OpenAPI 3.1', () =>
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: '民生实事台账 Minsheng Ledger', version: '1' },
    }));
  it('says of every command what to send', () => {
    expect(operations('post')).not.toEqual([]);
    expect(
      without(
        ({ operation }) => operation.requestBody?.content['application/json']?.schema.type === 'object',
        operations('post'),
      ),
    ).toEqual([]);
    expect(
      without(
        ({ operation }) => operation.requestBody?.content['application/json']?.schema.additionalProperties === false,
        operations('post'),
      ),
    ).toEqual([]);
  });
  it('asks with every command for an Idempotency-Key, and takes an If-Match', () => {
    const header =
      (name: string, required: boolean) =>
      ({ operation }: { operation: Operation }) =>
        operation.parameters?.some(
          (parameter) => parameter.in === 'header' && parameter.name === name && parameter.required === required,
        ) ?? false;
    expect(without(header('Idempotency-Key', true), operations('post'))).toEqual([]);
    expect(without(header('If-Match', false), operations('post'))).toEqual([]);
    expect(without(({ operation }) => (operation.security?.length ?? 0) > 0, operations('post'))).toEqual([]);
  });
  it('declares every part of an address', () => {
    expect(
      without(({ path, operation }) => {
        const inPath = (operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => name)
          .sort();
        return (
          [...path.matchAll(/\{(\w+)\}/g)]
            .map(([, name]) => name)
            .sort()
            .join() === inPath.join() &&
          (operation.parameters ?? []).every((parameter) => parameter.in !== 'path' || parameter.required === true)
        );
      }),
    ).toEqual([]);
  });
  it('gives every operation a name of its own, a summary and a room', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(without(({ operation }) => Boolean(operation.summary && operation.tags?.length))).toEqual([]);
  });
  it('lists the routes under /api/v1, and the few that have no version', () => {
    expect(
      without(
        ({ path }) =>
          path.startsWith('/api/v1/') || ['/livez', '/readyz', '/api/problems', '/api/problems/{code}'].includes(path),
      ),
    ).toEqual([]);
  });
  it('points to nothing that is not there', () => {
    const text = JSON.stringify(document);
    const references = [...new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference))];
    expect(references.length).toBeGreaterThan(0);
    const found = (reference: string) =>
      reference.startsWith('#/') &&
      reference
        .slice(2)
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document) !== undefined;
    expect(references.filter((reference) => !found(reference))).toEqual([]);
    expect(found('#/components/schemas/Nothing')).toBe(false); // what this check would find
  });
  it('has a page to try it', async () => {
    const page = await api.get('/api');
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining('text/html') } });
    expect(page.body).toContain('民生实事台账 API');
  });
});

describe('the health of the api', () => {
  const ready = () => api.get('/readyz', operator);
  it('lives without asking the database', async () =>
    expect(await api.get('/livez')).toMatchObject({ status: 200, body: { status: 'alive' } }));
  it('is not ready before every projection has started', async () => {
    expect(await ready()).toMatchObject({
      status: 503,
      body: { projections: subscribers.map((name) => ({ name, position: '0', lagEvents: 0, halted: 'not started' })) },
    });
  });
  it('is ready with the lag of each', async () => {
    await api.shown();
    await api.dataSource.query(`update read.checkpoint set position = 0`);
    await api.given({ type: 'CandidatePassedOver', data: { projectId: '511400-2019-gardens001' } });
    expect(await ready()).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        head: '1',
        projections: subscribers.map((name) => ({ name, position: '0', lagEvents: 1, halted: null })),
      },
    });
  });
  it.each([
    ['poison', `halted = 'poison'`],
    ['paused', 'paused = true'],
    ['silent: projector one', `holder = 'projector one', beat_at = clock_timestamp() - interval '16 seconds'`],
    ['nobody moves it', `holder = null, beat_at = clock_timestamp() - interval '16 seconds'`],
  ])('is not ready while one stands still, and says why: %s', async (why, change) => {
    await api.shown();
    await api.dataSource.query(`update read.checkpoint set ${change} where name = 'project'`);
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(body.projections.filter(({ halted }: { halted: string | null }) => halted)).toEqual([
      expect.objectContaining({ name: 'project', halted: why }),
    ]);
  });
  it('is no matter of the public, who learn only whether it is ready', async () => {
    expect(await api.get('/readyz')).toMatchObject({ status: 503, body: { status: 'not ready' } });
    await api.shown();
    for (const person of [undefined, citizen, commission]) {
      const { status, body } = await api.get('/readyz', person);
      expect({ status, body }).toEqual({ status: 200, body: { status: 'ready' } });
    }
  });
  it('is ready while its projectors were heard of lately', async () => {
    await api.shown();
    await api.dataSource.query(
      `update read.checkpoint set holder = 'projector one', beat_at = clock_timestamp() - interval '3 seconds'`,
    );
    expect((await ready()).status).toBe(200);
  });
});
