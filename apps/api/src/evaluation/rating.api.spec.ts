import { gardens, opened } from '@minsheng/read-models/testing';
import { citizen, commission, neighbour, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
const api = new OpenedApi();
const ratings = `projects/${gardens}/ratings`;
const inTheWindow = { on: '2019-11-25' };
const other = '511400-2019-clinics002';
describe('a citizen who rates', () => {
  beforeEach(() => api.given(opened));

  it('has a stream of their own, and nothing in it joins their projects', async () => {
    await api.given({ ...opened, data: { ...opened.data, projectId: other } });
    await api.post(ratings, { level: 4 }, citizen, inTheWindow);
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
    await api.post(ratings, { level: 1 }, citizen, inTheWindow);
    await api.post(ratings, { level: 4 }, citizen, inTheWindow);
    await api.post(ratings, { level: 5 }, neighbour, inTheWindow);
    expect((await api.events()).map(({ type, data }) => [type, data.previousLevel, data.level])).toEqual([
      ['ProjectRated', undefined, 1],
      ['RatingChanged', 1, 4],
      ['ProjectRated', undefined, 5],
    ]);
  });
  it('badly after the answer to a bad rating reopens the ticket, at the new level', async () => {
    const tag = api.vault.personTag(gardens as never, 'citizen-1');
    const act = (path: string, body: object, person: typeof citizen, on: string) =>
      api.post(`projects/${gardens}/${path}`, { ticket: 1, ...body }, person, { on });
    await api.post(ratings, { level: 2 }, citizen, inTheWindow);
    await api.policiesActed();
    await act('rectification-answers', { answer: '已补种' }, ofWorks, '2019-11-26');
    await api.post(ratings, { level: 1 }, citizen, { on: '2019-11-27' });
    await api.policiesActed();
    expect((await api.events()).at(-1)).toMatchObject({
      type: 'RectificationReopened',
      data: { ticket: tag, level: 1 },
    });
    expect(
      await act('rectification-closings', { calledBack: true, result: '满意' }, commission, '2019-11-28'),
    ).toMatchObject({ status: 409, body: { code: 'RECTIFICATION_NOT_ANSWERED' } });
  });
  it('leaves words that only the vault can open', async () => {
    await api.post(ratings, { level: 2, comment: '王小明觉得树太少' }, citizen, inTheWindow);
    const [{ data }] = await api.events();
    expect(JSON.stringify(data)).not.toContain('王小明');
    expect(await api.vault.openAll([data.comment as never])).toEqual([{ comment: '王小明觉得树太少' }]);
  });
  it('chooses one of five levels', async () => {
    for (const level of [0, 6, 3.5, '5'])
      expect(await api.post(ratings, { level }, citizen, inTheWindow)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/level' }] },
      });
    expect(await api.events()).toEqual([]);
  });
  it.each(['2019-11-19', '2019-12-21'])('comes in the window, not on %s', async (on) => {
    expect(await api.post(ratings, { level: 4 }, citizen, { on })).toMatchObject({
      status: 409,
      body: { code: 'RATING_WINDOW_CLOSED', messages: { zh: '评价时间是 2019-11-20 至 2019-12-20' } },
    });
  });
  it('gets the first receipt again when the window has closed since', async () => {
    const first = await api.post(ratings, { level: 4 }, citizen, { ...inTheWindow, key: 'my-rating' });
    expect(await api.post(ratings, { level: 4 }, citizen, { on: '2019-12-25', key: 'my-rating' })).toMatchObject({
      status: 201,
      body: first.body,
    });
    expect(await api.post(ratings, { level: 1 }, citizen, { on: '2019-12-25', key: 'my-rating' })).toMatchObject({
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
