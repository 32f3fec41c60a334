import {
  closed,
  corrected,
  delivered,
  gardens,
  line,
  listId,
  proposed,
  started,
  submitted,
  verified,
  works,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { auditor } from '../testing/issued-tokens';
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
const broken = delivered('TargetsBrokenDown', {
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
const worst = {
  indicatorId: 'i1',
  lead: works,
  district: '彭山区',
  actual: '1',
  target: '5',
  percent: '20',
  line: '25',
  behind: '5',
  met: false,
};
const sites = delivered('SitesRegistered', {
  sites: [
    { no: 1, name: '湖滨口袋公园', district: '东坡区' },
    { no: 2, name: '车站口袋公园', district: '彭山区', indicatorId: 'i1' },
  ],
});
const march = [
  proposed(gardens),
  started(gardens),
  broken,
  sites,
  inDistricts(submitted('2019-03', '0'), '6', '1'),
  inDistricts(verified('2019-03', '0'), '6', '1'),
  closed({ colour: 'red', why: 'behind the line', worst }),
  delivered('ReportOverdue', { period: '2019-02', department: works, dueOn: '2019-02-28' }),
];

describe('the ranking', () => {
  it('tells its formula beside the places', async () => {
    await api.given(...march);
    await api.shown();
    const { formula, places } = await askTwice('ranking');
    expect(formula).toMatchObject({ green: 60, completion: 40, perOverdue: 1, zh: expect.stringContaining('100%') });
    expect(places).toEqual([
      {
        rank: 1,
        department: works,
        score: '22.3',
        projects: 1,
        monthsGreen: 0,
        months: 1,
        monthsGrey: 0,
        greenShare: '0',
        completion: '58.3',
        indicators: 1,
        capped: 0,
        overdueReports: 1,
      },
    ]);
    expect((await ask('ranking?green=0&completion=100&perOverdue=0')).places).toMatchObject([{ score: '58.3' }]);
  });
});

it.each(['bulletin', 'ledger'])('a %s has no month of another year', async (read) => {
  await api.given(...march);
  await api.shown();
  expect(await api.get(`lists/${listId}/${read}?period=2018-12`, auditor)).toMatchObject({
    status: 409,
    body: { code: 'PERIOD_OUTSIDE_YEAR' },
  });
});

describe('the bulletin', () => {
  const bulletin = (query = 'period=2019-03') => askTwice(`bulletin?${query}`);
  it('counts colours, names laggards with indicator, district and sites, and what is overdue', async () => {
    await api.given(...march);
    await api.shown();
    const body = await bulletin();
    expect(body.colours).toContainEqual({ colour: 'red', count: 1, projects: [gardens] });
    expect(body.laggards).toMatchObject([
      {
        projectId: gardens,
        colour: 'red',
        why: 'behind the line',
        worst: { district: '彭山区', actual: '1', target: '5' },
        sites: [{ no: 2, name: '车站口袋公园', state: 'planned' }],
      },
    ]);
    expect(body.overdue).toEqual([
      {
        projectId: gardens,
        no: null,
        title: '新建口袋公园',
        department: works,
        period: '2019-02',
        dueOn: '2019-02-28',
      },
    ]);
    expect(body.ranking.places).toHaveLength(1);
  });
  it('calls nobody behind whose report came late and is on the line: caught up is a list of its own', async () => {
    await api.given(proposed(gardens), started(gardens), closed({ colour: 'yellow', why: 'caught up later', worst }));
    await api.shown();
    const body = await bulletin();
    expect(body.colours).toContainEqual({ colour: 'yellow', count: 1, projects: [gardens] });
    expect(body.laggards).toEqual([]);
    expect(body.caughtUpLater).toMatchObject([{ projectId: gardens, colour: 'yellow', why: 'caught up later' }]);
    expect(body.notes.zh).toContain('迟报补齐');
  });
  it('counts a grey project as grey: neither on schedule nor among the laggards', async () => {
    await api.given(proposed(gardens), started(gardens), closed({ colour: 'grey', why: 'nothing to measure' }));
    await api.shown();
    const body = await bulletin();
    expect(body.colours).toContainEqual({ colour: 'grey', count: 1, projects: [gardens] });
    expect(body.colours).toContainEqual({ colour: 'green', count: 0, projects: [] });
    expect(body.laggards).toEqual([]);
    expect(body.ranking.places).toMatchObject([{ monthsGreen: 0, months: 0, monthsGrey: 1, greenShare: null }]);
    expect((await ask('board')).lights).toMatchObject({ green: 0, grey: 1 });
  });
  it('calls nobody behind who is on schedule: below the target of the year is a column of its own', async () => {
    await api.given(
      proposed(gardens),
      started(gardens),
      broken,
      inDistricts(submitted('2019-03', '0'), '2', '2'),
      inDistricts(verified('2019-03', '0'), '2', '2'),
      closed({ colour: 'green', why: 'on the line' }),
    );
    await api.shown();
    const body = await bulletin();
    expect(body.laggards).toEqual([]);
    const [figure] = body.projects[0].figures;
    expect(figure.districtsBelowAnnualTarget).toMatchObject([{ district: '东坡区' }, { district: '彭山区' }]);
    expect(Object.keys(figure).filter((column) => /behind/i.test(column))).toEqual([]);
    expect(body.notes.zh).toContain('未达全年目标');
  });
  it('gives every number its way back to a version of a report and the event that verified it', async () => {
    await api.given(...march);
    await api.shown();
    const {
      projects: [
        {
          figures: [figure],
        },
      ],
    } = await bulletin();
    expect(figure).toMatchObject({
      actual: '7',
      percent: '58.3',
      source: {
        period: '2019-03',
        department: works,
        version: 1,
        position: '6',
        standing: 'provisional',
        laterCorrected: false,
      },
    });
    expect(figure.districtsBelowAnnualTarget).toMatchObject([
      { district: '东坡区', source: { position: '6' } },
      { district: '彭山区', actual: '1', percent: '20', source: { position: '6' } },
    ]);
    expect((await api.store.readAll(5n, { limit: 1 }))[0]).toMatchObject({ position: 6n, type: 'ReportVerified' });
  });
  it('says certified where the statistics bureau has stamped it, and later corrected where it was', async () => {
    await api.given(
      ...march,
      delivered('ReportCertified', { period: '2019-03', department: works, version: 1, certificateNo: '3号' }),
    );
    await api.shown();
    expect((await bulletin()).projects[0].figures[0].source).toMatchObject({
      standing: 'certified',
      certificateNo: '3号',
    });
    await api.given(
      inDistricts(corrected('2019-03', '0', 2), '7', '5'),
      inDistricts(verified('2019-03', '0', 2), '7', '5'),
    );
    await api.shown();
    expect((await bulletin()).projects[0].figures[0]).toMatchObject({
      actual: '12',
      source: { version: 2, position: '11', standing: 'provisional', laterCorrected: true },
      districtsBelowAnnualTarget: [],
    });
  });
  it('of a month that is not closed says so', async () => {
    await api.given(...march);
    await api.shown();
    expect(await bulletin('period=2019-02')).toMatchObject({
      notClosed: [gardens],
      laggards: [],
      projects: [{ light: null, figures: [{ actual: null, source: null }] }],
    });
  });
  it('needs its month', async () =>
    expect((await api.get(`lists/${listId}/bulletin`, auditor)).body).toMatchObject({
      code: 'MALFORMED',
      errors: [{ pointer: '/period' }],
    }));
});
