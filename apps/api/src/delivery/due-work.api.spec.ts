import {
  clinics,
  delivering,
  gardens,
  listId,
  proposed,
  started,
  submitted,
  verified,
  works,
} from '@minsheng/read-models/testing';
import { auditor, citizen, elsewhere, ofHealth, ofWorks } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const untilNow = () => `asOf=${new Date().toISOString()}`;
const ask = async (path: string) => (await api.get(`lists/${listId}/${path}`, auditor)).body;
/** The same answer from the tables and folded from the log. */
const askTwice = async (path: string) => {
  const [now, then] = [await ask(path), await ask(`${path}${path.includes('?') ? '&' : '?'}${untilNow()}`)];
  expect({ ...then, asOf: null }).toEqual({ ...now, asOf: null });
  return now;
};
describe('orders and issues of a list', () => {
  beforeEach(async () => {
    await api.given(proposed(gardens), ...delivering);
    await api.shown();
  });
  it('are listed with their project, and those still open by themselves', async () => {
    expect((await askTwice('orders')).orders).toMatchObject([
      {
        projectId: gardens,
        project: '新建口袋公园',
        order: 1,
        department: works,
        level: 'red',
        status: 'closed',
        escalations: [{ level: 'red' }],
      },
      { project: '新建口袋公园', order: 2, period: '2019-07', status: 'withdrawn', withdrawnFor: '月未终了误关账' },
    ]);
    expect((await ask('orders?open=true')).orders).toEqual([]);
    expect((await askTwice('issues')).issues).toMatchObject([
      { project: '新建口袋公园', title: '用地', status: 'resolved', owner: '市自然资源局' },
    ]);
    expect((await ask('issues?open=true')).issues).toEqual([]);
    expect((await ask('issues?open=false&department=市自然资源局')).issues).toHaveLength(1);
  });
  it.each(['orders', 'issues', 'ranking', 'bulletin?period=2019-03', 'investment'])(
    "%s are the staff's, of the region",
    async (path) => {
      expect((await api.get(`lists/${listId}/${path}`, citizen)).body.code).toBe('ROLE_NOT_ALLOWED');
      expect((await api.get(`lists/${listId}/${path}`, elsewhere)).body.code).toBe('OTHER_REGION');
    },
  );
});

describe('what my department owes', () => {
  it("is every month begun of each project it leads, due on the day of the list's rules", async () => {
    await api.given(proposed(gardens), started(gardens), submitted('2019-01', '1'), verified('2019-01', '1'));
    await api.shown();
    const { body } = await api.get('my/reports', ofWorks, { on: '2019-03-01' });
    expect(body).toEqual({
      department: works,
      today: '2019-03-01',
      reports: [
        {
          projectId: gardens,
          title: '新建口袋公园',
          period: '2019-02',
          dueOn: '2019-02-28',
          status: 'not reported',
          overdue: true,
        },
        {
          projectId: gardens,
          title: '新建口袋公园',
          period: '2019-03',
          dueOn: '2019-03-28',
          status: 'not reported',
          overdue: false,
        },
      ],
    });
    expect((await api.get('my/reports', ofHealth, { on: '2019-03-01' })).body.reports).toEqual([]);
  });
  it('leaves out a project with an event that cannot be read, and names it', async () => {
    await api.given(...[gardens, clinics].flatMap((id) => [proposed(id), started(id)]));
    await api.store.append(`delivery-${gardens}`, 'any', [
      { id: '00000000-0000-4000-9000-00000000aaaa', type: 'NobodyKnows', version: 1, data: '{}', metadata: '{}' },
    ]);
    await api.shown((projection) => projection);
    const { status, body } = await api.get('my/reports', ofWorks, { on: '2019-01-28' });
    expect({ status, body }).toMatchObject({ status: 200, body: { notCurrent: [gardens] } });
    expect(body.reports).toEqual([expect.objectContaining({ projectId: clinics, period: '2019-01' })]);
  });
  it('ends at the border of the region', async () => {
    await api.given(proposed(gardens), started(gardens));
    await api.shown();
    expect(
      (await api.get('my/reports', { ...ofWorks, sub: 'works-2', region: '510100' }, { on: '2019-03-01' })).body
        .reports,
    ).toEqual([]);
  });
  it('is nothing for someone who speaks for no department', async () => {
    expect(await api.get('my/reports', { sub: 'works-3', role: 'department', region: '511400' })).toMatchObject({
      status: 403,
      body: { code: 'CLAIM_MISSING', facts: { role: 'department', claim: 'organisation' } },
    });
  });
});
