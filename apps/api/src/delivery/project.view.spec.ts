import { ledgers, lights, projects, type LedgerRow, type LightRow, type ProjectRow } from '@minsheng/read-models';
import {
  delivering,
  gardens,
  indicator,
  line,
  proposed,
  rowAfter,
  rowsAfter,
  started,
  verified,
  type GivenEvent,
} from '@minsheng/read-models/testing';
import { isPublic } from '../reading/is-public';
import { boardLine, dossierView, matches } from './project.view';

const target = (...districts: [string, string | null][]): GivenEvent => ({
  type: 'TargetsBrokenDown',
  data: {
    projectId: gardens,
    indicators: [
      {
        indicatorId: 'i1',
        buffer: false,
        districts: districts.map(([district, first]) => ({ district, target: first })),
      },
    ],
  },
});
const reported = (...lines: object[]): GivenEvent => ({
  ...verified('2019-03', '0'),
  data: { ...verified('2019-03', '0').data, lines },
});
const rowOf = (over: object, ...given: GivenEvent[]) =>
  rowAfter<ProjectRow>(projects, proposed(gardens, { indicators: [indicator(over)] }), started(gardens), ...given);
const standingOf = async (over: object, ...given: GivenEvent[]) =>
  (await rowAfter<LedgerRow>(ledgers, started(gardens, { indicators: [indicator(over)] }), ...given)).standing;
const viewOf = async (over: object, ...given: GivenEvent[]) => (await standingOf(over, ...given))[0];
const dossierOf = async (over: object, ...given: GivenEvent[]) =>
  dossierView(
    await rowOf(over, ...given),
    await standingOf(over, ...given),
    await rowsAfter<LightRow>(lights, ...given),
  );

describe('an indicator', () => {
  it.each([
    ['961.7 percent, for percentages have no cap', { target: '600' }, '5770', '961.7', true],
    ['25 percent', {}, '3', '25', false],
    ['met by exactly what was promised', {}, '12', '100', true],
    ['target by actual, where less is better', { comparator: '<=', target: '4', additive: false }, '3.2', '125', true],
    [
      'not met, where less is better and more came',
      { comparator: '<=', target: '4', additive: false },
      '5',
      '80',
      false,
    ],
    [
      'without a percentage where the list promises no figure',
      { target: null, targetText: '应补尽补' },
      '3',
      null,
      null,
    ],
    ['without a percentage of a target of nought', { target: '0' }, '3', null, true],
  ])('is %s', async (_what, over, value, percent, met) =>
    expect(await viewOf(over, reported(line(value)))).toMatchObject({ actual: value, percent, met }),
  );
  it('that nobody reported has no figure and is not met', async () =>
    expect(await viewOf({})).toMatchObject({ actual: null, percent: null, met: false }));
  it('that is an event is met on its day', async () => {
    const event = { comparator: 'event', target: null, additive: false };
    expect(await viewOf(event, reported({ indicatorId: 'i1', doneOn: '2019-03-20' }))).toMatchObject({
      doneOn: '2019-03-20',
      percent: null,
      met: true,
    });
    expect(await viewOf(event)).toMatchObject({ doneOn: null, met: false });
  });
  it('that does not concern the place is neither met nor missed', async () => {
    const { standing } = await rowAfter<LedgerRow>(
      ledgers,
      started(gardens, { indicators: [indicator(), indicator({ id: 'i2', applicable: false })] }),
    );
    expect(standing[1].met).toBeNull();
  });
  it('shows works progress and never counts it', async () => {
    expect((await dossierOf({}, reported({ indicatorId: 'i1', worksPercent: '80' }))).indicators[0]).toMatchObject({
      worksPercent: '80',
      actual: null,
      percent: null,
      met: false,
    });
  });
});

describe('the districts of an indicator', () => {
  const both = target(['东坡区', '7'], ['彭山区', '5']);
  it('sum to the whole, and each has its percentage', async () => {
    expect(
      await viewOf({}, both, reported(line('7', { district: '东坡区' }), line('4', { district: '彭山区' }))),
    ).toMatchObject({
      actual: '11',
      percent: '91.7',
      met: false,
      byDistrict: [
        { district: '东坡区', target: '7', actual: '7', percent: '100', met: true },
        { district: '彭山区', target: '5', actual: '4', percent: '80', met: false },
      ],
    });
  });
  it('decide where a standard is reported by districts only: one that misses it, misses it', async () => {
    const rate = { target: '95', additive: false };
    const districts = target(['东坡区', '95'], ['彭山区', '95']);
    expect(
      await viewOf(rate, districts, reported(line('99', { district: '东坡区' }), line('94', { district: '彭山区' }))),
    ).toMatchObject({ actual: null, percent: null, met: false });
    expect(
      await viewOf(rate, districts, reported(line('99', { district: '东坡区' }), line('95', { district: '彭山区' }))),
    ).toMatchObject({ met: true });
  });
  it('without a target of their own take part and are not judged', async () => {
    expect(
      (
        await viewOf(
          {},
          target(['东坡区', '12'], ['仁寿县', null]),
          reported(line('12', { district: '东坡区' }), line('3', { district: '仁寿县' })),
        )
      ).byDistrict[1],
    ).toEqual({ district: '仁寿县', target: null, actual: '3', percent: null, met: null });
  });
});

describe('a line of the board', () => {
  it('says which lights were changed later, and what is still open', async () => {
    const upTo = delivering.slice(0, delivering.findIndex(({ type }) => type === 'OrderAnswered') + 1);
    const view = boardLine(
      await rowAfter<ProjectRow>(projects, proposed(gardens), ...upTo.filter(({ data }) => 'projectId' in data)),
    );
    expect(view.lights).toEqual([
      { period: '2019-03', colour: 'green', why: 'on the line', laterChanged: false },
      { period: '2019-06', colour: 'yellow', why: 'caught up later', laterChanged: true },
    ]);
    expect(view).toMatchObject({ openOrders: 1, openIssues: 0 });
  });
  it('matches a filter by the lead and by those who take part', async () => {
    const row = await rowAfter<ProjectRow>(projects, proposed(gardens, { coDepartments: ['市财政局'] }));
    expect(['市住房和城乡建设局', '市财政局', '市教育局'].map((department) => matches({ department })(row))).toEqual([
      true,
      true,
      false,
    ]);
    expect(matches({})(row)).toBe(true);
    expect(matches({ domain: '环境友好', status: 'candidate', light: 'red' })(row)).toBe(false);
  });
  it('is public once the list is adopted', async () => {
    const candidate = await rowAfter<ProjectRow>(projects, proposed(gardens));
    expect(isPublic(candidate)).toBe(false);
    for (const status of ['shelved', 'passed over'] as const) expect(isPublic({ ...candidate, status })).toBe(false);
    for (const status of ['adopted', 'under way', 'closed'] as const)
      expect(isPublic({ ...candidate, status })).toBe(true);
  });
});

describe('the dossier', () => {
  it('does not carry what is folded into the indicators', async () => {
    const view = await dossierOf({}, reported(line('3')));
    expect(Object.keys(view)).toEqual(expect.not.arrayContaining(['targets', 'commitment']));
    expect(view).toMatchObject({
      level: null,
      span: null,
      coDepartments: [],
      lineage: [],
      indicators: [{ actual: '3' }],
    });
  });
});
