import { projections, subjectOf, type AnyProjection } from '@minsheng/read-models';
import {
  aYear,
  benches,
  council,
  failingAt,
  gardens,
  lamps,
  listId,
  logOf,
  rater,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { commission, ofWorks, operator } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
/** A second project of the list, under way as the first is: nothing is ever wrong with it. */
const sound = '511400-2019-soundness1';
const another = aYear
  .map((event) => JSON.parse(JSON.stringify(event).replaceAll(gardens, sound)) as GivenEvent)
  .filter(({ data }) => JSON.stringify(data).startsWith(`{"projectId":"${sound}"`));
const CODE = 'BCDEFGHJKM';
const running = [...aYear, ...another].map((event) =>
  event.type === 'SuggestionReceived' && JSON.stringify(event.data).includes(benches)
    ? { ...event, data: { ...event.data, trackingCode: CODE } }
    : event,
);
const log = logOf(running);
beforeEach(() => api.given(...running));

/** The build cannot apply the last event about a subject that this read model listens to. */
const faultyFor = (name: string, subject: string) => (projection: AnyProjection) => {
  if (projection.name !== name) return projection;
  const touching = log.filter(
    (stored) =>
      subjectOf(stored) === subject &&
      projection.categories.some((category) => stored.stream.startsWith(`${category}-`)) &&
      (projection.name !== 'light' || stored.type === 'MonthClosed') &&
      (projection.name !== 'report' || stored.type === 'ReportVerified'),
  );
  return failingAt(projection, [touching.at(-1)!.position]);
};

/** Answers about one thing alone: its path, what it is about, and the read models it is made of. */
const ofOne: readonly (readonly [path: string, route: string, subject: string, models: readonly string[]])[] = [
  [`projects/${gardens}`, 'projects/{projectId}', gardens, ['project', 'ledger', 'light', 'timeline']],
  [`projects/${gardens}/reports`, 'projects/{projectId}/reports', gardens, ['report']],
  [`projects/${gardens}/lights`, 'projects/{projectId}/lights', gardens, ['project', 'light']],
  [`projects/${gardens}/evaluation`, 'projects/{projectId}/evaluation', gardens, ['project', 'rating_tally']],
  [`projects/${gardens}/sites`, 'projects/{projectId}/sites', gardens, ['site', 'project']],
  [`suggestions/${lamps}`, 'suggestions/{suggestionId}', lamps, ['suggestion']],
  [`suggestions/tracking/${CODE}`, 'suggestions/tracking/{code}', benches, ['suggestion']],
  [`meetings/${council}`, 'meetings/{meetingId}', council, ['meeting']],
  [`lists/${listId}`, 'lists/{listId}', listId, ['annual_list']],
  ['regions/510171', 'regions/{regionCode}', '510171', ['functional_zone']],
  ['calendars/CN/notices', 'calendars/{calendarId}/notices', 'CN', ['holiday_calendar']],
  ['calendars/CN/years/2027', 'calendars/{calendarId}/years/{year}', 'CN', ['holiday_calendar']],
];
/** Answers about many: their path, and for each read model what they leave out when it has set that aside. */
const ofMany: readonly (readonly [path: string, route: string, models: Readonly<Record<string, string>>])[] = [
  ['lists', 'lists', { annual_list: listId }],
  [`lists/${listId}/board`, 'lists/{listId}/board', { project: gardens, ledger: gardens }],
  [`lists/${listId}/ledger`, 'lists/{listId}/ledger', { project: gardens, ledger: gardens }],
  [`lists/${listId}/investment`, 'lists/{listId}/investment', { project: gardens, ledger: gardens }],
  [`lists/${listId}/orders`, 'lists/{listId}/orders', { project: gardens }],
  [`lists/${listId}/issues`, 'lists/{listId}/issues', { project: gardens }],
  [`lists/${listId}/ranking`, 'lists/{listId}/ranking', { project: gardens, ledger: gardens, light: gardens }],
  [
    `lists/${listId}/bulletin?period=2019-06`,
    'lists/{listId}/bulletin',
    { project: gardens, ledger: gardens, light: gardens, site: gardens },
  ],
  [`lists/${listId}/sites`, 'lists/{listId}/sites', { site: gardens }],
  [`lists/${listId}/suggestions`, 'lists/{listId}/suggestions', { suggestion: lamps }],
  [`lists/${listId}/meetings`, 'lists/{listId}/meetings', { meeting: council }],
  ['functional-zones', 'functional-zones', { functional_zone: '510171' }],
  [`regions?name=${encodeURIComponent('成都高新区')}`, 'regions', { functional_zone: '510171' }],
  ['my/reports', 'my/reports', { project: gardens }],
  [`my/month?listId=${listId}&period=2019-06`, 'my/month', { project: gardens }],
];
/** Answers that no read model is needed for. */
const ofNone = ['projects/{projectId}/reports/{period}/draft', 'projects/{projectId}/liaisons'];
const reader = (path: string) => (path.startsWith('my/') ? ofWorks : commission);
const answerTo = (path: string) => api.get(path, reader(path));

it('every route that answers a question stands in these tables', async () => {
  const { body } = await api.get('/api/openapi.json');
  const questions = Object.entries(body.paths as Record<string, Record<string, unknown>>)
    .filter(([path, operations]) => path.startsWith('/api/v1/') && operations['get'])
    .map(([path]) => path.slice('/api/v1/'.length));
  expect([...ofOne.map(([, route]) => route), ...ofMany.map(([, route]) => route), ...ofNone].sort()).toEqual(
    questions.sort(),
  );
});

describe.each(projections.map(({ name }) => name))('while the read model %s has set something aside', (name) => {
  const subjects = [
    ...new Set(ofOne.filter(([, , , models]) => models.includes(name)).map(([, , subject]) => subject)),
  ];

  it('that alone answers "temporarily not current", and every other answer is given', async () => {
    for (const subject of subjects) {
      await api.shown(faultyFor(name, subject));
      for (const [path, , of, models] of ofOne) {
        const { status, body, headers } = await answerTo(path);
        if (models.includes(name) && of === subject)
          expect({ path, status, body, headers }).toMatchObject({
            path,
            status: 503,
            body: {
              code: 'NOT_CURRENT',
              facts: { id: subject },
              messages: { zh: expect.stringContaining('暂未更新') },
            },
            headers: { 'retry-after': '60' },
          });
        else expect({ path, status }).toEqual({ path, status: 200 });
      }
      expect(await api.get(`projects/${sound}`, commission)).toMatchObject({ status: 200 });
    }
  });
  it('lists and totals leave it out, and say so', async () => {
    for (const [path, , models] of ofMany) {
      const subject = models[name];
      await api.shown(faultyFor(name, subject ?? subjects[0]));
      const { status, body } = await answerTo(path);
      expect({ path, status, notCurrent: body.notCurrent }).toEqual({
        path,
        status: 200,
        notCurrent: subject === undefined ? undefined : [subject],
      });
      if (subject !== undefined) expect(JSON.stringify({ ...body, notCurrent: [] })).not.toContain(subject);
    }
  });
});

describe('what is set aside', () => {
  it('is named nowhere while nothing is', async () => {
    await api.shown();
    for (const [path] of ofMany) expect((await answerTo(path)).body).not.toHaveProperty('notCurrent');
  });
  it('costs a question a second at most, however many read', async () => {
    await api.shown();
    const asking = jest.spyOn(api.dataSource, 'query');
    for (let time = 0; time < 20; time += 1) await answerTo(`lists/${listId}/board`);
    const questions = asking.mock.calls.filter(([sql]) => sql.includes('read.set_aside')).length;
    asking.mockRestore();
    expect(questions).toBeLessThanOrEqual(3); // a slow machine may take two seconds
  });
  it('is seen at once by who waited for a position', async () => {
    await api.shown();
    await answerTo(`lists/${listId}/board`);
    await api.dataSource.query(
      `insert into read.set_aside values ('project', $1, $1, 7, 'a fault')`, // as a projector does
      [gardens],
    );
    expect((await answerTo(`lists/${listId}/board?wait-for=7`)).body.notCurrent).toEqual([gardens]);
  });
  it('is answered as it was before, as of an instant before, and not afterwards', async () => {
    await api.shown(faultyFor('ledger', gardens));
    const failed = (await api.store.readAll(0n, { limit: 1_000 }))[log.length - 1].recordedAt;
    const before = new Date(failed.getTime() - 86_400_000).toISOString();
    const later = new Date().toISOString();
    expect(await api.get(`projects/${gardens}?asOf=${before}`, commission)).toMatchObject({ status: 404 });
    expect(await api.get(`projects/${gardens}?asOf=${later}`, commission)).toMatchObject({
      status: 503,
      body: { code: 'NOT_CURRENT' },
    });
    const board = await api.get(`lists/${listId}/board?asOf=${later}`, commission);
    expect(board.body.notCurrent).toEqual([gardens]);
    expect(JSON.stringify(board.body.projects)).not.toContain(gardens);
    expect(JSON.stringify(board.body.projects)).toContain(sound);
  });
  it('as of an instant is not answered either where the projector has not met the event yet', async () => {
    await api.shown();
    await api.store.append(`delivery-${gardens}`, 'any', [
      { id: '00000000-0000-4000-9000-00000000aaaa', type: 'NobodyKnows', version: 1, data: '{}', metadata: '{}' },
    ]);
    const later = new Date().toISOString();
    expect(await api.get(`projects/${gardens}?asOf=${later}`, commission)).toMatchObject({
      status: 503,
      body: { code: 'NOT_CURRENT', facts: { id: gardens } },
    });
    expect(await api.get(`projects/${sound}?asOf=${later}`, commission)).toMatchObject({ status: 200 });
  });
  it('of a suggestion is missing in the dossier of its project, which names it', async () => {
    await api.shown(faultyFor('timeline', lamps));
    const { status, body } = await answerTo(`projects/${gardens}`);
    expect([status, body.notCurrent]).toEqual([200, [lamps]]);
    expect(body.timeline.some(({ suggestionId }: { suggestionId: string }) => suggestionId === lamps)).toBe(false);
  });
  it('of a project is missing where its suggestion is followed, which names it', async () => {
    await api.shown(faultyFor('project', gardens));
    const { status, body } = await api.get('suggestions/tracking/ABCDEFGHJK');
    expect([status, body.projects, body.notCurrent]).toEqual([200, [], [gardens]]);
    expect(await api.get('suggestions/tracking/ZZZZZZZZZZ')).toMatchObject({ status: 404 });
  });
  it('may be what an unknown tracking code belongs to', async () => {
    await api.shown(faultyFor('suggestion', lamps));
    expect(await api.get('suggestions/tracking/ZZZZZZZZZZ')).toMatchObject({ status: 503 });
    await api.shown();
    expect(await api.get('suggestions/tracking/ZZZZZZZZZZ')).toMatchObject({ status: 404 });
  });
  it('is not scored', async () => {
    await api.shown(faultyFor('rating_tally', gardens));
    expect(await api.post(`projects/${gardens}/score`, {}, commission)).toMatchObject({
      status: 503,
      body: { code: 'NOT_CURRENT' },
    });
  });
  it('stands in /readyz with reason and position, without the tag of a rater, and the api is ready', async () => {
    await api.shown();
    await api.dataSource.query(`insert into read.set_aside values
      ('ledger', '${gardens}', '${gardens}', 12, 'TypeError: a fault'),
      ('policies', 'rating-${gardens}-${rater}', '${gardens}', 11, 'Error: No event is called ProjectApplauded')`);
    expect(await api.get('/readyz', operator)).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        setAside: [
          { projection: 'ledger', key: gardens, since: '12', reason: 'TypeError: a fault' },
          {
            projection: 'policies',
            key: `rating-${gardens}-…`,
            since: '11',
            reason: 'Error: No event is called ProjectApplauded',
          },
        ],
      },
    });
  });
});
