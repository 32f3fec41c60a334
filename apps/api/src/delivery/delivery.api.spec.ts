import { closed, gardens, line, started, submitted, verified } from '@minsheng/read-models/testing';
import { commission, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { closingOf } from '../testing/month-closing';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const march = (value: string) => ({ period: '2019-03', lines: [line(value)], progress: '按计划推进', evidence: [] });
const ofMarch = { period: '2019-03', department: works };
const types = async () => (await api.events()).map(({ type }) => type);
const refusedWith = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) }) as Answer;

describe('a month', () => {
  it('is reported by the department, verified by the commission and closed', async () => {
    await api.given(started(gardens));
    expect((await api.post(to('reports'), march('3'), ofWorks, { on: '2019-03-25' })).status).toBe(201);
    expect((await api.post(to('report-verifications'), { ...ofMarch, how: 'site visit' }, commission)).status).toBe(
      201,
    );
    expect((await api.post(to('month-closings'), closingOf('2019-03'), commission, { on: '2019-03-31' })).status).toBe(
      201,
    );
    expect(await api.events()).toMatchObject([
      {
        type: 'ReportSubmitted',
        data: { department: works, version: 1, submittedOn: '2019-03-25', lines: [{ value: '3' }] },
        metadata: { actor: { role: 'department', organisation: works }, on: '2019-03-25' },
      },
      { type: 'ReportVerified', data: { lines: [{ value: '3' }] } },
      { type: 'MonthClosed', data: { light: { period: '2019-03', colour: 'green' } } },
    ]);
  });
  it('remembers its author by a pseudonym', async () => {
    await api.given(started(gardens));
    await api.post(to('reports'), march('3'), ofWorks);
    const log = JSON.stringify(await api.events());
    expect(log).not.toContain('works-1');
    expect(log).toContain(api.vault.actorTag('works-1'));
  });
  it('is returned and sent again as a second version', async () => {
    await api.given(started(gardens), submitted('2019-03', '3'));
    await api.post(to('report-returns'), { ...ofMarch, reason: '缺照片' }, commission);
    await api.post(to('reports'), march('2'), ofWorks);
    expect((await api.events()).map(({ type, data }) => [type, data.version])).toEqual([
      ['ReportReturned', 1],
      ['ReportSubmitted', 2],
    ]);
  });
  it('once closed takes corrections only, and says so', async () => {
    await api.given(started(gardens), submitted('2019-03', '3'), verified('2019-03', '3'), closed({}));
    expect(await api.post(to('reports'), march('4'), ofWorks)).toEqual(refusedWith(409, 'PERIOD_CLOSED'));
    expect((await api.post(to('report-corrections'), { ...march('4'), reason: '漏报一处' }, ofWorks)).status).toBe(201);
    expect(await types()).toEqual(['ReportCorrected']);
  });
  it('that has not begun cannot be reported', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('reports'), march('3'), ofWorks, { on: '2019-02-28' })).toEqual(
      refusedWith(409, 'PERIOD_NOT_BEGUN'),
    );
  });
  it("of another department's project is refused", async () => {
    await api.given(started(gardens));
    expect(await api.post(to('reports'), march('3'), ofHealth)).toEqual(refusedWith(403, 'NOT_THE_LEAD_DEPARTMENT'));
    expect(await api.events()).toEqual([]);
  });
  it('names the figure that is not what it should be', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('reports'), { ...march('3'), lines: [line('三')] }, ofWorks)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/lines/0/value', detail: 'a plain decimal number' }] },
    });
    expect(
      await api.post(to('reports'), { ...march('3'), lines: [line('3', { indicatorId: 'i9' })] }, ofWorks),
    ).toMatchObject({ status: 409, body: { code: 'INDICATOR_UNKNOWN', facts: { indicatorId: 'i9' } } });
  });
});

describe('the targets', () => {
  const breakdown = (...targets: string[]) => ({
    indicators: [
      { indicatorId: 'i1', districts: targets.map((target, index) => ({ district: `第${index + 1}区`, target })) },
    ],
  });
  it('are broken down to districts that sum to the whole', async () => {
    await api.given(started(gardens));
    expect((await api.post(to('breakdown'), breakdown('7', '5'), commission)).status).toBe(201);
    expect(await api.events()).toMatchObject([
      {
        type: 'TargetsBrokenDown',
        data: { indicators: [{ buffer: false, districts: [{ target: '7' }, { target: '5' }] }] },
      },
    ]);
  });
  it('are not taken below the whole, nor above it unsaid', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('breakdown'), breakdown('7', '4'), commission)).toMatchObject({
      status: 409,
      body: {
        code: 'DISTRICT_SUM_BELOW_TOTAL',
        messages: {
          zh: '指标 i1 各地任务合计 11，少于总目标 12',
          en: 'District targets of i1 sum to 11, below the total of 12',
        },
      },
    });
    expect(await api.post(to('breakdown'), breakdown('7', '6'), commission)).toEqual(
      refusedWith(409, 'DISTRICT_SUM_ABOVE_TOTAL'),
    );
  });
  it('name a district once', async () => {
    await api.given(started(gardens));
    const twice = {
      indicators: [
        {
          indicatorId: 'i1',
          districts: [
            { district: '东坡区', target: '6' },
            { district: '东坡区', target: '6' },
          ],
        },
      ],
    };
    expect(await api.post(to('breakdown'), twice, commission)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/indicators/0/districts', detail: 'districts must differ' }] },
    });
  });
});
