import { rankingOf, type Ranked } from './ranking';

type Lit = Partial<{ shown: string; missing: string[]; lead: string }>;
const light = (projectId: string, period: string, { shown = 'green', missing = [], lead }: Lit = {}) => ({
  projectId,
  period,
  shown,
  now: { missing, ...(lead && { worst: { lead } }) },
});
const standing = (lead: string, percent: string | null, met: boolean | null = false) => ({
  lead,
  percent,
  met,
  comparator: '>=',
  actual: percent,
  targetThisYear: '100',
});
const ranked = (
  projects: readonly { id: string; leads: string[]; overdue?: string[] }[],
  lights: readonly object[],
  standings: Readonly<Record<string, readonly object[]>> = {},
): Ranked =>
  ({
    projects: projects.map(({ id, leads, overdue = [] }) => ({
      projectId: id,
      leads,
      periods: [{ period: '2019-03', dueOn: '2019-03-28', reminded: [], owed: [], overdue }],
    })),
    lights,
    promises: new Map(),
    standings: new Map(Object.entries(standings)),
  }) as unknown as Ranked;
const of = (department: string, all: Ranked) => rankingOf(all).find((place) => place.department === department)!;

describe('the ranking of departments', () => {
  it('weighs the share of green months and the completion', () => {
    const all = ranked(
      [{ id: 'p1', leads: ['甲'] }],
      [light('p1', '2019-01'), light('p1', '2019-02', { shown: 'red', lead: '甲' })],
      { p1: [standing('甲', '80'), standing('甲', '60')] },
    );
    expect(of('甲', all)).toEqual({
      rank: 1,
      department: '甲',
      score: '58',
      projects: 1,
      monthsGreen: 1,
      months: 2,
      monthsGrey: 0,
      greenShare: '50',
      completion: '70',
      indicators: 2,
      capped: 0,
      overdueReports: 0,
    });
  });
  it('caps completion before it is averaged, and says how many were', () => {
    expect(
      of(
        '甲',
        ranked([{ id: 'p1', leads: ['甲'] }], [], { p1: [standing('甲', '961.7', true), standing('甲', '50')] }),
      ),
    ).toMatchObject({ completion: '75', capped: 1, score: '75', greenShare: null });
  });
  it('counts an event or a status word as all or nothing, and leaves out what cannot be judged', () => {
    expect(
      of(
        '甲',
        ranked([{ id: 'p1', leads: ['甲'] }], [], {
          p1: [standing('甲', null, true), standing('甲', null, false), standing('甲', null, null)],
        }),
      ),
    ).toMatchObject({ completion: '50', indicators: 2 });
  });
  it('holds a light that is not green against those who answer for it', () => {
    const all = ranked(
      [{ id: 'p1', leads: ['甲', '乙'] }],
      [
        light('p1', '2019-01', { shown: 'red', missing: ['乙'] }),
        light('p1', '2019-02', { shown: 'yellow', lead: '甲' }),
        light('p1', '2019-03', { shown: 'red' }),
      ],
    );
    // the last one names nobody: both answer
    expect([of('甲', all), of('乙', all)]).toMatchObject([
      { monthsGreen: 0, months: 2 },
      { monthsGreen: 0, months: 2 },
    ]);
  });
  it('leaves months with the lead then in force: a new lead takes over neither their red nor their green', () => {
    const all = ranked(
      [{ id: 'p1', leads: ['乙'] }],
      [
        light('p1', '2019-01', { shown: 'red', lead: '甲' }),
        light('p1', '2019-02'),
        light('p1', '2019-03', { shown: 'yellow', lead: '乙' }),
      ],
    );
    const indicator = { id: 'i1', applicable: true, lead: '乙' };
    const revisions = [{ from: '2019-03', before: [{ ...indicator, lead: '甲' }] }];
    const changed = {
      ...all,
      promises: new Map([['p1', { indicators: [indicator], revisions }]]),
    } as unknown as Ranked;
    expect([of('甲', changed), of('乙', changed)]).toMatchObject([
      { monthsGreen: 1, months: 2 },
      { monthsGreen: 0, months: 1 },
    ]);
  });
  it('takes a point for each overdue report, never below nought', () => {
    expect(of('甲', ranked([{ id: 'p1', leads: ['甲'], overdue: ['甲'] }], [light('p1', '2019-01')]))).toMatchObject({
      score: '99',
      overdueReports: 1,
    });
    expect(of('甲', ranked([{ id: 'p1', leads: ['甲'], overdue: ['甲'] }], []))).toMatchObject({ score: '0' });
  });
  it('shares a rank in a tie and skips the next: two seconds, then a fourth', () => {
    const places = rankingOf(
      ranked(
        ['甲', '乙', '丙', '丁'].map((department, index) => ({ id: `p${index}`, leads: [department] })),
        [],
        {
          p0: [standing('甲', '90')],
          p1: [standing('乙', '80')],
          p2: [standing('丙', '80')],
          p3: [standing('丁', '70')],
        },
      ),
    );
    expect(places.map(({ rank, department }) => [rank, department])).toEqual([
      [1, '甲'],
      [2, '丙'],
      [2, '乙'],
      [4, '丁'],
    ]);
  });
  it('compares exact scores: a hundredth of a point is no tie, and is never printed as 100', () => {
    const places = rankingOf(
      ranked(
        ['甲', '乙'].map((department, index) => ({ id: `p${index}`, leads: [department] })),
        [],
        {
          p0: [{ ...standing('甲', '99.95'), actual: '1999', targetThisYear: '2000' }],
          p1: [{ ...standing('乙', '100', true), actual: '2000', targetThisYear: '2000' }],
        },
      ),
    );
    expect(places.map(({ rank, department, score, completion }) => [rank, department, score, completion])).toEqual([
      [1, '乙', '100', '100'],
      [2, '甲', '99.95', '99.95'],
    ]);
  });
  it('counts a month with nothing to measure neither as green nor as a month, and says how many there are', () => {
    const all = ranked(
      [{ id: 'p1', leads: ['甲'] }],
      [light('p1', '2019-01', { shown: 'grey' }), light('p1', '2019-02'), light('p1', '2019-03', { shown: 'red' })],
    );
    expect(of('甲', all)).toMatchObject({ monthsGreen: 1, months: 2, monthsGrey: 1, greenShare: '50' });
  });
  it('takes another formula', () => {
    const all = ranked(
      [{ id: 'p1', leads: ['甲'], overdue: ['甲'] }],
      [light('p1', '2019-01', { shown: 'red', lead: '甲' })],
      { p1: [standing('甲', '80')] },
    );
    expect(rankingOf(all, { green: 0, completion: 100, perOverdue: 10 })).toMatchObject([{ score: '70' }]);
  });
});
