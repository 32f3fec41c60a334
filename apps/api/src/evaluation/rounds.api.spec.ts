import {
  closed,
  gardens,
  opened,
  openedAgain,
  proposed,
  rated,
  rater,
  started,
  superseded,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { citizen, commission, evaluator } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const to = (act: string) => `projects/${gardens}/${act}`;
const closing: GivenEvent = { type: 'EvaluationClosed', data: { projectId: gardens } };
const survey = { surveyor: '市统计局', method: '电话', asked: 100, counts: [0, 0, 0, 0, 90] };
const bad = ['b', 'c', 'd', 'e', 'f'].map((sign) => rated(sign.repeat(32), 1));
const good = ['b', 'c', 'd', 'e', 'f'].map((sign) => rated(sign.repeat(32), 5, 2));
const inSecondRound = { on: '2020-06-10' };
const firstRound = [proposed(gardens), started(gardens), closed({}), opened, ...bad, closing];
const project = async () => (await api.get(`projects/${gardens}`)).body;
const evaluation = async () => (await api.get(to('evaluation'), commission)).body;

describe('a project that a look back found to be a fake', () => {
  it('shows no grade and keeps what was said of it', async () => {
    await api.given(...firstRound);
    await api.shown();
    await api.post(to('score'), {}, commission);
    await api.shown();
    expect(await project()).toMatchObject({ satisfaction: '0', grade: '不满意' });
    await api.given(superseded);
    await api.shown();
    expect(await project()).toMatchObject({ satisfaction: null, grade: null });
    expect(await evaluation()).toMatchObject({
      satisfaction: null,
      grade: null,
      superseded: { because: '一处废弃', foundOn: '2020-03-01' },
      earlier: [{ round: 1, ratings: { answers: 5 }, score: { score: '0', grade: '不满意' } }],
    });
    expect(await evaluation()).not.toHaveProperty('ratings');
  });
  it('is rated, surveyed and scored again, and nothing of the first round counts', async () => {
    await api.given(...firstRound, superseded, openedAgain, ...good);
    expect((await api.post(to('survey'), survey, evaluator, inSecondRound)).status).toBe(201);
    await api.given(closing);
    await api.shown();
    expect((await api.post(to('score'), {}, commission)).status).toBe(201);
    await api.shown();
    expect(await evaluation()).toMatchObject({
      round: 2,
      grade: '满意',
      score: { ratings: [0, 0, 0, 0, 5], score: '100' },
      earlier: [{ round: 1, ratings: { answers: 5, levels: [{ level: 1, count: 5 }, {}, {}, {}, {}] } }],
    });
  });
  it('is not scored on a count that has not come to the new round', async () => {
    await api.given(...firstRound, superseded);
    await api.shown();
    await api.given(openedAgain, closing);
    expect(await api.post(to('score'), {}, commission)).toMatchObject({
      status: 503,
      body: { code: 'NOT_YET_COUNTED' },
    });
  });
  it('is rated once by a person in each round', async () => {
    await api.given(opened);
    await api.post(to('ratings'), { level: 1 }, citizen, { on: '2019-11-25' });
    await api.given(superseded);
    expect(await api.post(to('ratings'), { level: 5 }, citizen, { on: '2019-11-26' })).toMatchObject({
      body: { code: 'EVALUATION_SUPERSEDED' },
    });
    await api.given(openedAgain);
    await api.post(to('ratings'), { level: 5 }, citizen, inSecondRound);
    await api.post(to('ratings'), { level: 4 }, citizen, inSecondRound);
    const log = await api.store.readAll(0n, { limit: 100 });
    expect(
      log
        .filter(({ stream }) => stream.startsWith('rating-'))
        .map(({ type, data }) => [type, JSON.parse(data).round, JSON.parse(data).level]),
    ).toEqual([
      ['ProjectRated', 1, 1],
      ['ProjectRated', 2, 5],
      ['RatingChanged', 2, 4],
    ]);
  });
  it('shows the public no ticket of any round', async () => {
    await api.given(
      ...[proposed(gardens), started(gardens), opened],
      {
        type: 'RectificationOpened',
        data: { projectId: gardens, ticket: rater, level: 1, dueOn: '2019-12-10', departments: [works] },
      },
      superseded,
      openedAgain,
    );
    await api.shown();
    expect(JSON.stringify(await evaluation())).not.toContain(rater);
  });
});
