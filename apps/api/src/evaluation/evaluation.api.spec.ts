import {
  closed,
  gardens,
  opened,
  proposed,
  rated,
  ratedAgain,
  rater,
  started,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { citizen, commission, evaluator, neighbour, ofHealth, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const inTheWindow = { on: '2019-11-25' };
const survey = { surveyor: '市统计局', method: '电话', asked: 100, counts: [0, 1, 9, 40, 50] };
const thirdParty = {
  institute: '省社科院',
  reportNo: '2019-7',
  dimensions: [
    { name: '质量', weight: 60, score: 90 },
    { name: '效果', weight: 40, score: 80 },
  ],
};
const closing: GivenEvent = { type: 'EvaluationClosed', data: { projectId: gardens } };
const ticket: GivenEvent = {
  type: 'RectificationOpened',
  data: { projectId: gardens, ticket: rater, level: 1, dueOn: '2019-12-10', departments: [works] },
};
const other = '511400-2019-clinics002';

describe('a citizen who rates', () => {
  beforeEach(() => api.given(opened));

  it('has a stream of their own, and nothing in it joins their projects', async () => {
    await api.given({ ...opened, data: { ...opened.data, projectId: other } });
    await api.post(to('ratings'), { level: 4 }, citizen, inTheWindow);
    await api.post(`projects/${other}/ratings`, { level: 5 }, citizen, inTheWindow);
    const [here, there] = await api.events();
    const tags = [api.vault.personTag(gardens as never, 'citizen-1'), api.vault.personTag(other as never, 'citizen-1')];
    expect(here).toMatchObject({
      stream: `rating-${gardens}-${tags[0]}`,
      type: 'ProjectRated',
      data: { projectId: gardens, raterTag: tags[0], level: 4, badLevel: 2 },
      metadata: { actor: { id: tags[0], role: 'public' } },
    });
    expect(there).toMatchObject({ metadata: { actor: { id: tags[1] } } });
    expect(JSON.stringify([here, there])).not.toContain(api.vault.actorTag('citizen-1'));
  });
  it('is one person: rating again changes the first', async () => {
    await api.post(to('ratings'), { level: 1 }, citizen, inTheWindow);
    await api.post(to('ratings'), { level: 4 }, citizen, inTheWindow);
    await api.post(to('ratings'), { level: 5 }, neighbour, inTheWindow);
    expect((await api.events()).map(({ type, data }) => [type, data.previousLevel, data.level])).toEqual([
      ['ProjectRated', undefined, 1],
      ['RatingChanged', 1, 4],
      ['ProjectRated', undefined, 5],
    ]);
  });
  it('leaves words that only the vault can open', async () => {
    await api.post(to('ratings'), { level: 2, comment: '王小明觉得树太少' }, citizen, inTheWindow);
    const [{ data }] = await api.events();
    expect(JSON.stringify(data)).not.toContain('王小明');
    expect(await api.vault.openAll([data.comment as never])).toEqual([{ comment: '王小明觉得树太少' }]);
  });
  it('chooses one of five levels', async () => {
    for (const level of [0, 6, 3.5, '5'])
      expect(await api.post(to('ratings'), { level }, citizen, inTheWindow)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/level' }] },
      });
    expect(await api.events()).toEqual([]);
  });
  it.each(['2019-11-19', '2019-12-21'])('comes in the window, not on %s', async (on) => {
    expect(await api.post(to('ratings'), { level: 4 }, citizen, { on })).toMatchObject({
      status: 409,
      body: { code: 'RATING_WINDOW_CLOSED', messages: { zh: '评价时间是 2019-11-20 至 2019-12-20' } },
    });
  });
  it('gets the first receipt again when the window has closed since', async () => {
    const first = await api.post(to('ratings'), { level: 4 }, citizen, { ...inTheWindow, key: 'my-rating' });
    expect(await api.post(to('ratings'), { level: 4 }, citizen, { on: '2019-12-25', key: 'my-rating' })).toMatchObject({
      status: 201,
      body: first.body,
    });
    expect(await api.post(to('ratings'), { level: 1 }, citizen, { on: '2019-12-25', key: 'my-rating' })).toMatchObject({
      status: 422,
    });
    expect(await api.events()).toHaveLength(1);
  });
  it('cannot rate what is not open to rating', async () => {
    expect(await api.post(`projects/${other}/ratings`, { level: 4 }, citizen)).toMatchObject({
      status: 409,
      body: { code: 'EVALUATION_NOT_OPEN' },
    });
  });
});

describe('the evaluation', () => {
  it('takes survey, third party and ballot, each once', async () => {
    await api.given(opened);
    await api.post(to('survey'), survey, evaluator);
    await api.post(to('third-party-evaluation'), thirdParty, evaluator);
    await api.post(
      to('satisfaction-ballot'),
      { body: '市人大常委会', heldOn: '2019-12-22', valid: 30, satisfied: 25, basicallySatisfied: 5, dissatisfied: 0 },
      commission,
    );
    expect((await api.events()).map(({ type }) => type)).toEqual([
      'SurveyRecorded',
      'ThirdPartyEvaluated',
      'SatisfactionBallotRecorded',
    ]);
    expect(await api.post(to('survey'), survey, evaluator)).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_DELIVERED' },
    });
  });
  it('says which figures do not add up', async () => {
    await api.given(opened);
    expect(await api.post(to('survey'), { ...survey, asked: 99 }, evaluator)).toMatchObject({
      body: { code: 'MORE_ANSWERS_THAN_ASKED', facts: { answers: 100, asked: 99 } },
    });
    expect(
      await api.post(
        to('third-party-evaluation'),
        { ...thirdParty, dimensions: [thirdParty.dimensions[0]] },
        evaluator,
      ),
    ).toMatchObject({ body: { code: 'WEIGHTS_MUST_SUM_TO_100', facts: { sum: 60 } } });
    expect(
      await api.post(
        to('satisfaction-ballot'),
        {
          body: '市人大常委会',
          heldOn: '2019-12-22',
          valid: 195,
          satisfied: 60,
          basicallySatisfied: 30,
          dissatisfied: 5,
        },
        commission,
      ),
    ).toMatchObject({ body: { code: 'SATISFACTION_BALLOT_MISMATCH', facts: { sum: 95, valid: 195 } } });
  });
  it('closes the day after its window', async () => {
    await api.given(opened);
    expect(await api.post(to('evaluation-closing'), {}, commission, { on: '2019-12-20' })).toMatchObject({
      status: 409,
      body: { code: 'EVALUATION_STILL_OPEN' },
    });
    expect((await api.post(to('evaluation-closing'), {}, commission, { on: '2019-12-21' })).status).toBe(201);
  });
  it('is scored from the ratings counted until its closing', async () => {
    const raters = ['b', 'c', 'd', 'e'].map((sign) => rated(sign.repeat(32), 5));
    await api.given(opened, rated(rater, 1), ...raters, ratedAgain(rater, 1, 5), closing, rated('f'.repeat(32), 1));
    await api.shown();
    expect((await api.post(to('score'), {}, commission)).status).toBe(201);
    expect(await api.events()).toMatchObject([
      {
        type: 'SatisfactionScored',
        data: {
          ratings: [0, 0, 0, 0, 5],
          score: '100',
          grade: '满意',
          channels: { rating: { answers: 5, score: '100' }, survey: { score: null } },
        },
      },
    ]);
  });
  it('waits with the score until the count has come to the closing', async () => {
    await api.given(opened, rated(rater, 1));
    await api.shown();
    await api.given(closing);
    expect(await api.post(to('score'), {}, commission)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'NOT_YET_COUNTED' },
    });
    expect(await api.events()).toEqual([]);
    await api.shown();
    expect((await api.post(to('score'), {}, commission)).status).toBe(201);
  });
  it('is not scored before it is closed', async () => {
    await api.given(opened);
    await api.shown();
    expect(await api.post(to('score'), {}, commission)).toMatchObject({
      status: 409,
      body: { code: 'EVALUATION_NOT_CLOSED' },
    });
  });
});

