import {
  benches,
  lamps,
  listId,
  received,
  selecting,
  suggesting,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { auditor, citizen, commission, deputy, neighbour, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const [listOpened] = selecting;
const suggestions = `lists/${listId}/suggestions`;
const suggestion = {
  title: '河堤路没有路灯',
  content: '夜里看不清路',
  contact: { name: '王小明', phone: '13800000001' },
  domain: '行有所畅',
};
const letter = {
  ...suggestion,
  channel: 'letter',
  receivedOn: '2018-09-03',
  contact: { name: '李大力', address: '湖滨路 9 号' },
};
const at = (id: string, act: string) => `suggestions/${id}/${act}`;
const registered = (suggestionId: string): GivenEvent => ({
  type: 'SuggestionRegistered',
  data: { suggestionId, title: '增加路灯', domain: '行有所畅' },
});
const assigned: GivenEvent = {
  type: 'SuggestionAssigned',
  data: { suggestionId: lamps, department: works, dueOn: '2018-10-20' },
};
const criterion = { met: true, note: '' };
const criteria = { perceivable: criterion, doable: criterion, fundable: criterion, checkable: criterion };

describe('a citizen who suggests', () => {
  beforeEach(() => api.given(listOpened));

  it('gets a receipt with a code to follow it by', async () => {
    const { status, body } = await api.post(suggestions, suggestion, citizen, { on: '2018-09-01' });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.stringMatching(/^511400-2019-[0-9a-z]{10}$/),
        streamVersion: 1,
        position: '2',
        trackingCode: expect.stringMatching(/^[2-9A-HJ-NP-Z]{10}$/),
      },
    });
    expect(await api.events()).toMatchObject([
      {
        stream: `suggestion-${body.id}`,
        type: 'SuggestionReceived',
        data: {
          suggestionId: body.id,
          listId,
          channel: 'web',
          receivedOn: '2018-09-01',
          domain: '行有所畅',
          anonymous: false,
          trackingCode: body.trackingCode,
        },
      },
    ]);
  });
  it('leaves no word and no contact in the log; the vault can give them back', async () => {
    const { body } = await api.post(suggestions, suggestion, citizen);
    const [{ data, metadata }] = await api.events();
    const log = JSON.stringify([data, metadata]);
    for (const personal of ['王小明', '13800000001', '路灯', '看不清', 'citizen-1'])
      expect(log).not.toContain(personal);
    expect(log).toContain(body.trackingCode); // the search does find what is there
    expect(await api.vault.openAll([data.words as never])).toEqual([
      { title: '河堤路没有路灯', content: '夜里看不清路' },
    ]);
    expect(await api.vault.contactOf(data.words as never)).toEqual({ name: '王小明', phone: '13800000001' });
  });
  it('may stay anonymous', async () => {
    await api.post(suggestions, { ...suggestion, contact: { phone: '13800000001' } }, citizen);
    await api.post(suggestions, { title: '座椅', content: '多设座椅' }, neighbour);
    expect((await api.events()).map(({ data }) => data.anonymous)).toEqual([true, true]);
  });
  it('gets the same receipt and code for the same request sent again', async () => {
    const first = await api.post(suggestions, suggestion, citizen, { key: 'my-suggestion' });
    const again = await api.post(suggestions, suggestion, citizen, { key: 'my-suggestion' });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await api.events()).toHaveLength(1);
  });
  it('changes nothing, in the vault neither, with another request under the same key', async () => {
    await api.post(suggestions, suggestion, citizen, { key: 'my-suggestion' });
    const other = await api.post(suggestions, { ...suggestion, contact: { name: '赵四' } }, citizen, {
      key: 'my-suggestion',
    });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const [{ data }] = await api.events();
    expect(await api.vault.contactOf(data.words as never)).toEqual({ name: '王小明', phone: '13800000001' });
  });
  it('acts under a pseudonym that says no more than the list', async () => {
    await api.given({ ...listOpened, data: { ...listOpened.data, listId: '511400-2020', year: 2020 } });
    await api.post(suggestions, suggestion, citizen);
    await api.post('lists/511400-2020/suggestions', suggestion, citizen);
    const [here, there] = (await api.events()).map(({ metadata, data }) => [
      (metadata.actor as { id: string }).id,
      (data.words as { person: string }).person,
    ]);
    expect(here[0]).not.toBe(there[0]);
    expect(here[1]).not.toBe(there[1]);
    expect(JSON.stringify(await api.events())).not.toContain(api.vault.actorTag('citizen-1'));
  });
  it('suggests to a list that is there', async () => {
    expect(await api.post('lists/511400-2031/suggestions', suggestion, citizen)).toMatchObject({
      status: 404,
      body: { code: 'LIST_UNKNOWN' },
    });
    expect((await api.pool.query('select count(*)::int as rows from vault.person')).rows).toEqual([{ rows: 0 }]);
  });
  it('shares no key with somebody else', async () => {
    const [mine, theirs] = [
      await api.post(suggestions, suggestion, citizen, { key: 'same-key-1' }),
      await api.post(suggestions, suggestion, neighbour, { key: 'same-key-1' }),
    ];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.body.id).not.toBe(theirs.body.id);
  });
});

