import {
  clinics,
  closed,
  corrected,
  delivered,
  delivering,
  gardens,
  health,
  indicator,
  line,
  listId,
  proposed,
  recomputed,
  started,
  submitted,
  verified,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { auditor, citizen, commission, elsewhere } from '../testing/issued-tokens';
import { OpenedApi } from '../testing/opened-api';

const api = new OpenedApi();
const adopted = (projectId: string, no: number, over: object = {}): GivenEvent[] => {
  const start = started(projectId, over);
  return [
    proposed(projectId, over),
    { type: 'CandidateAdopted', data: { ...start.data, no } },
    { ...start, data: { ...start.data, no } },
  ];
};
const targets: GivenEvent = delivered('TargetsBrokenDown', {
  indicators: [
    {
      indicatorId: 'i1',
      buffer: false,
      districts: [
        { district: '东坡区', target: '7' },
        { district: '彭山区', target: '5' },
      ],
    },
  ],
});
const inDistricts = (of: GivenEvent, east: string, hill: string): GivenEvent => ({
  ...of,
  data: { ...of.data, lines: [line(east, { district: '东坡区' }), line(hill, { district: '彭山区' })] },
});
const aLedger = [
  ...adopted(gardens, 1),
  ...adopted(clinics, 2, { title: '改造卫生院', indicators: [indicator({ lead: health })] }),
  targets,
  inDistricts(submitted('2019-02', '0'), '2', '1'),
  inDistricts(verified('2019-02', '0'), '2', '1'),
  inDistricts(submitted('2019-03', '0'), '6', '2'),
  inDistricts(verified('2019-03', '0'), '5', '2'),
  delivered('ReportCertified', { period: '2019-03', department: works, version: 1, certificateNo: '3号' }),
  closed({
    colour: 'yellow',
    why: 'behind the line',
    worst: {
      indicatorId: 'i1',
      lead: works,
      district: '彭山区',
      actual: '2',
      target: '5',
      percent: '40',
      line: '50',
      behind: '10',
      met: false,
    },
  }),
];
const none = Array<null>(10).fill(null);
const untilNow = () => `asOf=${new Date().toISOString()}`;
const ledger = async (query = '') => (await api.get(`lists/${listId}/ledger${query}`, auditor)).body;
describe('the ledger of a list', () => {
  beforeEach(async () => {
    await api.given(...aLedger);
    await api.shown();
  });

  it('holds every indicator, district and month, claimed and verified apart', async () => {
    const {
      projects: [first, second],
    } = await ledger();
    expect(first).toMatchObject({
      projectId: gardens,
      no: 1,
      title: '新建口袋公园',
      indicators: [{ id: 'i1', target: '12' }],
      targets: {
        i1: [
          { district: '东坡区', target: '7' },
          { district: '彭山区', target: '5' },
        ],
      },
    });
    expect(first.verified.values.i1).toEqual({
      东坡区: [null, '2', '5', ...none.slice(1)],
      彭山区: [null, '1', '2', ...none.slice(1)],
      '': [null, '3', '7', ...none.slice(1)],
    });
    expect(first.verified.summed).toEqual({ i1: [2, 3] });
    expect(first.claimed.values.i1['']).toEqual([null, '3', '8', ...none.slice(1)]);
    expect(first.reports[`2019-03 ${works}`]).toMatchObject({
      status: 'certified',
      verified: { version: 1, certificateNo: '3号' },
    });
    expect(second).toMatchObject({ projectId: clinics, verified: { values: {} } });
  });
  it('says the same as of now, folded from the log', async () =>
    expect((await ledger(`?${untilNow()}`)).projects).toEqual((await ledger()).projects));
  it('as of an earlier instant holds what was known then', async () =>
    expect((await ledger('?asOf=2019-01-01')).projects).toEqual([]));
  it('comes in pages', async () => {
    const first = await ledger('?limit=1');
    expect([first.projects.length, first.projects[0].projectId]).toEqual([1, gardens]);
    const second = await ledger(`?limit=1&cursor=${first.next}`);
    expect([second.projects[0].projectId, second.next]).toEqual([clinics, undefined]);
  });
  it.each([
    ['?department=' + health, [clinics]],
    ['?district=彭山区', [gardens]],
    [`?project=${clinics}`, [clinics]],
    ['?indicator=i2', []],
    ['?department=无此单位', []],
  ])('is filtered by %s', async (query, expected) => {
    expect((await ledger(query)).projects.map(({ projectId }: { projectId: string }) => projectId)).toEqual(expected);
  });
  it('cuts out one district', async () => {
    const {
      projects: [project],
    } = await ledger('?district=彭山区');
    expect(project.verified.values).toEqual({ i1: { 彭山区: [null, '1', '2', ...none.slice(1)] } });
    expect(project.targets).toEqual({ i1: [{ district: '彭山区', target: '5' }] });
  });
  it('shows the figures at the end of a month with percentages and their source', async () => {
    const {
      projects: [
        {
          standing: [february],
        },
      ],
    } = await ledger('?period=2019-02');
    expect(february).toMatchObject({
      actual: '3',
      percent: '25',
      byDistrict: [{ district: '东坡区', actual: '2', percent: '28.6' }, {}],
      source: { period: '2019-02', department: works, version: 1, standing: 'provisional', laterCorrected: false },
    });
    const {
      projects: [
        {
          standing: [june],
        },
      ],
    } = await ledger('?period=2019-06');
    expect(june).toMatchObject({
      actual: '7',
      source: { period: '2019-03', standing: 'certified', certificateNo: '3号' },
    });
  });
  it("is the staff's, of the region", async () => {
    expect((await api.get(`lists/${listId}/ledger`, citizen)).status).toBe(403);
    expect((await api.get(`lists/${listId}/ledger`, elsewhere)).body.code).toBe('OTHER_REGION');
  });
});
describe('the lights of a project', () => {
  it('tell staff everything, and the public what was published and what it shows', async () => {
    await api.given(
      ...aLedger,
      inDistricts(corrected('2019-03', '0', 2), '6', '2'),
      inDistricts(verified('2019-03', '0', 2), '6', '2'),
      recomputed('yellow', { colour: 'yellow', why: 'caught up later' }),
    );
    await api.shown();
    const {
      body: {
        lights: [seen],
      },
    } = await api.get(`projects/${gardens}/lights`);
    expect(seen).toEqual({
      period: '2019-03',
      shown: 'yellow',
      published: { colour: 'yellow', why: 'behind the line' },
      why: 'caught up later',
      laterChanged: false,
    });
    const {
      body: {
        lights: [whole],
      },
    } = await api.get(`projects/${gardens}/lights`, commission);
    expect(whole).toMatchObject({
      published: { worst: { district: '彭山区' } },
      history: [{ what: 'closed' }, { what: 'recomputed', cause: { department: works, version: 2 } }],
    });
  });
  it('are those of projects on an adopted list', async () => {
    await api.given(proposed(gardens));
    await api.shown();
    expect((await api.get(`projects/${gardens}/lights`)).status).toBe(404);
  });
});
describe('the investment of a list', () => {
  it('shows the plan beside what was paid', async () => {
    await api.given(...adopted(gardens, 1).slice(0, 2), ...delivering);
    await api.shown();
    expect((await api.get(`lists/${listId}/investment`, auditor)).body).toMatchObject({
      unit: '万元',
      total: {
        planned: '600',
        paid: '0',
        bySource: [
          { source: 'own budget', share: '66.7' },
          { source: 'upper level', share: '33.3' },
        ],
      },
      projects: [{ planned: { total: '900' }, done: null }],
    });
  });
});
