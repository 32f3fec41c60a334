import {
  adopted,
  benches,
  gardens,
  lamps,
  proposed,
  received,
  started,
  suggesting,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { auditor, citizen, commission, neighbour, ofHealth, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { at, criteria, listOpened, registered, suggestion, suggestions } from './suggestion.fixtures';

const api = new OpenedApi();
describe('who reads a suggestion', () => {
  it('follows it by its code, without a word of the person', async () => {
    await api.given(...suggesting);
    await api.shown();
    const { status, body } = await api.get('suggestions/tracking/ABCDEFGHJK');
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'answer',
      'domain',
      'outcome',
      'projects',
      'receivedOn',
      'referredTo',
      'status',
      'steps',
      'title',
      'trackingCode',
    ]);
    expect(await api.get('suggestions/tracking/ZZZZZZZZZZ')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });
  it.each<[GivenEvent[], string, string | undefined, string, string | undefined]>([
    [[], '已进入候选项目，等待决定', undefined, 'candidate', undefined],
    [
      [{ type: 'CandidateShelved', data: { projectId: gardens, reason: '用地未落实' } }],
      '候选项目已搁置，本年不再提交决定',
      undefined,
      'shelved',
      '：候选项目搁置',
    ],
    [
      [{ type: 'CandidatePassedOver', data: { projectId: gardens } }],
      '候选项目未入选本年清单',
      undefined,
      'passed over',
      '：未入选年度清单',
    ],
    [[adopted(gardens), started(gardens)], '已列入年度清单', gardens, 'on the list', '：列入年度清单第 1 项'],
  ])(
    'reads what became of the candidate, with a link only where there is a page: %#',
    async (events, zh, link, outcome, step) => {
      await api.given(
        received(lamps),
        registered(lamps),
        { type: 'SuggestionScreened', data: { suggestionId: lamps, outcome: 'candidate', criteria } },
        proposed(gardens),
        { type: 'SuggestionLinkedToCandidate', data: { suggestionId: lamps, projectId: gardens } },
        { type: 'SuggestionAnswered', data: { suggestionId: lamps, answer: '已列入候选', outcome: 'candidate' } },
        ...events,
      );
      await api.shown();
      const { body } = await api.get('suggestions/tracking/ABCDEFGHJK');
      expect(body).toMatchObject({ outcome, projects: [{ title: expect.any(String), zh }] });
      expect(body.projects[0].projectId).toBe(link);
      expect(body.steps.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
        '收到建议（渠道：网页）',
        '登记：增加路灯',
        '按“四可”筛选：列为候选项目',
        '进入候选项目',
        '答复',
        ...(step ? [expect.stringContaining(step)] : []),
      ]);
    },
  );
  it('sees the answer of the main one where theirs was merged', async () => {
    await api.given(
      received(lamps),
      registered(lamps),
      received(benches, { trackingCode: 'BBBBBBBBBB' }),
      registered(benches),
      { type: 'SuggestionMerged', data: { suggestionId: benches, into: lamps } },
      {
        type: 'SuggestionReferred',
        data: { suggestionId: lamps, to: '市交警支队', reason: 'not this region', text: '个案' },
      },
      { type: 'SuggestionAnswered', data: { suggestionId: lamps, answer: '已转办', outcome: 'referred' } },
    );
    await api.shown();
    expect((await api.get('suggestions/tracking/BBBBBBBBBB')).body).toMatchObject({
      status: 'merged',
      mergedWith: { title: '增加路灯', status: 'answered' },
      answer: '已转办',
      referredTo: '市交警支队',
    });
  });
  it('follows it also where an older ledger merged two into each other', async () => {
    await api.given(
      received(lamps),
      registered(lamps),
      received(benches, { trackingCode: 'BBBBBBBBBB' }),
      registered(benches),
      { type: 'SuggestionMerged', data: { suggestionId: benches, into: lamps } },
      { type: 'SuggestionMerged', data: { suggestionId: lamps, into: benches } },
    );
    await api.shown();
    expect(await api.get('suggestions/tracking/BBBBBBBBBB')).toMatchObject({
      status: 200,
      body: { status: 'merged', mergedWith: { status: 'merged' } },
    });
    expect(await api.post(at(benches, 'unmerge'), { reason: '互相合并' }, commission)).toMatchObject({ status: 201 });
  });
  it('sees as staff the words, as commission the contact too, as auditor neither', async () => {
    await api.given(listOpened);
    const {
      body: { id },
    } = await api.post(suggestions, suggestion, citizen);
    await api.post(at(id, 'registration'), { title: '增加路灯', domain: '行有所畅' }, commission);
    await api.post(at(id, 'assignment'), { department: works, dueOn: '2019-04-10' }, commission);
    await api.shown();
    const words = { title: '河堤路没有路灯', content: '夜里看不清路' };
    const [ofCommission, ofDepartment, ofAuditor] = [
      await api.get(`suggestions/${id}`, commission),
      await api.get(`suggestions/${id}`, ofWorks),
      await api.get(`suggestions/${id}`, auditor),
    ];
    expect(ofCommission).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: { words, contact: { name: '王小明', phone: '13800000001' } },
    });
    expect(ofDepartment.body).toMatchObject({ words });
    expect(ofDepartment.body).not.toHaveProperty('contact');
    expect(ofAuditor.body).toMatchObject({ suggestionId: id, words: null });
    expect(await api.get(`suggestions/${id}`, ofHealth)).toMatchObject({
      status: 403,
      body: { code: 'NOT_THE_HANDLING_DEPARTMENT' },
    });
    // the contact was read once, and that is on record
    const rows = api.securityEvents.filter(({ subject }) => subject === id);
    expect(rows).toMatchObject([
      { event: 'CONTACT_READ', role: 'commission', person: api.vault.actorTag(commission.sub) },
    ]);
    expect(api.logged.join('')).not.toMatch(/王小明|13800000001/);
  });
  it('sees no words once the person is erased, and the course all the same', async () => {
    await api.given(listOpened);
    const {
      body: { id },
    } = await api.post(suggestions, suggestion, citizen);
    await api.shown();
    await api.vault.erase('citizen-1');
    expect((await api.get(`suggestions/${id}`, commission)).body).toMatchObject({
      words: null,
      contact: null,
      status: 'received',
    });
  });
  it('reads the words of the others where the vault holds those of one damaged; the log says so', async () => {
    await api.given(listOpened);
    const { body: damaged } = await api.post(suggestions, suggestion, citizen);
    const { body: whole } = await api.post(suggestions, suggestion, neighbour);
    await api.shown();
    await api.pool.query(
      `update vault.person set key_cipher = left(key_cipher, 8), contact_cipher = null
        where person = (select words ->> 'person' from read.suggestion where suggestion_id = $1)::uuid`,
      [damaged.id],
    );
    const { status, body } = await api.get(suggestions, commission);
    expect(status).toBe(200);
    expect(
      Object.fromEntries(body.items.map(({ suggestionId, words }: Record<string, never>) => [suggestionId, words])),
    ).toEqual({
      [damaged.id]: 'unreadable',
      [whole.id]: { title: suggestion.title, content: suggestion.content },
    });
    expect(await api.get(`suggestions/${damaged.id}`, commission)).toMatchObject({
      status: 200,
      body: { words: 'unreadable', contact: 'unreadable' },
    });
    expect(api.logged.filter((line) => line.includes('cannot be read') && line.includes(damaged.id))).not.toEqual([]);
  });
  it('pages through a list, counts matters without the merged, filters by status', async () => {
    await api.given(...suggesting.filter(({ type }) => type !== 'SuggestionUnmerged'));
    await api.shown();
    const first = await api.get(`${suggestions}?limit=2`, commission);
    expect(first.body).toMatchObject({
      received: 3,
      matters: 2,
      items: [{ suggestionId: benches }, { suggestionId: lamps }],
      next: expect.any(String),
    });
    const second = await api.get(`${suggestions}?limit=2&cursor=${first.body.next}`, commission);
    expect(second.body.items).toHaveLength(1);
    expect(second.body).not.toHaveProperty('next');
    expect((await api.get(`${suggestions}?status=merged`, commission)).body.items).toMatchObject([
      { suggestionId: benches },
    ]);
  });
  it('sees it as it was recorded by an earlier instant', async () => {
    await api.given(received(lamps));
    const before = new Date(Date.now() - 60_000).toISOString();
    expect((await api.get(`suggestions/${lamps}?asOf=${before}`, auditor)).status).toBe(404);
    expect((await api.get(`suggestions/${lamps}?asOf=${new Date().toISOString()}`, auditor)).body).toMatchObject({
      status: 'received',
    });
  });
});
