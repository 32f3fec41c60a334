import { clinics, gardens, stadium, started, submitted, verified } from '@minsheng/read-models/testing';
import { commission, ofHealth, ofWorks, works } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';
import { threeProjects } from './three-projects.fixtures';

const api = new OpenedApi();
describe('the draft of a month', () => {
  it("offers last month's figures", async () => {
    await api.given(started(gardens), submitted('2019-02', '3'), verified('2019-02', '3'));
    expect(await api.get(`projects/${gardens}/reports/2019-03/draft`, ofWorks)).toMatchObject({
      status: 200,
      body: {
        projectId: gardens,
        period: '2019-03',
        department: works,
        from: '2019-02',
        status: 'not reported',
        dueOn: '2019-03-28',
        lines: [{ indicatorId: 'i1', unit: '个', scale: '1', target: '12', value: '3', schedule: '25', green: '3' }],
      },
    });
    expect(await api.get(`projects/${gardens}/reports/2020-03/draft`, ofWorks)).toMatchObject({
      status: 409,
      body: { code: 'PERIOD_OUTSIDE_YEAR' },
    });
    expect(await api.get(`projects/${clinics}/reports/2019-03/draft`, ofWorks)).toMatchObject({ status: 404 });
    expect(await api.get(`projects/${gardens}/reports/2019-03/draft`, commission)).toMatchObject({ status: 403 });
  });
  it('of all projects that the department leads is what it sends back', async () => {
    await api.given(...threeProjects);
    await api.given(submitted('2019-02', '3'), verified('2019-02', '3'));
    await api.shown();
    const { body } = await api.get('my/month?listId=511400-2019&period=2019-03', ofWorks);
    expect(body).toMatchObject({ listId: '511400-2019', period: '2019-03', department: works });
    const projects = body.projects as { projectId: string; lines: { value?: string }[] }[];
    expect(projects.map(({ projectId, lines }) => [projectId, lines.map(({ value }) => value)]).sort()).toEqual([
      [clinics, [undefined]],
      [gardens, ['3']],
      [stadium, [undefined]],
    ]);
    expect((await api.get('my/month?listId=511400-2019&period=2019-03', ofHealth)).body.projects).toEqual([]);
    expect(await api.get('my/month?listId=511400-2019', ofWorks)).toMatchObject({ status: 400 });
  });
});
