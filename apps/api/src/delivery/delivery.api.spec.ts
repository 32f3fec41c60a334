import { closed, gardens, indicator, line, opened, rated, rater, started, submitted, verified, type Happened } from '@minsheng/read-models/testing';
import { commission, leader, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const march = (value: string) => ({ period: '2019-03', lines: [line(value)], progress: '按计划推进', evidence: [] });
const ofMarch = { period: '2019-03', department: works };
const inspection = { inspector: '市建设工程质量监督站', items: [{ item: '绿化', passed: true, note: '' }], evidence: [{ kind: 'certificate', caption: '验收证书' }] };
const evidence = [{ kind: 'photo', caption: '现场' }];
const types = async () => (await api.events()).map(({ type }) => type);
const refusedWith = (status: number, code: string) => expect.objectContaining({ status, body: expect.objectContaining({ code }) }) as Answer;

describe('a month', () => {
  it('is reported by the department, verified by the commission and closed', async () => {
    await api.given(started(gardens));
    expect((await api.post(to('reports'), march('3'), ofWorks, { on: '2019-03-25' })).status).toBe(201);
    expect((await api.post(to('report-verifications'), { ...ofMarch, how: 'site visit' }, commission)).status).toBe(201);
    expect((await api.post(to('month-closings'), { period: '2019-03' }, commission)).status).toBe(201);
    expect(await api.events()).toMatchObject([
      { type: 'ReportSubmitted', data: { department: works, version: 1, submittedOn: '2019-03-25', lines: [{ value: '3' }] }, metadata: { actor: { role: 'department', organisation: works }, on: '2019-03-25' } },
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
    expect((await api.events()).map(({ type, data }) => [type, data.version])).toEqual([['ReportReturned', 1], ['ReportSubmitted', 2]]);
  });
  it('once closed takes corrections only, and says so', async () => {
    await api.given(started(gardens), submitted('2019-03', '3'), verified('2019-03', '3'), closed({}));
    expect(await api.post(to('reports'), march('4'), ofWorks)).toEqual(refusedWith(409, 'PERIOD_CLOSED'));
    expect((await api.post(to('report-corrections'), { ...march('4'), reason: '漏报一处' }, ofWorks)).status).toBe(201);
    expect(await types()).toEqual(['ReportCorrected']);
  });
  it('that has not begun cannot be reported', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('reports'), march('3'), ofWorks, { on: '2019-02-28' })).toEqual(refusedWith(409, 'PERIOD_NOT_BEGUN'));
  });
  it('of another department\'s project is refused', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('reports'), march('3'), ofHealth)).toEqual(refusedWith(403, 'NOT_THE_LEAD_DEPARTMENT'));
    expect(await api.events()).toEqual([]);
  });
  it('names the figure that is not what it should be', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('reports'), { ...march('3'), lines: [line('三')] }, ofWorks)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/lines/0/value', detail: 'a plain decimal number' }] } });
    expect(await api.post(to('reports'), { ...march('3'), lines: [line('3', { indicatorId: 'i9' })] }, ofWorks)).toMatchObject({ status: 409, body: { code: 'INDICATOR_UNKNOWN', facts: { indicatorId: 'i9' } } });
  });
});

describe('the targets', () => {
  const breakdown = (...targets: string[]) => ({ indicators: [{ indicatorId: 'i1', districts: targets.map((target, index) => ({ district: `第${index + 1}区`, target })) }] });
  it('are broken down to districts that sum to the whole', async () => {
    await api.given(started(gardens));
    expect((await api.post(to('breakdown'), breakdown('7', '5'), commission)).status).toBe(201);
    expect(await api.events()).toMatchObject([{ type: 'TargetsBrokenDown', data: { indicators: [{ buffer: false, districts: [{ target: '7' }, { target: '5' }] }] } }]);
  });
  it('are not taken below the whole, nor above it unsaid', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('breakdown'), breakdown('7', '4'), commission)).toMatchObject({ status: 409, body: { code: 'DISTRICT_SUM_BELOW_TOTAL', messages: { zh: '指标 i1 各地任务合计 11，少于总目标 12', en: 'District targets of i1 sum to 11, below the total of 12' } } });
    expect(await api.post(to('breakdown'), breakdown('7', '6'), commission)).toEqual(refusedWith(409, 'DISTRICT_SUM_ABOVE_TOTAL'));
  });
  it('name a district once', async () => {
    await api.given(started(gardens));
    const twice = { indicators: [{ indicatorId: 'i1', districts: [{ district: '东坡区', target: '6' }, { district: '东坡区', target: '6' }] }] };
    expect(await api.post(to('breakdown'), twice, commission)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/indicators/0/districts', detail: 'districts must differ' }] } });
  });
});

