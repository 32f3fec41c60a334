import {
  clinics,
  gardens,
  opened,
  proposed,
  selecting,
  stadium,
  started,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { commission, evaluator } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const correction = { reason: '计票录入有误', documentNo: '宁人办函〔2021〕1号' };
const sitting = { body: '县十八届人大五次会议', heldOn: '2021-01-22' };
const afterwards = { on: '2021-01-25' };
const ballot = (satisfied: number, basicallySatisfied: number, dissatisfied: number) => ({
  ...sitting,
  valid: satisfied + basicallySatisfied + dissatisfied,
  satisfied,
  basicallySatisfied,
  dissatisfied,
});
const openedFor = (projectId: string): GivenEvent => ({ ...opened, data: { ...opened.data, projectId } });
const vote = (projectId: string, body: object, key?: string) =>
  api.post(`projects/${projectId}/satisfaction-ballot`, body, commission, { ...afterwards, key });
const correct = (projectId: string, body: object) =>
  api.post(`projects/${projectId}/satisfaction-ballot-corrections`, { ...body, correction }, commission, afterwards);
const recorded = async () =>
  (await api.events()).filter(({ type }) => type.startsWith('SatisfactionBallot')).map(({ data }) => data.valid);

describe('the ballots of one sitting', () => {
  beforeEach(() => api.given(selecting[0], openedFor(gardens), openedFor(clinics), openedFor(stadium)));

  it('agree, or say why not: Ninghai printed 122 where others had 222', async () => {
    expect((await vote(clinics, ballot(175, 43, 4))).status).toBe(201);
    expect(await vote(gardens, ballot(95, 27, 0))).toMatchObject({
      status: 409,
      body: { code: 'SITTING_BALLOTS_DIFFER', facts: { valid: 122, expected: 222 } },
    });
    expect((await vote(gardens, ballot(195, 27, 0))).status).toBe(201);
    expect((await vote(stadium, { ...ballot(95, 27, 0), differsBecause: '一百名代表回避' })).status).toBe(201);
    expect(await recorded()).toEqual([222, 222, 122]);
  });
  it('follow a correction of the one that was mistyped', async () => {
    await vote(gardens, ballot(95, 27, 0));
    expect(await vote(clinics, ballot(175, 43, 4))).toMatchObject({ body: { code: 'SITTING_BALLOTS_DIFFER' } });
    expect((await correct(gardens, ballot(195, 27, 0))).status).toBe(201);
    expect((await vote(clinics, ballot(175, 43, 4))).status).toBe(201);
    expect(await correct(gardens, ballot(95, 27, 0))).toMatchObject({ body: { code: 'SITTING_BALLOTS_DIFFER' } });
    expect(await recorded()).toEqual([122, 222, 222]);
  });
  it('agree also when two that differ are sent at once', async () => {
    for (const day of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const heldOn = `2021-01-${String(day).padStart(2, '0')}`;
      const ids = [
        `511400-2019-first${String(day).padStart(5, '0')}`,
        `511400-2019-other${String(day).padStart(5, '0')}`,
      ];
      await api.given(...ids.map(openedFor));
      const answers = await Promise.all([
        vote(ids[0], { ...ballot(95, 27, 0), heldOn }),
        vote(ids[1], { ...ballot(195, 27, 0), heldOn }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });
  it('that are refused leave nothing behind for the sitting', async () => {
    expect(await vote(gardens, { ...ballot(95, 27, 0), valid: 222 })).toMatchObject({
      body: { code: 'SATISFACTION_BALLOT_MISMATCH' },
    });
    expect(await vote(gardens, ballot(0, 0, 0))).toMatchObject({ body: { code: 'EMPTY_TALLY' } });
    expect(await api.events()).toEqual([]);
  });
  it('are recorded once by a request that is repeated', async () => {
    const first = await vote(gardens, ballot(195, 27, 0), 'ballot-of-the-gardens');
    expect((await vote(gardens, ballot(195, 27, 0), 'ballot-of-the-gardens')).body).toEqual(first.body);
    expect(await api.events()).toHaveLength(2);
  });
  it('are completed by the same request where it stopped after the count', async () => {
    const counted: GivenEvent = {
      type: 'SittingBallotCounted',
      data: { listId: '511400-2019', ballot: { projectId: gardens, round: 1, ...sitting, valid: 222 } },
    };
    await api.given(counted);
    expect(await vote(gardens, ballot(95, 27, 0))).toMatchObject({
      body: { code: 'BALLOT_BEING_RECORDED', facts: { valid: 222 } },
    });
    expect((await vote(gardens, ballot(195, 27, 0))).status).toBe(201);
  });
});

describe('what was put right', () => {
  it('shows what it was before, why it changed and by which document', async () => {
    const survey = { surveyor: '市统计局', method: '电话', asked: 100, counts: [50, 40, 9, 1, 0] };
    const report = { institute: '省社科院', reportNo: '2019-7', dimensions: [{ name: '质量', weight: 100, score: 9 }] };
    await api.given(selecting[0], proposed(gardens), started(gardens), opened);
    const send = (path: string, body: object) => api.post(`projects/${gardens}/${path}`, body, evaluator);
    await send('survey', survey);
    await send('survey-corrections', { ...survey, counts: [0, 1, 9, 40, 50], correction });
    await send('third-party-evaluation', report);
    await send('third-party-evaluation-corrections', {
      ...report,
      dimensions: [{ name: '质量', weight: 100, score: 90 }],
      correction,
    });
    await vote(gardens, ballot(95, 27, 0));
    await correct(gardens, ballot(195, 27, 0));
    await api.shown();
    expect((await api.get(`projects/${gardens}/evaluation`, commission)).body).toMatchObject({
      survey: { counts: [0, 1, 9, 40, 50] },
      thirdParty: { dimensions: [{ score: 90 }] },
      ballot: { valid: 222 },
      corrections: [
        { channel: 'survey', ...correction, before: { counts: [50, 40, 9, 1, 0] } },
        { channel: 'thirdParty', ...correction, before: { dimensions: [{ score: 9 }] } },
        { channel: 'ballot', ...correction, before: { valid: 122 } },
      ],
    });
  });
  it('is not the ballot of a project that was archived with it', async () => {
    await api.given(selecting[0], started(gardens), opened);
    await vote(gardens, ballot(95, 27, 0));
    await api.given({ type: 'ProjectClosed', data: { projectId: gardens, archiveNo: '1号', outcome: 'met' } });
    expect(await correct(gardens, ballot(195, 27, 0))).toMatchObject({ body: { code: 'BALLOT_OF_CLOSED_PROJECT' } });
  });
});
