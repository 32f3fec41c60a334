import {
  clinics,
  commitment,
  gardens,
  listId,
  proposed,
  rules,
  selecting,
  stadium,
  suggesting,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { citizen, commission } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const list = (act: string) => `lists/${listId}/${act}`;
const opening = { regionName: '眉山市', title: '2019年民生实事', mode: 'deputies vote', seats: 2 };
const opened = (over: object = {}): GivenEvent => ({
  type: 'AnnualListOpened',
  data: { listId, regionCode: '511400', year: 2019, ...opening, ...over },
});
const rulesAdopted: GivenEvent = { type: 'RulesAdopted', data: { listId, rules, rulesVersion: 1 } };
const putToDecision: GivenEvent = {
  type: 'CandidatesPutToDecision',
  data: { listId, projectIds: [gardens, clinics, stadium] },
};
const tally = (projectId: string, inFavour: number) => ({
  projectId,
  inFavour,
  against: 100 - inFavour,
  abstained: 0,
  notVoted: 0,
});
const ballot = (...votes: number[]) => ({
  body: '市人民代表大会',
  heldOn: '2019-01-10',
  deputies: 100,
  issued: 100,
  returned: 100,
  valid: 100,
  tallies: [gardens, clinics, stadium].map((id, index) => tally(id, votes[index])),
});
const candidates = [proposed(gardens), proposed(clinics), proposed(stadium)];

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
    const first = await api.post(list('candidates'), commitment(), commission, { key: 'gardens-2019' });
    const again = await api.post(list('candidates'), commitment(), commission, { key: 'gardens-2019' });
    expect(first).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^511400-2019-[0-9a-z]{10}$/) } });
    expect(again.body).toEqual(first.body);
    expect(await api.events()).toMatchObject([
      { stream: `candidate-${first.body.id}`, type: 'CandidateProposed', data: { title: '新建口袋公园' } },
    ]);
  });
  it('proposes another under another key', async () => {
    const [first, second] = [
      await api.post(list('candidates'), commitment(), commission),
      await api.post(list('candidates'), commitment(), commission),
    ];
    expect(first.body.id).not.toBe(second.body.id);
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
  it('puts to decision only what was proposed and not shelved', async () => {
    await api.given(opened(), ...candidates, {
      type: 'CandidateShelved',
      data: { projectId: stadium, reason: '用地未落实' },
    });
    expect(
      await api.post(list('putting-to-decision'), { projectIds: [gardens, clinics, stadium] }, commission),
    ).toMatchObject({ status: 409, body: { code: 'CANDIDATES_NOT_PROPOSED' } });
    expect(
      await api.post(list('putting-to-decision'), { projectIds: [gardens, '511400-2019-nobody0000'] }, commission),
    ).toMatchObject({ status: 409, body: { code: 'CANDIDATES_NOT_PROPOSED' } });
    expect(await api.events()).toEqual([]);
    expect((await api.post(list('putting-to-decision'), { projectIds: [gardens, clinics] }, commission)).status).toBe(
      201,
    );
  });
  it('gets the first receipt of it although a candidate has since been shelved', async () => {
    await api.given(opened(), ...candidates);
    const ask = () =>
      api.post(list('putting-to-decision'), { projectIds: [gardens, clinics] }, commission, { key: 'put-to-decision' });
    const first = await ask();
    await api.post(`projects/${gardens}/shelving`, { reason: '用地未落实' }, commission);
    expect(await ask()).toMatchObject({ status: 201, body: first.body });
  });
  it('is told which number of a ballot does not add up', async () => {
    await api.given(opened(), putToDecision);
    const wrong = {
      ...ballot(60, 70, 80),
      tallies: [tally(gardens, 60), tally(clinics, 70), { ...tally(stadium, 80), abstained: 5 }],
    };
    expect(await api.post(list('ballot'), wrong, commission)).toMatchObject({
      status: 409,
      body: { code: 'BALLOT_SUM_MISMATCH', facts: { projectId: stadium, sum: 105, valid: 100 } },
    });
    expect(await api.post(list('ballot'), { ...ballot(60, 70, 80), issued: 101 }, commission)).toMatchObject({
      status: 409,
      body: {
        code: 'MORE_BALLOTS_THAN_ISSUED',
        messages: { zh: '票数不合：代表 100、发出 101、收回 100、有效 100，后者不能多于前者' },
      },
    });
  });
  it('adopts what the deputies voted, after a tie is resolved', async () => {
    await api.given(opened(), rulesAdopted, putToDecision);
    await api.post(list('ballot'), ballot(80, 70, 70), commission);
    expect(await api.post(list('adoption'), { announcementNo: '1号' }, commission)).toMatchObject({
      status: 409,
      body: { code: 'TIE_AT_CUT_OFF', facts: { tied: 2 } },
    });
    await api.post(list('tie-resolution'), { chosen: [stadium], how: '再次票决' }, commission);
    expect((await api.post(list('adoption'), { announcementNo: '1号' }, commission, { on: '2019-01-15' })).status).toBe(
      201,
    );
    expect((await api.events()).at(-1)).toMatchObject({
      type: 'AnnualListAdopted',
      data: { adopted: [gardens, stadium], passedOver: [clinics], adoptedOn: '2019-01-15', rulesVersion: 1 },
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
  it(
    'does not amend what is not adopted yet, nor propose what is due after the year without a goal for ' + 'it',
    async () => {
      await api.given(opened(), rulesAdopted);
      expect(
        await api.post(list('rule-amendments'), { rules, from: '2019-07', reason: '修订。' }, commission, {
          on: '2019-06-20',
        }),
      ).toMatchObject({ status: 409, body: { code: 'LIST_NOT_ADOPTED' } });
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
        (await api.post(list('candidates'), late({ stageGoals: [{ year: 2019, goal: '完成选址' }] }), commission))
          .status,
      ).toBe(201);
    },
  );
  it('adopts what government decided', async () => {
    await api.given(opened({ mode: 'government' }), rulesAdopted, putToDecision);
    expect(await api.post(list('ballot'), ballot(80, 70, 60), commission)).toMatchObject({
      status: 409,
      body: { code: 'LIST_IS_DECIDED_BY_GOVERNMENT' },
    });
    await api.post(
      list('government-decision'),
      { body: '市人民政府', heldOn: '2019-01-10', documentNo: '1号', projectIds: [clinics, gardens] },
      commission,
    );
    await api.post(list('adoption'), { announcementNo: '1号' }, commission);
    expect((await api.events()).at(-1)!.data).toMatchObject({
      adopted: [clinics, gardens],
      passedOver: [stadium],
      body: '市人民政府',
    });
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
    const now = await api.get(`lists/${listId}`, citizen);
    expect(now).toMatchObject({
      status: 200,
      headers: { etag: '"8"' },
      body: { status: 'adopted', adopted: [gardens, clinics] },
    });
    expect(await api.get(`lists/${listId}?asOf=2018-12-31`)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
    const folded = await api.get(`lists/${listId}?asOf=${new Date().toISOString()}`);
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
