import { gardens, listId, started } from '@minsheng/read-models/testing';
import { auditor, commission, leader, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const meeting = { title: '联席会议', heldOn: '2019-03-28', chair: '分管副市长', members: ['市自然资源局'] };
const minutes = { minutesNo: '联席〔3〕号' };
const issue = { projectId: gardens, issue: 1 };
const convened = async (heldOn = meeting.heldOn): Promise<string> =>
  String((await api.post(`lists/${listId}/meetings`, { ...meeting, heldOn }, commission)).body.id);
const raise = async () => {
  await api.given(started(gardens));
  await api.post(`projects/${gardens}/issues`, { title: '用地', detail: '两处用地未批' }, ofWorks);
};
const put = (id: string, item: object = { topic: '用地', issue }) =>
  api.post(`meetings/${id}/agenda`, item, commission);
const decide = (id: string, owner = '市自然资源局') =>
  api.post(`meetings/${id}/decisions`, { item: 1, decision: '先行用地。', owner, dueOn: '2019-04-12' }, leader);
const adjourn = (id: string, over: object = {}, on?: string) =>
  api.post(`meetings/${id}/adjournment`, { ...minutes, ...over }, commission, { on });
const agendaOf = async (id: string) => {
  await api.policiesActed();
  await api.shown();
  return (await api.get(`meetings/${id}`, auditor)).body.agenda;
};

describe('two meetings', () => {
  it.each([0, 1, 2, 3])(
    'that decide one issue at once decide it in one way, and the other is shown so: %i',
    async () => {
      await raise();
      const [first, second] = [await convened(), await convened()];
      await put(first);
      await put(second);
      const statuses = (await Promise.all([decide(first, '市财政局'), decide(second)])).map(({ status }) => status);
      const agendas = [await agendaOf(first), await agendaOf(second)].flat();
      const inEffect = agendas.filter(({ decision, settled }) => decision && !settled);
      expect(inEffect).toHaveLength(1);
      expect(agendas.filter(({ settled }) => settled === 'decided elsewhere')).toHaveLength(
        statuses.filter((status) => status === 201).length - 1,
      );
      expect((await api.events()).filter(({ type }) => type === 'IssueDecided')).toMatchObject([
        { data: { owner: inEffect[0].decision.owner } },
      ]);
    },
  );
  it.each([
    ['names the other', false],
    ['and the other name each other', true],
  ])('of which one %s as the next, and both are adjourned at once, lose no item', async (_, eachOther) => {
    const [first, second] = [await convened(), await convened()];
    await put(first, { topic: '资金' });
    if (eachOther) await put(second, { topic: '用地' });
    await Promise.all([adjourn(first, { next: second }), adjourn(second, eachOther ? { next: first } : {})]);
    const [ofFirst, ofSecond] = [await agendaOf(first), await agendaOf(second)];
    for (const topic of eachOther ? ['资金', '用地'] : ['资金']) {
      const shown = [...ofFirst, ...ofSecond].filter((item) => item.topic === topic && !item.carriedTo);
      expect(shown).toHaveLength(1);
    }
  });
  it('of which the next is over before items come: the first has them again, and is adjourned again', async () => {
    const [first, second, third] = [await convened(), await convened(), await convened()];
    await put(first, { topic: '资金' });
    expect((await adjourn(first, { next: second })).status).toBe(201);
    expect((await adjourn(second)).status).toBe(201);
    expect(await agendaOf(first)).toMatchObject([{ topic: '资金', returnedBy: second }]);
    expect(await adjourn(first)).toMatchObject({ status: 409, body: { code: 'ITEMS_LEFT_OPEN' } });
    expect((await adjourn(first, { next: third })).status).toBe(201);
    expect(await agendaOf(third)).toMatchObject([{ topic: '资金', from: { meetingId: first, item: 1 } }]);
    expect(await agendaOf(first)).toMatchObject([{ topic: '资金', carriedTo: third }]);
  });
  it('one of which decides what the other leaves open settle it for both', async () => {
    await raise();
    const [first, second] = [await convened(), await convened()];
    await put(first);
    await put(second);
    await decide(first);
    await api.policiesActed();
    expect((await adjourn(second)).status).toBe(201);
    expect(await agendaOf(second)).toMatchObject([{ topic: '用地', settled: 'decided elsewhere' }]);
  });
});

describe('a meeting', () => {
  it('decides no issue of a project that has ended, and leaves none open', async () => {
    await raise();
    const id = await convened();
    await put(id);
    await api.given({ type: 'ProjectClosed', data: { projectId: gardens, archiveNo: '1', outcome: 'not met' } });
    expect(await decide(id)).toMatchObject({ status: 409, body: { code: 'DELIVERY_NOT_UNDER_WAY' } });
    expect((await adjourn(id)).status).toBe(201);
    expect(await agendaOf(id)).toMatchObject([{ settled: 'project ended' }]);
  });
  it('decides no issue that was raised after its day', async () => {
    await raise();
    const before = await convened('2019-03-27');
    expect(await put(before)).toMatchObject({ status: 409, body: { code: 'MEETING_BEFORE_THE_ISSUE' } });
  });
  it('carries nothing to a meeting before its day', async () => {
    const [id, before] = [await convened(), await convened('2019-03-27')];
    await put(id, { topic: '资金' });
    expect(await adjourn(id, { next: before })).toMatchObject({ status: 409, body: { code: 'NEXT_MEETING_BEFORE' } });
  });
  it('is adjourned in the version that its clerk saw, also where an issue is settled with it', async () => {
    await raise();
    const [first, second] = [await convened(), await convened()];
    await put(first);
    await put(second);
    await decide(first);
    await api.policiesActed();
    const send = (version: number) =>
      api.post(`meetings/${second}/adjournment`, minutes, commission, { headers: { 'if-match': `"${version}"` } });
    expect(await send(1)).toMatchObject({ body: { code: 'STALE_VERSION' } });
    expect((await send(2)).status).toBe(201);
  });
});