describe('staff', () => {
  it.each([[commission], [deputy]])('key in what came by letter', async (person) => {
    await api.given(listOpened);
    const { status } = await api.post(`lists/${listId}/offline-suggestions`, letter, person);
    expect(status).toBe(201);
    const [{ data }] = await api.events();
    expect(data).toMatchObject({ channel: 'letter', receivedOn: '2018-09-03', anonymous: false });
    expect(await api.vault.contactOf(data.words as never)).toEqual({ name: '李大力', address: '湖滨路 9 号' });
  });
  it('keep two letters of one typist apart: erasing one leaves the other readable', async () => {
    await api.given(listOpened);
    await api.post(`lists/${listId}/offline-suggestions`, letter, commission);
    await api.post(`lists/${listId}/offline-suggestions`, { ...letter, contact: { name: '孙七' } }, commission);
    const [first, second] = (await api.events()).map(({ data }) => data.words as { person: string });
    expect(first.person).not.toBe(second.person);
  });
  it('cannot key in what came online', async () => {
    expect(
      await api.post(`lists/${listId}/offline-suggestions`, { ...letter, channel: 'web' }, commission),
    ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/channel' }] } });
  });
  it('register, assign, hear the department, screen and answer', async () => {
    await api.given(received(lamps));
    for (const [act, body, person] of [
      ['registration', { title: '增加路灯', domain: '行有所畅' }, commission],
      ['assignment', { department: works, dueOn: '2018-10-20' }, commission],
      ['opinions', { opinion: '可行', supports: true }, ofWorks],
      ['screening', { criteria, outcome: 'reserve pool', reason: '资金未落实' }, commission],
      ['answer', { answer: '已入储备库' }, commission],
    ] as const)
      expect(await api.post(at(lamps, act), body, person)).toMatchObject({ status: 201, body: { id: lamps } });
    expect((await api.events()).map(({ type, metadata }) => [type, (metadata.actor as { role: string }).role])).toEqual(
      [
        ['SuggestionRegistered', 'commission'],
        ['SuggestionAssigned', 'commission'],
        ['OpinionGiven', 'department'],
        ['SuggestionScreened', 'commission'],
        ['SuggestionAnswered', 'commission'],
      ],
    );
  });
  it('refer what is out of scope, with a reason from the list', async () => {
    await api.given(received(lamps));
    expect(
      await api.post(at(lamps, 'referral'), { to: '市交警支队', reason: 'a bad day', text: '个案' }, commission),
    ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
    expect(
      (
        await api.post(
          at(lamps, 'referral'),
          { to: '市交警支队', reason: 'one person or unit only', text: '个案' },
          commission,
        )
      ).status,
    ).toBe(201);
  });
  it('merge and undo it', async () => {
    await api.given(received(lamps), registered(lamps), received(benches), registered(benches));
    expect((await api.post(at(benches, 'merge'), { into: lamps }, commission)).status).toBe(201);
    expect((await api.post(at(benches, 'unmerge'), { reason: '不是一件事' }, commission)).status).toBe(201);
    expect((await api.events()).map(({ type, data }) => [type, data.into ?? data.from])).toEqual([
      ['SuggestionMerged', lamps],
      ['SuggestionUnmerged', lamps],
    ]);
  });
  it.each([
    ['MERGE_TARGET_UNKNOWN', 409, '511400-2019-nobody0000'],
    ['NOT_MERGED_INTO_ITSELF', 409, benches],
    ['MERGE_TARGET_IS_MERGED', 409, lamps],
    ['MALFORMED', 400, 'lamps'],
  ])('cannot merge where that is %s', async (code, status, into) => {
    await api.given(received(lamps), registered(lamps), received(benches), registered(benches));
    if (code === 'MERGE_TARGET_IS_MERGED')
      await api.given({ type: 'SuggestionMerged', data: { suggestionId: lamps, into: benches } });
    expect(await api.post(at(benches, 'merge'), { into }, commission)).toMatchObject({ status, body: { code } });
    expect(await api.events()).toEqual([]);
  });
  it('get the first receipt of a merge although its target has since been merged itself', async () => {
    await api.given(received(lamps), registered(lamps), received(benches), registered(benches));
    const first = await api.post(at(benches, 'merge'), { into: lamps }, commission, { key: 'merge-benches' });
    await api.store.append(`suggestion-${lamps}`, 'any', [
      {
        id: '00000000-0000-4000-a000-000000000001',
        type: 'SuggestionMerged',
        version: 1,
        data: JSON.stringify({ suggestionId: lamps, into: benches }),
        metadata: '{}',
      },
    ]);
    expect(await api.post(at(benches, 'merge'), { into: lamps }, commission, { key: 'merge-benches' })).toMatchObject({
      status: 201,
      body: first.body,
    });
  });
  it('of another department give no opinion', async () => {
    await api.given(received(lamps), registered(lamps), assigned);
    expect(await api.post(at(lamps, 'opinions'), { opinion: '可行', supports: true }, ofHealth)).toMatchObject({
      status: 403,
      body: { code: 'NOT_THE_HANDLING_DEPARTMENT' },
    });
  });
  it('are told what is missing for a candidate', async () => {
    await api.given(received(lamps), registered(lamps));
    expect(
      await api.post(
        at(lamps, 'screening'),
        { criteria: { ...criteria, fundable: { met: false, note: '' } }, outcome: 'candidate' },
        commission,
      ),
    ).toMatchObject({ status: 409, body: { code: 'CRITERIA_NOT_MET' } });
    expect(
      await api.post(at('511400-2019-nobody0000', 'registration'), { title: '无', domain: '其他' }, commission),
    ).toMatchObject({ status: 404, body: { code: 'SUGGESTION_UNKNOWN' } });
  });
});

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
      'projectId',
      'receivedOn',
      'referredTo',
      'status',
      'title',
      'trackingCode',
    ]);
    expect(await api.get('suggestions/tracking/ZZZZZZZZZZ')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });
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
  it('sees as staff the words, as commission the contact too, as auditor neither', async () => {
    await api.given(listOpened);
    const {
      body: { id },
    } = await api.post(suggestions, suggestion, citizen);
    await api.post(at(id, 'registration'), { title: '增加路灯', domain: '行有所畅' }, commission);
    await api.post(at(id, 'assignment'), { department: works, dueOn: '2018-10-20' }, commission);
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
  it('pages through a list, counts matters without the merged, filters by status', async () => {
    await api.given(...suggesting.slice(0, 6), ...suggesting.slice(7));
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
