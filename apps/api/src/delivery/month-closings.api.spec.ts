import { gardens, listId, proposed, started } from '@minsheng/read-models/testing';
import { commission, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const report = { period: '2019-01', lines: [{ indicatorId: 'i1', value: '1' }], progress: '按计划推进', evidence: [] };
const check = { period: '2019-01', department: works, how: 'site visit' };
const close = (on: string, body: object = {}) =>
  api.post(to('month-closings'), { period: '2019-01', ...body }, commission, { on });
const withdraw = (on: string) =>
  api.post(to('month-reopenings'), { period: '2019-01', reason: '月未终了误关账', withdrawLight: true }, commission, {
    on,
  });
const force = { force: { reason: '月度通报提前' } };

describe('a month', () => {
  beforeEach(() => api.given(started(gardens)));

  it('on its first day is refused with the day from which it can be closed', async () =>
    expect(await close('2019-01-01')).toMatchObject({
      status: 409,
      body: { code: 'MONTH_NOT_OVER', facts: { from: '2019-01-31' } },
    }));
  it('is refused over a report that waits for its check, naming whose', async () => {
    await api.post(to('reports'), report, ofWorks, { on: '2019-01-25' });
    expect(await close('2019-02-02')).toMatchObject({
      status: 409,
      body: { code: 'REPORTS_WAITING', facts: { departments: works } },
    });
    await api.post(to('report-verifications'), check, commission, { on: '2019-02-02' });
    expect((await close('2019-02-02')).status).toBe(201);
  });
  it('is refused before the months before it, naming them, unless they are left open by name', async () => {
    const march = { period: '2019-03' };
    expect(await close('2019-04-02', march)).toMatchObject({
      status: 409,
      body: { code: 'EARLIER_MONTHS_OPEN', facts: { months: '2019-01、2019-02' } },
    });
    const gap = { months: ['2019-01', '2019-02'], reason: '清单三月才公布' };
    expect((await close('2019-04-02', { ...march, gap })).status).toBe(201);
  });
  it('is closed by force with a reason only', async () => {
    expect((await close('2019-01-05', { force: {} })).status).toBe(400);
    expect((await close('2019-01-05', force)).status).toBe(201);
  });
});

describe('a month closed by force before its report is due', () => {
  it('calls nobody late, and takes the report until that day', async () => {
    await api.given(started(gardens));
    await close('2019-01-15', force);
    await api.policiesActed();
    expect(await api.events()).toMatchObject([
      { type: 'MonthClosed', data: { light: { colour: 'grey', missing: [] } } },
    ]);
    expect((await api.post(to('reports'), report, ofWorks, { on: '2019-01-26' })).status).toBe(201);
    await api.post(to('report-verifications'), check, commission, { on: '2019-01-29' });
    expect((await api.events()).at(-1)).toMatchObject({
      type: 'LightRecomputed',
      data: { light: { colour: 'green' } },
    });
  });
});

describe('a month closed by mistake', () => {
  const order = { period: '2019-01', department: works, level: 'yellow', reason: '2019-01 无经核实的月报，亮红灯' };
  beforeEach(async () => {
    const start = started(gardens);
    await api.given(proposed(gardens), { type: 'CandidateAdopted', data: { ...start.data, no: 1 } }, start);
    await close('2019-01-28', force);
    await api.post(to('orders'), order, commission, { on: '2019-01-28' });
  });
  const read = async (path: string, person?: typeof commission) => {
    await api.shown();
    return (await api.get(path, person)).body;
  };

  it('says by what force: in the lights, the dossier, the board and the timeline', async () => {
    const closing = { forced: { reason: '月度通报提前', over: ['month not over'] } };
    expect((await read(to('lights'), commission)).lights).toMatchObject([{ shown: 'red', closing }]);
    const dossier = await read(`projects/${gardens}`, commission);
    expect(dossier.lights).toMatchObject([{ closing }]);
    expect(dossier.timeline.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      '关账：2019-01 红灯（无经核实的月报）；强制关账（未到关账日）：月度通报提前',
    );
    const [line] = (await read(`lists/${listId}/board`, commission)).projects;
    expect(line.lights).toMatchObject([{ colour: 'red', forcedFor: '月度通报提前' }]);
  });
  it('no page calls the department late once the light is withdrawn; the history keeps it', async () => {
    expect((await withdraw('2019-01-28')).status).toBe(201);
    expect((await read(to('lights'))).lights).toEqual([
      { period: '2019-01', shown: null, withdrawn: { on: '2019-01-28', reason: '月未终了误关账' } },
    ]);
    expect((await read(to('lights'), commission)).lights).toMatchObject([
      { shown: null, history: [{ what: 'closed', colour: 'red' }, { what: 'reopened' }, { what: 'withdrawn' }] },
    ]);
    expect(await read(`projects/${gardens}`, commission)).toMatchObject({
      light: null,
      escalations: [],
      orders: [{ status: 'withdrawn', withdrawnFor: '月未终了误关账' }],
    });
    expect((await read(`lists/${listId}/board`, commission)).projects).toMatchObject([
      { light: null, lights: [], openOrders: 0, overdueReports: 0 },
    ]);
    expect((await read(`lists/${listId}/orders?open=true`, commission)).orders).toEqual([]);
    expect((await read(`lists/${listId}/bulletin?period=2019-01`, commission)).laggards).toEqual([]);
  });
  it('is decided afresh: reported by the due day it is green', async () => {
    await withdraw('2019-01-28');
    await api.post(to('reports'), report, ofWorks, { on: '2019-01-28' });
    await api.post(to('report-verifications'), check, commission, { on: '2019-01-29' });
    await close('2019-01-31');
    expect((await read(to('lights'))).lights).toMatchObject([
      { shown: 'green', published: { colour: 'green' }, laterChanged: false },
    ]);
  });
  it('stays yellow where the report came after its due day', async () => {
    await withdraw('2019-01-28');
    await api.post(to('reports'), report, ofWorks, { on: '2019-01-29' });
    await api.post(to('report-verifications'), check, commission, { on: '2019-01-29' });
    await close('2019-01-31');
    expect((await read(to('lights'))).lights).toMatchObject([{ shown: 'yellow', why: 'caught up later' }]);
  });
});
