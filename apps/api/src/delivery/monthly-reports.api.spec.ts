import { GroupAcrossStreams } from '@minsheng/event-store';
import { clinics, gardens, indicator, stadium, started, type GivenEvent } from '@minsheng/read-models/testing';
import { commission, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const month = 'lists/511400-2019/monthly-reports';
const row = (projectId: string, value: string, over: object = {}) => ({ projectId, indicatorId: 'i1', value, ...over });
const march = (...rows: object[]) => ({ period: '2019-03', rows });
const of = (projectId: string, type: GivenEvent['type'], data: object): GivenEvent => ({
  type,
  data: { projectId, ...data },
});
const underWay = () => api.given(started(gardens), started(clinics), started(stadium));
describe("a department's whole month", () => {
  it('is one report to each project, and one receipt for each', async () => {
    await underWay();
    const answer = await api.post(
      month,
      {
        ...march(row(gardens, '3'), row(clinics, '2')),
        projects: [{ projectId: clinics, progress: '已开工。', evidence: [{ kind: 'photo', caption: '现场' }] }],
      },
      ofWorks,
      { on: '2019-03-25' },
    );
    expect(answer).toMatchObject({
      status: 201,
      body: {
        listId: '511400-2019',
        period: '2019-03',
        department: works,
        position: '5',
        receipts: [
          { id: gardens, streamVersion: 2, position: '4' },
          { id: clinics, streamVersion: 2, position: '5' },
        ],
      },
    });
    expect(await api.events()).toMatchObject([
      {
        stream: `delivery-${gardens}`,
        type: 'ReportSubmitted',
        data: {
          period: '2019-03',
          department: works,
          lines: [{ indicatorId: 'i1', value: '3' }],
          submittedOn: '2019-03-25',
        },
        metadata: { actor: { role: 'department', organisation: works } },
      },
      {
        stream: `delivery-${clinics}`,
        type: 'ReportSubmitted',
        data: { progress: '已开工。', evidence: [{ caption: '现场' }] },
      },
    ]);
  });
  it('is taken all or none, with every problem told by its row', async () => {
    await underWay();
    await api.given(
      of(clinics, 'MonthClosed', {
        light: {
          period: '2019-03',
          colour: 'red',
          why: 'no verified report',
          rulesVersion: 1,
          rule: { scheme: 'month met or not' },
          missing: [works],
          sides: {},
        },
      }),
    );
    const answer = await api.post(
      month,
      march(
        row(gardens, '3'),
        row(clinics, '2'),
        row(stadium, '1', { indicatorId: 'i9' }),
        row(gardens, '4'),
        row(stadium, '1', { district: '东坡区' }),
      ),
      ofWorks,
      { on: '2019-03-29' },
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'ROWS_REFUSED', facts: { problems: 4 } } });
    expect(answer.body.errors).toEqual([
      { row: 1, projectId: clinics, code: 'PERIOD_CLOSED', detail: '2019-03 已关账，请用更正并写明原因' },
      { row: 2, projectId: stadium, code: 'INDICATOR_UNKNOWN', detail: '没有指标 i9' },
      { row: 3, projectId: gardens, code: 'DUPLICATE_LINE', detail: '指标 i1  填了两次' },
      { row: 4, projectId: stadium, code: 'DISTRICT_UNKNOWN', detail: '指标 i1 没有分解到 东坡区' },
    ]);
    expect(await api.events()).toEqual([]);
  });
  it('tells its rows in English to whoever reads English', async () => {
    await underWay();
    const answer = await api.post(month, march(row(gardens, '3'), row(gardens, '3', { indicatorId: 'i9' })), ofWorks, {
      headers: { 'accept-language': 'en' },
    });
    expect(answer.body.errors).toEqual([
      { row: 1, projectId: gardens, code: 'INDICATOR_UNKNOWN', detail: 'There is no indicator i9' },
    ]);
  });
  it('sent again under the same key answers the same, and stores nothing twice', async () => {
    await underWay();
    const send = (rows: object) => api.post(month, rows, ofWorks, { key: 'march-of-works' });
    const first = await send(march(row(gardens, '3'), row(clinics, '2')));
    expect(await send(march(row(gardens, '3'), row(clinics, '2')))).toMatchObject({ status: 201, body: first.body });
    expect(await send(march(row(gardens, '4'), row(clinics, '2')))).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await api.events()).toHaveLength(2);
  });
  it('is of one list, one department and one region', async () => {
    await underWay();
    expect(await api.post(month, march(row(gardens, '3'), row('510100-2019-gardens001', '3')), ofWorks)).toMatchObject({
      status: 422,
      body: { code: 'ID_OF_ANOTHER_LIST', errors: [{ pointer: '/rows/1/projectId' }] },
    });
    expect(await api.post(month, march(row(gardens, '3')), ofHealth)).toMatchObject({
      status: 422,
      body: { errors: [{ row: 0, code: 'NOT_THE_LEAD_DEPARTMENT' }] },
    });
    expect(await api.post('lists/510100-2019/monthly-reports', march(row(gardens, '3')), ofWorks)).toMatchObject({
      status: 403,
      body: { code: 'OTHER_REGION' },
    });
    expect(await api.post(month, march(row(gardens, '3')), commission)).toMatchObject({
      status: 403,
      body: { code: 'ROLE_NOT_ALLOWED' },
    });
    expect(await api.events()).toEqual([]);
  });
  it('says nothing twice of a project, and nothing of one without rows', async () => {
    await underWay();
    const narrative = { projectId: gardens, progress: '已开工。', evidence: [] };
    expect(
      await api.post(
        month,
        { ...march(row(gardens, '3')), projects: [narrative, narrative, { ...narrative, projectId: clinics }] },
        ofWorks,
      ),
    ).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED', errors: [{ pointer: '/projects/1' }, { pointer: '/projects/2' }] },
    });
  });
  it('is refused where the log cannot take several projects all or none', async () => {
    await underWay();
    jest.spyOn(api.store, 'appendGroup').mockRejectedValueOnce(new GroupAcrossStreams('one stream at a time'));
    expect(await api.post(month, march(row(gardens, '3'), row(clinics, '2')), ofWorks)).toMatchObject({
      status: 422,
      body: { code: 'TOGETHER_NOT_POSSIBLE' },
    });
  });
  it('has no one version that a client could have seen', async () => {
    await underWay();
    expect(await api.post(month, march(row(gardens, '3')), ofWorks, { headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 400,
      body: { code: 'IF_MATCH_OF_MANY' },
    });
  });
});
describe('a month of many rows', () => {
  const indicators = Array.from({ length: 20 }, (_, index) => indicator({ id: `i${index + 1}`, target: null }));
  const districts = Array.from({ length: 200 }, (_, index) => ({ district: `第${index + 1}街道办事处`, target: null }));
  const projects = Array.from({ length: 5 }, (_, index) => `511400-2019-large0000${index + 1}`);
  const rows = (of: readonly string[]) =>
    of.flatMap((projectId) =>
      indicators.flatMap(({ id }) =>
        districts.map(({ district }) => ({ projectId, indicatorId: id, district, value: '1234.5' })),
      ),
    );
  const large = () =>
    api.given(
      ...projects.flatMap((id) => [
        started(id, { indicators }),
        of(id, 'TargetsBrokenDown', {
          indicators: indicators.map((indicator) => ({ indicatorId: indicator.id, districts, buffer: false })),
        }),
      ]),
    );

  it('takes twelve thousand in one request, over the limit of other routes', async () => {
    await large();
    const sent = rows(projects.slice(0, 3));
    expect(sent).toHaveLength(12_000);
    expect(JSON.stringify(march(...sent)).length).toBeGreaterThan(1_048_576);
    expect((await api.post(month, march(...sent), ofWorks)).status).toBe(201);
    expect(await api.events()).toHaveLength(3);
  }, 30_000);
  it('reads twenty thousand, and says when that is more than one append takes', async () => {
    await large();
    expect(await api.post(month, march(...rows(projects)), ofWorks)).toMatchObject({
      status: 413,
      body: { code: 'APPEND_TOO_LARGE', facts: { events: 5, mostBytes: 1_000_000 } },
    });
    expect(await api.events()).toEqual([]);
  }, 30_000);
});
