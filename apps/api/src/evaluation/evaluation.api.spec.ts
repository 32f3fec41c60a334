import {
  closed,
  gardens,
  opened,
  proposed,
  rated,
  ratedAgain,
  rater,
  selecting,
  started,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { commission, evaluator, ofHealth, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
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
describe('the evaluation', () => {
  it('takes survey, third party and ballot, each once', async () => {
    await api.given(selecting[0], opened);
    await api.post(to('survey'), survey, evaluator);
    await api.post(to('third-party-evaluation'), thirdParty, evaluator);
    await api.post(
      to('satisfaction-ballot'),
      { body: '市人大常委会', heldOn: '2019-12-22', valid: 30, satisfied: 25, basicallySatisfied: 5, dissatisfied: 0 },
      commission,
      { on: '2019-12-22' },
    );
    expect((await api.events()).map(({ type }) => type)).toEqual([
      'SurveyRecorded',
      'ThirdPartyEvaluated',
      'SittingBallotCounted',
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
    expect(await api.post(to('rectification-answers'), { ticket: 1, answer: '已补种' }, ofHealth)).toMatchObject({
      status: 403,
      body: { code: 'NOT_THE_RATED_DEPARTMENT' },
    });
    expect(
      await api.post(to('rectification-closings'), { ticket: 1, calledBack: true, result: '满意' }, commission),
    ).toMatchObject({ status: 409, body: { code: 'RECTIFICATION_NOT_ANSWERED' } });
    await api.post(to('rectification-answers'), { ticket: 1, answer: '已补种' }, ofWorks);
    await api.post(to('rectification-closings'), { ticket: 1, calledBack: true, result: '满意' }, commission);
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
    const { status, body, headers } = await api.get(to('evaluation'), commission);
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
    expect((await api.get(`${to('evaluation')}?asOf=${new Date().toISOString()}`, commission)).body).toEqual(body);
  });
  it('is told where there is no evaluation yet', async () => {
    await api.given(proposed(gardens));
    await api.shown();
    expect(await api.get(to('evaluation'))).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});