describe('an issue and a supervision order', () => {
  it('go from the department to the joint meeting and back', async () => {
    await api.given(started(gardens));
    await api.post(to('issues'), { title: '用地', detail: '两处用地未批' }, ofWorks);
    await api.post(to('issue-decisions'), { issue: 1, meeting: '第三次联席会议', decision: '先行用地', owner: '市自然资源局', dueOn: '2019-07-30' }, leader);
    await api.post(to('issue-resolutions'), { issue: 1, result: '已批' }, commission);
    expect(await types()).toEqual(['IssueRaised', 'IssueDecided', 'IssueResolved']);
  });
  it('close with an answer or a recorded waiver', async () => {
    await api.given(started(gardens));
    await api.post(to('orders'), { ...ofMarch, reason: '亮红灯' }, commission, { on: '2019-03-28' });
    expect(await api.post(to('order-closings'), { order: 1 }, commission)).toEqual(refusedWith(409, 'ORDER_NOT_ANSWERED'));
    expect(await api.post(to('order-answers'), { order: 1, answer: '已整改' }, ofHealth)).toEqual(refusedWith(409, 'ORDER_UNKNOWN'));
    await api.post(to('order-answers'), { order: 1, answer: '已整改' }, ofWorks);
    await api.post(to('order-closings'), { order: 1 }, commission);
    expect(await api.events()).toMatchObject([{ type: 'OrderIssued', data: { order: 1, dueOn: '2019-04-19' } }, { type: 'OrderAnswered' }, { type: 'OrderClosed' }]);
  });
});

describe('the end of a project', () => {
  const done = [started(gardens), submitted('2019-11', '12'), verified('2019-11', '12')];
  const claimed: Happened = { type: 'CompletionClaimed', data: { projectId: gardens, department: works, statement: '全部建成', evidence, endedOn: '2019-11-18' } };
  const { rules } = started(gardens).data as { rules: object };
  const accepted: Happened = { type: 'AcceptancePassed', data: { projectId: gardens, ...inspection, acceptedOn: '2019-11-20', rulesVersion: 1, rules, leads: [works] } };
  const scored: Happened = { type: 'SatisfactionScored', data: { projectId: gardens, rulesVersion: 1, rule: (rules as { satisfaction: object }).satisfaction, ratings: [0, 0, 0, 0, 0], channels: { rating: { weight: 30, answers: 0, score: null }, survey: { weight: 50, answers: 0, score: null }, thirdParty: { weight: 20, answers: 0, score: null } }, score: null, grade: null } };
  const ticket: Happened = { type: 'RectificationOpened', data: { projectId: gardens, ticket: rater, level: 1, dueOn: '2019-12-10', departments: [works] } };

  it('is claimed when every indicator is met, and accepted by another unit', async () => {
    await api.given(...done);
    await api.post(to('completion'), { statement: '全部建成', evidence }, ofWorks, { on: '2019-11-15' });
    await api.post(to('acceptance'), inspection, commission, { on: '2019-11-20' });
    expect(await api.events()).toMatchObject([{ type: 'CompletionClaimed', data: { department: works } }, { type: 'AcceptancePassed', data: { acceptedOn: '2019-11-20', leads: [works], rulesVersion: 1 } }]);
  });
  it('is not claimed before, and "not met" not recorded after', async () => {
    await api.given(started(gardens, { indicators: [indicator(), indicator({ id: 'i2' })] }), submitted('2019-11', '12'), verified('2019-11', '12'));
    expect(await api.post(to('completion'), { statement: '全部建成', evidence }, ofWorks, { on: '2019-11-15' })).toMatchObject({ status: 409, body: { code: 'INDICATORS_NOT_MET', facts: { indicators: 'i2' } } });
    await api.post(to('not-met'), { body: '市发改委', reason: '未达标' }, commission, { on: '2019-12-31' });
    expect(await types()).toEqual(['NotMetRecorded']);
  });
  it('goes back to the department when one item of the inspection fails', async () => {
    await api.given(...done, claimed);
    await api.post(to('acceptance'), { ...inspection, items: [...inspection.items, { item: '照明', passed: false, note: '不亮' }] }, commission);
    expect(await types()).toEqual(['AcceptanceFailed']);
  });
  it.each([
    ['NOT_ACCEPTED', [claimed]], ['NOT_SCORED', [claimed, accepted, opened]], ['RECTIFICATIONS_OPEN', [claimed, accepted, opened, rated(rater, 1), ticket, scored]],
  ] as const)('is not closed while %s', async (code, before) => {
    await api.given(...done, ...before);
    expect(await api.post(to('closing'), { archiveNo: '2019-实事-1' }, commission)).toEqual(refusedWith(409, code));
    expect(await api.events()).toEqual([]);
  });
  it('is closed with its evaluation scored, and answered again for the same key', async () => {
    await api.given(...done, claimed, accepted, opened, scored);
    const first = await api.post(to('closing'), { archiveNo: '2019-实事-1' }, commission, { key: 'close-gardens' });
    expect(await api.post(to('closing'), { archiveNo: '2019-实事-1' }, commission, { key: 'close-gardens' })).toMatchObject({ status: 201, body: first.body });
    expect(await api.events()).toMatchObject([{ type: 'ProjectClosed', data: { archiveNo: '2019-实事-1', outcome: 'met' } }]);
  });
  it('cannot come before the project is on an adopted list', async () => {
    expect(await api.post(to('completion'), { statement: '全部建成', evidence }, ofWorks)).toEqual(refusedWith(404, 'DELIVERY_NOT_STARTED'));
  });
});