describe('a rectification', () => {
  it('is answered by the rated department and closed after a call back', async () => {
    await api.given(opened, ticket);
    expect(await api.post(to('rectification-answers'), { ticket: rater, answer: '已补种' }, ofHealth)).toMatchObject({
      status: 403,
      body: { code: 'NOT_THE_RATED_DEPARTMENT' },
    });
    expect(
      await api.post(to('rectification-closings'), { ticket: rater, calledBack: true, result: '满意' }, commission),
    ).toMatchObject({ status: 409, body: { code: 'RECTIFICATION_NOT_ANSWERED' } });
    await api.post(to('rectification-answers'), { ticket: rater, answer: '已补种' }, ofWorks);
    await api.post(to('rectification-closings'), { ticket: rater, calledBack: true, result: '满意' }, commission);
    expect((await api.events()).map(({ type }) => type)).toEqual(['RectificationAnswered', 'RectificationClosed']);
  });
});

describe('anyone', () => {
  it('reads the channels apart, the count by level, and how the score is made', async () => {
    await api.given(
      proposed(gardens),
      started(gardens),
      closed({}),
      opened,
      rated(rater, 1),
      ratedAgain(rater, 1, 4),
      rated('b'.repeat(32), 5),
      closing,
      rated('c'.repeat(32), 1),
    );
    await api.shown();
    const { status, body, headers } = await api.get(to('evaluation'));
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: '"2"' });
    expect(body).toMatchObject({
      closed: true,
      opensOn: '2019-11-20',
      satisfaction: null,
      ratings: { answers: 2, changes: 1, afterClosing: 1 },
    });
    expect(body.ratings.levels).toEqual(
      [
        ['非常不满意', 0],
        ['不满意', 0],
        ['基本满意', 0],
        ['满意', 1],
        ['非常满意', 1],
      ].map(([word, count], index) => ({ level: index + 1, word, count })),
    );
    expect((await api.get(`${to('evaluation')}?asOf=${new Date().toISOString()}`)).body).toEqual(body);
  });
  it('is told where there is no evaluation yet', async () => {
    await api.given(proposed(gardens));
    await api.shown();
    expect(await api.get(to('evaluation'))).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});
