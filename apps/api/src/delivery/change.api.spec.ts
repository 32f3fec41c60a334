import { gardens, lamps, started, type GivenEvent } from '@minsheng/read-models/testing';
import { citizen, commission, leader, recorder, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const applied = {
  changes: [{ kind: 'target', indicatorId: 'i1', target: '10' }],
  reason: '文物勘探，工期顺延。',
  evidence: [{ kind: 'document', caption: '考古勘探报告' }],
};
const decision = {
  adjustment: 1,
  approved: true,
  bodyKind: 'congress standing committee',
  body: '市人大常委会',
  heldOn: '2019-08-01',
  documentNo: '常发〔2019〕9号',
};
const refusedWith = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) }) as Answer;
const voted = (): GivenEvent => {
  const begun = started(gardens);
  return { ...begun, data: { ...begun.data, adoptedBy: '市人大常委会' } } as GivenEvent;
};

describe('an adjustment', () => {
  it('is applied for by the department, checked by the commission, decided by its adopters, published', async () => {
    await api.given(voted());
    await api.post(to('adjustments'), applied, ofWorks, { on: '2019-07-20' });
    await api.post(to('adjustment-checks'), { adjustment: 1, supported: true, opinion: '情况属实。' }, commission, {
      on: '2019-07-25',
    });
    expect(
      await api.post(to('adjustment-decisions'), { ...decision, body: '市政府常务会议' }, leader, { on: '2019-08-02' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'NOT_THE_ADOPTING_BODY', facts: { body: '市政府常务会议', adoptedBy: '市人大常委会' } },
    });
    await api.post(to('adjustment-decisions'), decision, leader, { on: '2019-08-02' });
    await api.post(to('adjustment-notices'), { adjustment: 1, noticeNo: '公告3号' }, commission, {
      on: '2019-08-05',
    });
    expect(await api.events()).toMatchObject([
      { type: 'AdjustmentApplied', data: { adjustment: 1, department: works, before: ['12'] } },
      { type: 'AdjustmentChecked' },
      { type: 'AdjustmentApproved', data: { decidedOn: '2019-08-02', changes: [{ target: '10' }] } },
      { type: 'AdjustmentPublished' },
    ]);
  });
  it('changes what is asked of the department from then on', async () => {
    await api.given(started(gardens));
    await api.post(
      to('adjustments'),
      { ...applied, changes: [{ kind: 'lead', indicatorId: 'i1', lead: '市卫生健康委员会' }] },
      ofWorks,
    );
    await api.post(to('adjustment-checks'), { adjustment: 1, supported: true, opinion: '机构改革。' }, commission);
    await api.post(to('adjustment-decisions'), decision, recorder, { on: '2019-08-02' });
    const report = {
      period: '2019-08',
      lines: [{ indicatorId: 'i1', value: '3' }],
      progress: '按计划推进',
      evidence: [],
    };
    const inAugust = { on: '2019-08-28' };
    expect(await api.post(to('reports'), report, ofWorks, inAugust)).toEqual(
      refusedWith(403, 'NOT_THE_LEAD_DEPARTMENT'),
    );
    expect((await api.post(to('reports'), report, ofHealth, inAugust)).status).toBe(201);
  });
  it('is not decided by a decision of the future, nor by one of before it was applied for', async () => {
    await api.given(started(gardens));
    await api.post(to('adjustments'), applied, ofWorks, { on: '2019-07-20' });
    await api.post(to('adjustment-checks'), { adjustment: 1, supported: true, opinion: '情况属实。' }, commission, {
      on: '2019-07-25',
    });
    const heldOn = (day: string) =>
      api.post(to('adjustment-decisions'), { ...decision, heldOn: day }, recorder, { on: '2019-08-02' });
    expect(await heldOn('2031-01-01')).toEqual(refusedWith(409, 'DECISION_IN_THE_FUTURE'));
    expect(await heldOn('2019-07-01')).toEqual(refusedWith(409, 'DECISION_BEFORE_THE_CHECK'));
    expect((await heldOn('2019-08-01')).status).toBe(201);
  });
  it('is no matter of another department, nor of a citizen', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('adjustments'), applied, ofHealth)).toEqual(refusedWith(403, 'NOT_THE_LEAD_DEPARTMENT'));
    expect(await api.post(to('adjustments'), applied, citizen)).toEqual(refusedWith(403, 'ROLE_NOT_ALLOWED'));
  });
  it('says in its own words what does not fit', async () => {
    await api.given(started(gardens));
    expect(
      await api.post(
        to('adjustments'),
        { ...applied, changes: [{ kind: 'target', indicatorId: 'i1', target: '12' }] },
        ofWorks,
      ),
    ).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_TO_CHANGE', messages: { zh: '新值与现值相同：target i1' } },
    });
    expect(await api.post(to('adjustments'), { ...applied, changes: [] }, ofWorks)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/changes' }] },
    });
  });
  it('ends a project into one that goes on, and into no other', async () => {
    await api.given(started(gardens));
    const merge = { ...applied, changes: [{ kind: 'merge', into: lamps }] };
    expect(await api.post(to('adjustments'), merge, ofWorks)).toMatchObject({
      status: 409,
      body: { code: 'PROJECT_DOES_NOT_GO_ON', facts: { projectId: lamps } },
    });
    await api.given(started(lamps as never));
    const first = await api.post(to('adjustments'), merge, ofWorks, { key: 'merge-into-lamps' });
    expect(first.status).toBe(201);
    expect(await api.post(to('adjustments'), merge, ofWorks, { key: 'merge-into-lamps' })).toMatchObject({
      status: 201,
      body: first.body,
    });
    expect(await api.events()).toHaveLength(1);
  });
});
