import { closed, gardens, listId, started } from '@minsheng/read-models/testing';
import { citizen, commission, leader, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { closingOf } from '../testing/month-closing';
import { OpenedApi, type Answer } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const ofMarch = { period: '2019-03', department: works };
const types = async () => (await api.events()).map(({ type }) => type);
const refusedWith = (status: number, code: string) =>
  expect.objectContaining({ status, body: expect.objectContaining({ code }) }) as Answer;

describe('a supervision order', () => {
  const order = { ...ofMarch, level: 'yellow', reason: '亮红灯' };
  it('is received and answered by its department, and closed with an answer or a recorded waiver', async () => {
    await api.given(started(gardens));
    await api.post(to('orders'), order, commission, { on: '2019-03-28' });
    expect(await api.post(to('order-closings'), { order: 1 }, commission)).toEqual(
      refusedWith(409, 'ORDER_NOT_ANSWERED'),
    );
    expect(await api.post(to('order-receipts'), { order: 1 }, ofHealth)).toEqual(refusedWith(409, 'ORDER_UNKNOWN'));
    expect(await api.post(to('order-answers'), { order: 1, answer: '已整改' }, ofHealth)).toEqual(
      refusedWith(409, 'ORDER_UNKNOWN'),
    );
    await api.post(to('order-receipts'), { order: 1 }, ofWorks, { on: '2019-03-29' });
    await api.post(to('order-answers'), { order: 1, answer: '已整改' }, ofWorks);
    await api.post(to('order-closings'), { order: 1 }, commission);
    expect(await api.events()).toMatchObject([
      { type: 'OrderIssued', data: { order: 1, level: 'yellow', dueOn: '2019-04-12' } },
      { type: 'OrderReceived', data: { department: works, on: '2019-03-29' } },
      { type: 'OrderAnswered' },
      { type: 'OrderClosed' },
    ]);
  });
  it('goes up a level, to red and no further', async () => {
    await api.given(started(gardens));
    await api.post(to('orders'), order, commission);
    const escalation = { order: 1, reason: '答复没有措施' };
    expect(await api.post(to('order-escalations'), escalation, commission)).toEqual(refusedWith(409, 'ORDER_NOT_DUE'));
    await api.post(to('order-answers'), { order: 1, answer: '知悉。' }, ofWorks);
    await api.post(to('order-escalations'), escalation, commission, { on: '2019-04-01' });
    expect(await api.post(to('order-escalations'), escalation, commission)).toEqual(
      refusedWith(409, 'ORDER_AT_HIGHEST_LEVEL'),
    );
    expect(await api.events()).toMatchObject([
      { type: 'OrderIssued' },
      { type: 'OrderAnswered' },
      { type: 'OrderEscalated', data: { level: 'red', dueOn: '2019-04-09' } },
    ]);
  });
  it('names its level', async () => {
    await api.given(started(gardens));
    expect(await api.post(to('orders'), { ...order, level: 'orange' }, commission)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/level' }] },
    });
  });
  it('is pressed by the clock: overdue the day after, a level higher the day after that, each once', async () => {
    await api.given(started(gardens));
    await api.post(to('orders'), { ...order, dueOn: '2019-04-02' }, commission, { on: '2019-03-28' });
    for (const on of ['2019-04-02', '2019-04-03', '2019-04-04', '2019-04-04'])
      await api.post(to('days'), {}, commission, { on });
    expect(
      (await api.events())
        .filter(({ type }) => type.startsWith('Order'))
        .map(({ type, metadata: { on } }) => [type, on]),
    ).toEqual([
      ['OrderIssued', '2019-03-28'],
      ['OrderOverdue', '2019-04-03'],
      ['OrderEscalated', '2019-04-04'],
    ]);
  });
});

describe('a measure', () => {
  it('is called for by the closing of a month, and recorded as it was taken', async () => {
    await api.given(started(gardens));
    await api.post(to('month-closings'), closingOf('2019-03'), commission, { on: '2019-03-31' });
    await api.post(to('measures'), { ...ofMarch, measure: 'listed supervision', record: '列入挂牌督办' }, commission);
    expect(
      await api.post(to('measures'), { ...ofMarch, measure: 'listed supervision', record: '列入挂牌督办' }, commission),
    ).toEqual(refusedWith(409, 'ALREADY_LISTED'));
    await api.post(to('delistings'), { department: works, reason: '已追平' }, commission);
    expect(await api.post(to('delistings'), { department: works, reason: '已追平' }, commission)).toEqual(
      refusedWith(409, 'NOT_LISTED'),
    );
    expect((await types()).slice(-2)).toEqual(['MeasureTaken', 'Delisted']);
  });
});

describe('an issue', () => {
  const decision = {
    issue: 1,
    meeting: '第三次联席会议',
    decision: '先行用地',
    owner: '市自然资源局',
    dueOn: '2019-07-30',
  };
  it('goes from the department to the joint conference and back, and may come again', async () => {
    await api.given(
      started(gardens),
      {
        type: 'IssueRaised',
        data: { projectId: gardens, issue: 1, department: works, title: '用地', detail: '两处用地未批' },
      },
      { type: 'IssueDecided', data: { projectId: gardens, ...decision } },
    );
    expect(await api.post(to('issue-reopenings'), { issue: 1, reason: '仍未批' }, ofWorks)).toEqual(
      refusedWith(409, 'ISSUE_NOT_RESOLVED'),
    );
    await api.post(to('issue-resolutions'), { issue: 1, result: '已批' }, commission);
    expect(await api.post(to('issue-reopenings'), { issue: 1, reason: '仍未批' }, ofHealth)).toEqual(
      refusedWith(403, 'ISSUE_NOT_YOURS'),
    );
    await api.post(to('issue-reopenings'), { issue: 1, reason: '仍未批' }, ofWorks);
    expect(await types()).toEqual(['IssueResolved', 'IssueReopened']);
  });
  it('is told an agenda by the meeting alone', async () => {
    await api.given(started(gardens));
    await api.post(to('issues'), { title: '用地', detail: '两处用地未批' }, ofWorks);
    expect(
      await api.post(
        to('issue-decisions'),
        { ...decision, agendaItem: { meetingId: `${listId}-m000000001`, item: 1 } },
        leader,
      ),
    ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/agendaItem' }] } });
  });
});

it('supervision is no matter for citizens', async () => {
  await api.given(started(gardens), closed({}));
  expect(await api.post(to('measures'), { ...ofMarch, measure: 'interview', record: '约谈' }, citizen)).toEqual(
    refusedWith(403, 'ROLE_NOT_ALLOWED'),
  );
});
