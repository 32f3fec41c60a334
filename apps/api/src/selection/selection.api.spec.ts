import {
  clinics,
  commitment,
  gardens,
  listId,
  proposed,
  rules,
  selecting,
  started,
  suggesting,
} from '@minsheng/read-models/testing';
import { citizen, commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { list, opened, opening, rulesAdopted } from './selection.fixtures';

const api = new OpenedApi();
describe('the commission', () => {
  it('opens a list: region and year are those of the address', async () => {
    expect(await api.post(list('opening'), opening, commission)).toMatchObject({
      status: 201,
      body: { id: listId, streamVersion: 1 },
    });
    expect(await api.events()).toMatchObject([
      {
        stream: `annual-list-${listId}`,
        type: 'AnnualListOpened',
        data: { listId, regionCode: '511400', year: 2019, mode: 'deputies vote', seats: 2 },
      },
    ]);
  });
  it('opens one list per region and year', async () => {
    await api.given(opened());
    expect(await api.post(list('opening'), opening, commission)).toMatchObject({
      status: 409,
      body: { code: 'LIST_ALREADY_OPENED' },
    });
  });
  it('adopts rules whose weights sum to 100, and no others', async () => {
    await api.given(opened());
    const wrong = {
      ...rules,
      satisfaction: { ...rules.satisfaction, weights: { rating: 30, survey: 50, thirdParty: 30 } },
    };
    expect(await api.post(list('rules'), { rules: wrong }, commission)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/rules/satisfaction', detail: 'weights must sum to 100' }] },
    });
    expect((await api.post(list('rules'), { rules }, commission)).status).toBe(201);
    expect(await api.events()).toMatchObject([{ type: 'RulesAdopted', data: { rulesVersion: 1 } }]);
  });
  it('proposes a candidate, whose id a retry finds again', async () => {
    await api.given(opened());
    const first = await api.post(list('candidates'), commitment(), commission, { key: 'gardens-2019' });
    const again = await api.post(list('candidates'), commitment(), commission, { key: 'gardens-2019' });
    expect(first).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^511400-2019-[0-9a-z]{10}$/) } });
    expect(again.body).toEqual(first.body);
    expect(await api.events()).toMatchObject([
      { stream: `candidate-${first.body.id}`, type: 'CandidateProposed', data: { title: '新建口袋公园' } },
    ]);
  });
  it('proposes none to a list that was not opened', async () =>
    expect(await api.post(list('candidates'), commitment(), commission)).toMatchObject({
      status: 404,
      body: { code: 'LIST_UNKNOWN' },
    }));
  it('proposes none out of a suggestion that was not screened as one', async () => {
    await api.given(opened());
    expect(
      await api.post(list('candidates'), { ...commitment(), suggestions: ['511400-2019-nobody0000'] }, commission),
    ).toMatchObject({ status: 409, body: { code: 'SUGGESTION_NO_CANDIDATE' } });
  });
  it('links a candidate to projects that exist: last year’s, which is carried over, and none else', async () => {
    const lastYear = '511400-2018-gardens001';
    await api.given(opened(), started(lastYear));
    const carriedOver = (projectId: string) =>
      api.post(
        list('candidates'),
        { ...commitment(), lineage: [{ relation: 'carried over from', projectId }] },
        commission,
      );
    expect(await carriedOver('511400-2018-nobody0000')).toMatchObject({
      status: 409,
      body: { code: 'LINKED_PROJECT_UNKNOWN', facts: { projectId: '511400-2018-nobody0000' } },
    });
    expect((await carriedOver(lastYear)).status).toBe(201);
    expect(await api.events()).toMatchObject([{ data: { lineage: [{ projectId: lastYear }] } }]);
  });
  it('proposes another under another key', async () => {
    await api.given(opened());
    const [first, second] = [
      await api.post(list('candidates'), commitment(), commission),
      await api.post(list('candidates'), commitment(), commission),
    ];
    expect(first.body.id).not.toBe(second.body.id);
  });
  it('proposes nothing that is due after the year without a goal for the year', async () => {
    await api.given(opened(), rulesAdopted);
    const [first, ...rest] = commitment().indicators;
    const late = (more: object) => ({
      ...commitment(),
      indicators: [{ ...first, dueOn: '2021-06-30', ...more }, ...rest],
    });
    expect(await api.post(list('candidates'), late({}), commission)).toMatchObject({
      status: 409,
      body: {
        code: 'STAGE_GOAL_MISSING',
        messages: { zh: `指标 ${first.id} 的完成时限在 2019 年以后，请写明 2019 年的阶段目标` },
      },
    });
    expect(
      (await api.post(list('candidates'), late({ stageGoals: [{ year: 2019, goal: '完成选址' }] }), commission)).status,
    ).toBe(201);
  });
  it('shelves a candidate, once', async () => {
    await api.given(proposed(gardens));
    expect((await api.post(`projects/${gardens}/shelving`, { reason: '用地未落实' }, commission)).status).toBe(201);
    expect(await api.post(`projects/${gardens}/shelving`, { reason: '用地未落实' }, commission)).toMatchObject({
      status: 409,
      body: { code: 'CANDIDATE_ALREADY_DECIDED' },
    });
    expect(await api.post(`projects/${clinics}/shelving`, { reason: '没有' }, commission)).toMatchObject({
      status: 404,
      body: { code: 'CANDIDATE_UNKNOWN' },
    });
  });
  it('amends the rules of an adopted list from a month on, never backwards', async () => {
    await api.given(...suggesting, ...selecting);
    const amendment = (from: string) => ({
      rules: { ...rules, reportDueDay: 25 },
      from,
      reason: '按常务会议意见修订。',
    });
    expect(
      await api.post(list('rule-amendments'), amendment('2019-05'), commission, { on: '2019-06-20' }),
    ).toMatchObject({ status: 409, body: { code: 'RULES_REACH_BACK', facts: { from: '2019-05' } } });
    expect(
      (await api.post(list('rule-amendments'), amendment('2019-07'), commission, { on: '2019-06-20' })).status,
    ).toBe(201);
    expect((await api.events()).at(-1)).toMatchObject({
      stream: `annual-list-${listId}`,
      type: 'RulesAmended',
      data: { rulesVersion: 3, from: '2019-07', adopted: [gardens, clinics], rules: { reportDueDay: 25 } },
    });
    expect(await api.post(list('rule-amendments'), amendment('2019-08'), citizen)).toMatchObject({ status: 403 });
  });
  it('amends no rules before the list is adopted', async () => {
    await api.given(opened(), rulesAdopted);
    expect(
      await api.post(list('rule-amendments'), { rules, from: '2019-07', reason: '修订。' }, commission, {
        on: '2019-06-20',
      }),
    ).toMatchObject({ status: 409, body: { code: 'LIST_NOT_ADOPTED' } });
  });
});
describe('anyone', () => {
  it('reads the lists, page by page', async () => {
    for (const year of [2017, 2018, 2019]) await api.given(opened({ listId: `511400-${year}`, year }));
    await api.shown();
    const first = await api.get('lists?limit=2');
    expect(first.body.items.map((row: { listId: string }) => row.listId)).toEqual(['511400-2017', '511400-2018']);
    expect((await api.get(`lists?cursor=${first.body.next}`)).body.items).toMatchObject([
      { listId: '511400-2019', title: '2019年民生实事', status: 'open' },
    ]);
  });
  it('reads one list with its ETag, now and as of an earlier instant', async () => {
    await api.given(...suggesting, ...selecting);
    await api.shown();
    const now = await api.get(`lists/${listId}`, commission);
    expect(now).toMatchObject({
      status: 200,
      headers: { etag: `"${selecting.filter(({ data }) => 'listId' in data).length}"` },
      body: { status: 'adopted', adopted: [gardens, clinics] },
    });
    expect(await api.get(`lists/${listId}?asOf=2018-12-31`)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
    const folded = await api.get(`lists/${listId}?asOf=${new Date().toISOString()}`, commission);
    expect(folded.body).toEqual(now.body);
  });
  it('is told that a list does not exist, or that its id is none', async () => {
    expect(await api.get('lists/511400-2031')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', messages: { zh: '没有找到 清单 list' } },
    });
    expect(await api.get('lists/meishan')).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED', errors: [{ pointer: '/listId' }] },
    });
  });
});
