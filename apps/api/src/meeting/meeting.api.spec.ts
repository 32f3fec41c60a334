import { delivering, gardens, listId, proposed, started } from '@minsheng/read-models/testing';
import { auditor, commission, elsewhere, leader, ofWorks } from '../testing/issued-tokens';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const meeting = {
  title: '联席会议第3次会议',
  heldOn: '2019-03-28',
  chair: '分管副市长',
  members: ['市住房和城乡建设局', '市自然资源局'],
};
const decision = { item: 1, decision: '两周内办结。', owner: '市自然资源局', dueOn: '2019-04-12' };
const refusedWith = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) }) as Answer;
const convened = async (): Promise<string> =>
  String((await api.post(`lists/${listId}/meetings`, meeting, commission)).body.id);
const withIssue = async (): Promise<string> => {
  await api.given(started(gardens));
  await api.post(`projects/${gardens}/issues`, { title: '用地', detail: '两处用地未批' }, ofWorks);
  return convened();
};

describe('the joint conference', () => {
  it('meets, takes an issue, decides it, adjourns with its minutes and follows up', async () => {
    const id = await withIssue();
    expect(id).toMatch(/^511400-2019-[0-9a-z]{10}$/);
    await api.post(`meetings/${id}/agenda`, { topic: '用地', issue: { projectId: gardens, issue: 1 } }, commission);
    await api.post(`meetings/${id}/decisions`, decision, leader);
    await api.post(`meetings/${id}/adjournment`, { minutesNo: '联席〔3〕号' }, commission);
    await api.post(`meetings/${id}/follow-ups`, { item: 1, done: true, text: '已批。' }, commission);
    expect((await api.events()).slice(1)).toMatchObject([
      { stream: `meeting-${id}`, type: 'MeetingConvened' },
      { type: 'AgendaItemPut', data: { item: 1, issue: { projectId: gardens, issue: 1 } } },
      {
        type: 'DecisionRecorded',
        data: { meeting: meeting.title, issue: { projectId: gardens, issue: 1 } },
        metadata: { actor: { role: 'leader' } },
      },
      { type: 'MeetingAdjourned' },
      { type: 'DecisionFollowedUp', data: { done: true } },
    ]);
  });
  it('is convened once for a request that is sent twice', async () => {
    const first = await api.post(`lists/${listId}/meetings`, meeting, leader, { key: 'third-meeting' });
    expect(await api.post(`lists/${listId}/meetings`, meeting, leader, { key: 'third-meeting' })).toMatchObject({
      status: 201,
      body: first.body,
    });
    expect(await api.events()).toHaveLength(1);
  });
  it('takes only issues that wait for a decision', async () => {
    const id = await withIssue();
    const put = (issue: number) =>
      api.post(`meetings/${id}/agenda`, { topic: '用地', issue: { projectId: gardens, issue } }, commission);
    expect(await put(2)).toEqual(refusedWith(409, 'ISSUE_UNKNOWN'));
    await put(1);
    await api.post(`meetings/${id}/decisions`, decision, leader);
    await api.policiesActed();
    const another = await convened();
    expect(
      await api.post(
        `meetings/${another}/agenda`,
        { topic: '用地', issue: { projectId: gardens, issue: 1 } },
        commission,
      ),
    ).toEqual(refusedWith(409, 'ISSUE_DECIDED'));
    expect(
      await api.post(
        `meetings/${id}/agenda`,
        { topic: '用地', issue: { projectId: `${listId}-p999999999`, issue: 1 } },
        commission,
      ),
    ).toEqual(refusedWith(409, 'ISSUE_UNKNOWN'));
  });
  it('decides an issue in one way: on its agenda, which the project then knows', async () => {
    const id = await withIssue();
    const old = { issue: 1, meeting: '专题会议', decision: '先行用地', owner: '市自然资源局', dueOn: '2019-04-12' };
    const refused = await api.post(`projects/${gardens}/issue-decisions`, old, leader);
    expect(refused).toEqual(refusedWith(409, 'DECIDED_BY_A_MEETING'));
    expect(refused.body.messages.zh).toContain('meetings/…/decisions');
    await api.post(`meetings/${id}/agenda`, { topic: '用地', issue: { projectId: gardens, issue: 1 } }, commission);
    await api.post(`meetings/${id}/decisions`, decision, leader);
    await api.policiesActed();
    expect((await api.events()).filter(({ type }) => type === 'IssueDecided')).toMatchObject([
      { data: { issue: 1, meeting: meeting.title, agendaItem: { meetingId: id, item: 1 } } },
    ]);
  });
  it('decides an issue once, whichever meeting has it on its agenda', async () => {
    const [first, second] = [await withIssue(), await convened()];
    for (const id of [first, second])
      await api.post(`meetings/${id}/agenda`, { topic: '用地', issue: { projectId: gardens, issue: 1 } }, commission);
    await api.post(`meetings/${first}/decisions`, decision, leader);
    await api.policiesActed();
    expect(await api.post(`meetings/${second}/decisions`, decision, leader)).toEqual(refusedWith(409, 'ISSUE_DECIDED'));
  });
  it('carries what it leaves open to the next agenda, where it is decided', async () => {
    const [id, next] = [await withIssue(), await convened()];
    await api.post(`meetings/${id}/agenda`, { topic: '用地', issue: { projectId: gardens, issue: 1 } }, commission);
    await api.post(`meetings/${id}/agenda`, { topic: '全年进度' }, commission);
    const adjourn = (meetingId: string, over: object = {}) =>
      api.post(`meetings/${meetingId}/adjournment`, { minutesNo: '联席〔3〕号', ...over }, commission);
    const refused = await adjourn(id);
    expect(refused).toEqual(refusedWith(409, 'ITEMS_LEFT_OPEN'));
    expect(refused.body.messages.zh).toContain('第 1、2 项');
    expect(await adjourn(id, { next: `${listId}-m000000009` })).toEqual(refusedWith(409, 'NEXT_MEETING_UNKNOWN'));
    const dropped = [{ item: 2, reason: '会后书面通报。' }];
    expect((await adjourn(id, { next, dropped })).status).toBe(201);
    await api.policiesActed();
    await api.policiesActed();
    await api.post(`meetings/${next}/decisions`, decision, leader);
    await api.policiesActed();
    expect((await adjourn(next)).status).toBe(201);
    await api.given(proposed(gardens));
    await api.shown();
    expect((await api.get(`meetings/${id}`, auditor)).body.agenda).toMatchObject([
      { topic: '用地', carriedTo: next },
      { topic: '全年进度', droppedFor: '会后书面通报。' },
    ]);
    expect((await api.get(`meetings/${next}`, auditor)).body.agenda).toMatchObject([
      { topic: '用地', from: { meetingId: id, item: 1 }, decision: { owner: '市自然资源局' } },
    ]);
    expect((await api.events()).find(({ type }) => type === 'IssueDecided')).toMatchObject({
      data: { agendaItem: { meetingId: next, item: 1 } },
    });
    expect(await adjourn(await convened(), { next })).toEqual(refusedWith(409, 'NEXT_MEETING_ADJOURNED'));
  });
  it('takes an issue that the commission raises, whose office runs it', async () => {
    await api.given(started(gardens));
    const issue = { title: '资金拨付', detail: '两个区未到位' };
    expect(await api.post(`projects/${gardens}/issues`, issue, commission)).toMatchObject({ status: 201 });
    expect(
      await api.post(
        `meetings/${await convened()}/agenda`,
        { topic: '资金拨付', issue: { projectId: gardens, issue: 1 } },
        commission,
      ),
    ).toMatchObject({ status: 201 });
  });
  it('is a matter of its own region, and of no department alone', async () => {
    const id = await convened();
    expect(await api.post(`meetings/${id}/agenda`, { topic: '用地' }, elsewhere)).toEqual(
      refusedWith(403, 'OTHER_REGION'),
    );
    expect(await api.post(`meetings/${id}/decisions`, decision, ofWorks)).toEqual(refusedWith(403, 'ROLE_NOT_ALLOWED'));
  });
  it('that was never convened is not there', async () => {
    expect(await api.post(`meetings/${listId}-m000000009/agenda`, { topic: '用地' }, commission)).toEqual(
      refusedWith(404, 'MEETING_UNKNOWN'),
    );
    expect(await api.post('meetings/nowhere/agenda', { topic: '用地' }, commission)).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED' },
    });
  });
  it('is read by staff of the region', async () => {
    await api.given(proposed(gardens), ...delivering);
    await api.shown();
    const {
      body: {
        meetings: [meeting],
      },
    } = await api.get(`lists/${listId}/meetings`, auditor);
    expect(meeting).toMatchObject({
      title: '第三次联席会议',
      agenda: [{ done: true, issue: { projectId: gardens } }, { settled: 'decided elsewhere' }],
    });
    expect((await api.get(`meetings/${meeting.meetingId}`, auditor)).body).toMatchObject({
      minutesNo: '纪要〔2019〕3号',
    });
    expect((await api.get(`meetings/${meeting.meetingId}`, elsewhere)).body.code).toBe('OTHER_REGION');
    expect((await api.get('meetings/511400-2019-nosuchmeet', auditor)).status).toBe(404);
  });
});
