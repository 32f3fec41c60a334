import {
  clinics,
  gardens,
  indicator,
  line,
  proposed,
  started,
  submitted,
  verified,
} from '@minsheng/read-models/testing';
import { auditor, commission, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const month = 'lists/511400-2019/monthly-reports';
const four = { indicators: ['i1', 'i2', 'i3', 'i4'].map((id) => indicator({ id, name: `指标${id.slice(1)}` })) };
const february = [submitted('2019-02', '3'), verified('2019-02', '3')].map((event) => ({
  ...event,
  data: { ...event.data, lines: four.indicators.map(({ id }) => line('3', { indicatorId: id })) },
}));
const row = (over: object) => ({ projectId: gardens, ...over });
const march = (rows: object[], projects: object[] = []) =>
  api.post(month, { period: '2019-03', rows, projects }, ofWorks, { on: '2019-03-25' });

beforeEach(() => api.given(proposed(gardens, four), started(gardens, four), ...february));

it('a month with one of four lines is refused, naming what is missing', async () => {
  expect(await march([row({ indicatorId: 'i1', value: '4' })])).toMatchObject({
    status: 422,
    body: {
      code: 'ROWS_REFUSED',
      errors: [
        {
          projectId: gardens,
          code: 'LINES_MISSING',
          detail: expect.stringContaining('还有 3 项没有填：指标2、指标3、指标4'),
        },
      ],
    },
  });
  expect(await api.events()).toEqual([]);
});

it('unchanged lines and missing figures are stored and shown as such, without words that nobody sent', async () => {
  const answer = await march(
    [row({ indicatorId: 'i1', value: '4' }), row({ indicatorId: 'i2', noFigure: '台账未到' })],
    [{ projectId: gardens, evidence: [], otherLines: { unchanged: true } }],
  );
  expect(answer.status).toBe(201);
  const check = { period: '2019-03', department: works, how: 'documents' };
  expect((await api.post(`projects/${gardens}/report-verifications`, check, commission)).status).toBe(201);
  await api.shown();
  const lines = [
    { indicatorId: 'i1', value: '4' },
    { indicatorId: 'i2', noFigure: '台账未到' },
    { indicatorId: 'i3', unchanged: true },
    { indicatorId: 'i4', unchanged: true },
  ];
  const { reports } = (await api.get(`projects/${gardens}/reports`, auditor)).body;
  expect(reports.find(({ period }: { period: string }) => period === '2019-03').versions).toMatchObject([
    { progress: null, otherLines: { unchanged: true }, lines, verifiedLines: lines },
  ]);
  const [{ verified: shown }] = (await api.get('lists/511400-2019/ledger', auditor)).body.projects;
  expect(shown.besides).toEqual({
    i2: { '': { '2019-03': { noFigure: '台账未到' } } },
    i3: { '': { '2019-03': { unchanged: true } } },
    i4: { '': { '2019-03': { unchanged: true } } },
  });
  expect(shown.values.i3['']).toEqual([null, '3', ...new Array<null>(10).fill(null)]);
  const [{ standing }] = (await api.get('lists/511400-2019/ledger?period=2019-03', auditor)).body.projects;
  expect(standing).toMatchObject([{ actual: '4' }, ...['i2', 'i3', 'i4'].map((id) => ({ id, actual: '3' }))]);
});

it('a whole sheet is unchanged in one statement, also of a project without a row', async () => {
  const unchanged = { projectId: gardens, evidence: [], otherLines: { unchanged: true } };
  expect((await march([], [unchanged])).status).toBe(201);
  expect(await api.events()).toMatchObject([
    { data: { lines: four.indicators.map(({ id }) => ({ indicatorId: id, unchanged: true })) } },
  ]);
  await api.given(started(clinics));
  expect(await march([], [{ ...unchanged, projectId: clinics }])).toMatchObject({
    status: 422,
    body: { errors: [{ projectId: clinics, code: 'UNCHANGED_WITHOUT_FIGURE' }] },
  });
});
