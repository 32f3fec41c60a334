import { aListUnderWay, EDUCATION, HEALTH, report, type UnderWay } from '../support/a-list-under-way';
import { caughtUp } from '../support/projector';
import { LIST, openRehearsal, type Rehearsal } from '../support/rehearsal';

interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly messages: { readonly zh: string; readonly en: string };
}
type Sending = {
  readonly path: string;
  readonly as: string;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
};

describe('bad input gets a clear problem and stores nothing', () => {
  let rehearsal: Rehearsal;
  let projects: UnderWay;
  const tokens = { commission: '', education: '', health: '', citizen: '', elsewhere: '' };
  beforeAll(async () => {
    rehearsal = await openRehearsal('bad-input');
    const { people, api } = rehearsal;
    projects = await aListUnderWay(rehearsal);
    Object.assign(tokens, {
      commission: await people.commission(),
      education: await people.department(EDUCATION),
      health: await people.department(HEALTH),
      citizen: await people.citizen(1),
    });
    await api.command(
      `projects/${projects.clinics}/month-closings`,
      { period: '2019-01' },
      { as: tokens.commission, on: '2019-01-31', key: 'close-january' },
    );
    await caughtUp(rehearsal); // January was closed without a report: its supervision order is issued by a policy
  }, 60_000);
  afterAll(() => rehearsal.end(), 30_000);

  const head = async () =>
    Number(
      (await rehearsal.look<{ head: string }>('select coalesce(max(global_position), 0) as head from es.events'))[0]
        .head,
    );
  let count = 0;
  const send = async ({ path, as, body, headers = {} }: Sending): Promise<ProblemBody> => {
    const answer = await fetch(`${rehearsal.system.url}/api/v1/${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'business-date': '2019-03-26',
        'idempotency-key': `bad-input-${(count += 1)}`,
        ...(as && { authorization: `Bearer ${as}` }),
        ...headers,
      },
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return { ...((await answer.json()) as ProblemBody), status: answer.status };
  };
  const reports = () => `projects/${projects.schools}/reports`;
  const good = report('2019-03', 1, 1);

  const cases: readonly (readonly [string, number, string, () => Sending])[] = [
    [
      'a body that is no JSON',
      400,
      'MALFORMED_JSON',
      () => ({ path: reports(), as: tokens.education, body: '{"period": ' }),
    ],
    [
      'an unknown field',
      400,
      'MALFORMED',
      () => ({ path: reports(), as: tokens.education, body: { ...good, colour: 'green' } }),
    ],
    [
      'a wrong type',
      400,
      'MALFORMED',
      () => ({ path: reports(), as: tokens.education, body: { ...good, lines: 'twelve' } }),
    ],
    [
      'a sign that no database can keep',
      400,
      'MALFORMED',
      () => ({ path: reports(), as: tokens.education, body: { ...good, progress: 'a\u0000b' } }),
    ],
    [
      'an id of no project',
      400,
      'MALFORMED',
      () => ({ path: 'projects/nowhere/reports', as: tokens.education, body: good }),
    ],
    [
      'a project that does not exist',
      404,
      'DELIVERY_NOT_STARTED',
      () => ({ path: `projects/${LIST}-0000000000/reports`, as: tokens.education, body: good }),
    ],
    ['no token', 401, 'TOKEN_MISSING', () => ({ path: reports(), as: '', body: good })],
    [
      'a forged token',
      401,
      'TOKEN_INVALID',
      () => ({ path: reports(), as: `${tokens.education.slice(0, -8)}AAAAAAAA`, body: good }),
    ],
    ['the wrong role', 403, 'ROLE_NOT_ALLOWED', () => ({ path: reports(), as: tokens.citizen, body: good })],
    [
      "another department's project",
      403,
      'NOT_THE_LEAD_DEPARTMENT',
      () => ({ path: reports(), as: tokens.health, body: good }),
    ],
    [
      'a closed period',
      409,
      'PERIOD_CLOSED',
      () => ({ path: `projects/${projects.clinics}/reports`, as: tokens.health, body: report('2019-01', 1, 1) }),
    ],
    [
      'a period of another year',
      409,
      'PERIOD_OUTSIDE_YEAR',
      () => ({ path: reports(), as: tokens.education, body: report('2018-12', 1, 1) }),
    ],
    [
      'a period still to come',
      409,
      'PERIOD_NOT_BEGUN',
      () => ({ path: reports(), as: tokens.education, body: report('2019-04', 1, 1) }),
    ],
    [
      'a district without a target',
      409,
      'DISTRICT_UNKNOWN',
      () => ({
        path: reports(),
        as: tokens.education,
        body: { ...good, lines: [{ indicatorId: 'i1', district: '仁寿县', value: 1 }] },
      }),
    ],
    [
      'district sums below the total',
      409,
      'DISTRICT_SUM_BELOW_TOTAL',
      () => ({
        path: `projects/${projects.schools}/breakdown`,
        as: tokens.commission,
        body: { indicators: [{ indicatorId: 'i1', districts: [{ district: '东坡区', target: 8 }] }] },
      }),
    ],
    [
      'a stale version',
      412,
      'STALE_VERSION',
      () => ({ path: reports(), as: tokens.education, body: good, headers: { 'if-match': '"1"' } }),
    ],
    [
      'no idempotency key',
      400,
      'IDEMPOTENCY_KEY_MISSING',
      () => ({ path: reports(), as: tokens.education, body: good, headers: { 'idempotency-key': '' } }),
    ],
    [
      'a repeated key with another body',
      422,
      'IDEMPOTENCY_KEY_REUSED',
      () => ({
        path: `projects/${projects.clinics}/month-closings`,
        as: tokens.commission,
        body: { period: '2019-02' },
        headers: { 'idempotency-key': 'close-january' },
      }),
    ],
    [
      'a body over the limit',
      413,
      'BODY_TOO_LARGE',
      () => ({ path: reports(), as: tokens.education, body: { ...good, progress: 'x'.repeat(1_100_000) } }),
    ],
    [
      'another kind of body',
      415,
      'MEDIA_TYPE_NOT_SUPPORTED',
      () => ({
        path: reports(),
        as: tokens.education,
        body: 'period=2019-03',
        headers: { 'content-type': 'application/x-yaml' },
      }),
    ],
    ['a route that is not there', 404, 'ROUTE_UNKNOWN', () => ({ path: 'projects', as: tokens.education, body: good })],
  ];

  it.each(cases)('%s: %i %s', async (_, status, code, sending) => {
    const before = await head();
    const answer = await send(sending());
    expect({ status: answer.status, code: answer.code, type: answer.type }).toEqual({
      status,
      code,
      type: `/api/problems/${code}`,
    });
    expect(answer.messages.zh).not.toBe('');
    expect(answer.messages.en).not.toBe('');
    expect(await head()).toBe(before);
  });

  it('the good report is taken: the table above can fail', async () => {
    const before = await head();
    await rehearsal.api.command(reports(), good, { as: tokens.education, on: '2019-03-26', key: 'a-good-report' });
    expect(await head()).toBe(before + 1);
  });
});
