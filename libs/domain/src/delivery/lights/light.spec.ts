import type { Light } from '@minsheng/contracts';
import { commission, dongpo, indicator, pengshan, rules, transport, transportOfficer } from '../../testing/fixtures';
import {
  breakDown,
  close,
  closeByForce,
  reportLine,
  startedDelivery,
  submit,
  toTwoDistricts,
  verify,
} from '../delivery.fixtures';
import { plainColour, type PlainLight } from './light.fixtures';

const hundredths = (value: number) => String(value / 100);
/** Lives the month through: table, report, verification, closing. Each row is led by housing. */
const lightOf = ({
  month,
  scheme,
  yellowFrom = 10,
  redOver = 30,
  byJune,
  someReportMissing,
  rows,
}: PlainLight): Light => {
  const indicators = rows.map(({ comparator, target, steps, due }, index) =>
    indicator({
      id: `i${index + 1}`,
      comparator,
      target: target === null ? null : hundredths(target),
      additive: comparator === '>=',
      steps:
        steps?.map(([at, quantity]) => ({
          due: `2019-${String(at).padStart(2, '0')}`,
          text: '分月计划',
          quantity: hundredths(quantity),
        })) ?? (due ? [{ due: `2019-${String(due).padStart(2, '0')}`, text: '完成' }] : []),
    }),
  );
  const delivery = startedDelivery(
    indicators,
    rules({
      lights: scheme === 'points behind' ? { scheme, yellowFrom, redOver } : { scheme },
      ...(byJune !== undefined && { line: { shape: 'front-loaded', byJune } }),
    }),
  );
  const names = [dongpo, pengshan];
  const tables = rows.flatMap(({ districts }, index) =>
    districts
      ? [
          {
            indicatorId: `i${index + 1}`,
            buffer: true,
            districts: districts.map(({ target }, n) => ({
              district: names[n],
              target: target === null ? null : hundredths(target),
            })),
          },
        ]
      : [],
  );
  if (tables.length > 0) delivery.ask(breakDown(tables));
  const lines = rows.flatMap(({ comparator, actual, done, districts = [] }, index) => [
    ...(comparator === 'event'
      ? [reportLine(`i${index + 1}`, undefined, done ? { doneOn: '2019-01-02' } : { worksPercent: '90' })]
      : actual === null
        ? []
        : [reportLine(`i${index + 1}`, hundredths(actual))]),
    ...districts.flatMap((share, n) =>
      share.actual === null ? [] : [reportLine(`i${index + 1}`, hundredths(share.actual), { district: names[n] })],
    ),
  ]);
  if (!someReportMissing) {
    // A report of works alone where a figure is missing: the month is reported, the figure is not.
    delivery.ask(submit(month, ...(lines.length > 0 ? lines : [reportLine('i1', undefined, { worksPercent: '90' })])));
    delivery.ask({ ...verify(month), data: { ...verify(month).data, confirmed: true } }, { by: commission });
  }
  const [closed] = delivery.ask(close(month));
  return (closed.data as { light: Light }).light;
};

type Golden = [says: string, colour: Light['colour'], why: Light['why'], behind: string | undefined, light: PlainLight];
const points = (
  month: number,
  actual: number | null,
  more: Partial<PlainLight> = {},
  row: object = {},
): PlainLight => ({
  month,
  scheme: 'points behind',
  rows: [{ comparator: '>=', target: 100_000, actual, ...row }],
  ...more,
});
const met = (month: number, actual: number | null, more: Partial<PlainLight> = {}, row: object = {}): PlainLight => ({
  ...points(month, actual, more, row),
  scheme: 'month met or not',
});
const linan = {
  target: 50_000,
  steps: [
    [3, 10_000],
    [6, 20_000],
    [9, 50_000],
  ] as const,
};
const event = { comparator: 'event', target: null } as const;
const lower = { comparator: '<=', target: 430 } as const;

const golden: Golden[] = [
  ['on the line in June', 'green', 'on the line', '0', points(6, 50_000)],
  ['0.1 points behind', 'green', 'within tolerance', '0.1', points(6, 49_900)],
  ['9.9 points behind', 'green', 'within tolerance', '9.9', points(6, 40_100)],
  ['9.95 points behind: never printed as 10', 'green', 'within tolerance', '9.95', points(6, 40_050)],
  ['9.96 points behind, not rounded to 10', 'green', 'within tolerance', '9.96', points(6, 40_040)],
  ['10 points behind: the end is included', 'yellow', 'behind the line', '10', points(6, 40_000)],
  ['10.1 points behind', 'yellow', 'behind the line', '10.1', points(6, 39_900)],
  ['30 points behind: the end is included', 'yellow', 'behind the line', '30', points(6, 20_000)],
  ['30.1 points behind', 'red', 'behind the line', '30.1', points(6, 19_900)],
  ['far ahead of the line', 'green', 'on the line', '0', points(1, 961_700)],
  ['zero reported in January: 8.3 points behind', 'green', 'within tolerance', '8.3', points(1, 0)],
  ['zero reported in February: 16.7 points behind', 'yellow', 'behind the line', '16.7', points(2, 0)],
  ['11 twelfths are 91.7 (Xuancheng)', 'green', 'on the line', '0', points(11, 91_700)],
  ['99 of 100 in December: nothing is tolerated', 'yellow', 'behind the line', '1', points(12, 99_000)],
  ['yellow from 0: on the line is still green', 'green', 'on the line', '0', points(6, 50_000, { yellowFrom: 0 })],
  ['yellow from 0: a tenth behind is yellow', 'yellow', 'behind the line', '0.1', points(6, 49_900, { yellowFrom: 0 })],
  ['no report', 'red', 'no verified report', '50', points(6, null, { someReportMissing: true })],
  ['a report without the figure: missing is not zero', 'grey', 'nothing to measure', undefined, points(6, null)],
  ['a report without the figure once all is due', 'red', 'behind the line', '100', points(12, null)],
  ['month met', 'green', 'on the line', '0', met(6, 50_000)],
  ['month not met by a tenth', 'red', 'behind the line', '0.1', met(6, 49_900)],
  ['month met ahead of time', 'green', 'on the line', '0', met(3, 50_000)],
  ['month met or not: no report', 'red', 'no verified report', '25', met(3, null, { someReportMissing: true })],
  ['front-loaded 60: half the year wants 60', 'yellow', 'behind the line', '10', points(6, 50_000, { byJune: 60 })],
  ['front-loaded 60: March wants 30', 'green', 'within tolerance', '5', points(3, 25_000, { byJune: 60 })],
  ['front-loaded 60: September wants 80', 'red', 'behind the line', '0.1', met(9, 79_900, { byJune: 60 })],
  ['dated steps: nothing is due in February', 'grey', 'nothing to measure', undefined, met(2, 0, {}, linan)],
  ['dated steps: the first is met in March', 'green', 'on the line', '0', met(3, 10_000, {}, linan)],
  ['dated steps: the second is not met in June', 'yellow', 'behind the line', '20', points(6, 10_000, {}, linan)],
  ['dated steps: 340 of 500 in September', 'red', 'behind the line', '32', points(9, 34_000, {}, linan)],
  ['lower is better and reached', 'green', 'on the line', '0', points(12, 357, {}, lower)],
  ['lower is better and exactly reached', 'green', 'on the line', '0', met(12, 430, {}, lower)],
  ['lower is better, 5.0 for 4.3 in December', 'yellow', 'behind the line', '14', points(12, 500, {}, lower)],
  ['an event that is not due', 'grey', 'nothing to measure', undefined, points(9, null, {}, { ...event, due: 10 })],
  ['an event in its due month, not done', 'red', 'behind the line', '100', points(10, null, {}, { ...event, due: 10 })],
  [
    'an event in its due month, done',
    'green',
    'on the line',
    '0',
    points(10, null, {}, { ...event, due: 10, done: true }),
  ],
  ['an event without a day is due in December', 'red', 'behind the line', '100', met(12, null, {}, event)],
  ['a target of zero, reported zero', 'green', 'on the line', '0', points(6, 0, {}, { target: 0 })],
  [
    'at most zero, and something happened',
    'red',
    'behind the line',
    '100',
    points(6, 100, {}, { comparator: '<=', target: 0 }),
  ],
  [
    'words as target, figures per district, nothing told',
    'grey',
    'nothing to measure',
    undefined,
    points(
      6,
      null,
      {},
      {
        target: null,
        districts: [
          { target: 1000, actual: null },
          { target: 1000, actual: null },
        ],
      },
    ),
  ],
  ['words as target', 'grey', 'nothing to measure', undefined, points(6, 12_300, {}, { target: null })],
  [
    'a district at zero, the total over 100 (Ningbo 2014)',
    'red',
    'behind the line',
    '100',
    points(
      12,
      2400,
      {},
      {
        target: 2000,
        districts: [
          { target: 1000, actual: 2400 },
          { target: 1000, actual: 0 },
        ],
      },
    ),
  ],
  [
    'a district silent, the total over 100',
    'red',
    'behind the line',
    '50',
    met(
      6,
      null,
      {},
      {
        target: 2000,
        districts: [
          { target: 1000, actual: 2400 },
          { target: 1000, actual: null },
        ],
      },
    ),
  ],
  [
    'both districts on the line, nobody told the total',
    'green',
    'on the line',
    '0',
    met(
      6,
      null,
      {},
      {
        target: 2000,
        districts: [
          { target: 1000, actual: 500 },
          { target: 1000, actual: 600 },
        ],
      },
    ),
  ],
  [
    'districts with targets and no report: the whole counts',
    'green',
    'on the line',
    '0',
    points(
      6,
      1000,
      {},
      {
        target: 2000,
        districts: [
          { target: 1000, actual: null },
          { target: 1000, actual: null },
        ],
      },
    ),
  ],
  [
    'two indicators: the worse one decides',
    'yellow',
    'behind the line',
    '20',
    {
      month: 6,
      scheme: 'points behind',
      rows: [
        { comparator: '>=', target: 1000, actual: 500 },
        { comparator: '>=', target: 1000, actual: 300 },
      ],
    },
  ],
];

describe('the light of a month', () => {
  it.each(golden)('%s: %s', (_, colour, why, behind, plain) => {
    const light = lightOf(plain);
    expect([light.colour, light.why, light.worst?.behind]).toEqual([colour, why, behind]);
  });
  it.each(golden)('%s: the same by plain numbers', (_, colour, _why, _behind, plain) =>
    expect(plainColour(plain)).toBe(colour),
  );
});

describe('what a light says of itself', () => {
  it('names the rule and its version, the month, and the worst indicator with its lead', () =>
    expect(lightOf(points(6, 19_900))).toEqual({
      period: '2019-06',
      colour: 'red',
      why: 'behind the line',
      rulesVersion: 1,
      rule: { scheme: 'points behind', yellowFrom: 10, redOver: 30 },
      missing: [],
      sides: {},
      worst: {
        indicatorId: 'i1',
        lead: '市住建局',
        actual: '199',
        target: '1000',
        percent: '19.9',
        line: '50',
        behind: '30.1',
        met: false,
      },
      turnsGreen: { indicatorId: 'i1', value: '500' },
    }));

  it('names the district that decides', () =>
    expect(
      lightOf(
        points(
          12,
          2400,
          {},
          {
            target: 2000,
            districts: [
              { target: 1000, actual: 2400 },
              { target: 1000, actual: 0 },
            ],
          },
        ),
      ).worst,
    ).toMatchObject({ district: pengshan, percent: '0' }));

  it('names the first of two that are equally far behind', () =>
    expect(
      lightOf({
        month: 6,
        scheme: 'points behind',
        rows: [
          { comparator: '>=', target: 1000, actual: 300 },
          { comparator: '>=', target: 500, actual: 150 },
        ],
      }).worst,
    ).toMatchObject({ indicatorId: 'i1' }));

  it('names every lead that sent no verified report, and no lead of what does not concern this place', () => {
    const delivery = startedDelivery([
      indicator(),
      indicator({ id: 'i2', lead: transport }),
      indicator({ id: 'i3', lead: '市教育局', applicable: false }),
    ]);
    delivery.ask(submit(1, reportLine('i1', '30')));
    delivery.ask(verify(1), { by: commission });
    delivery.ask(submit(1, reportLine('i2', '30')), { by: transportOfficer });
    delivery.ask(closeByForce(1));
    expect(delivery.light(1)).toMatchObject({ colour: 'red', why: 'no verified report', missing: [transport] });
  });

  it('is grey where what was reported has no figure to be held against', () => {
    const delivery = startedDelivery([indicator({ target: null })]);
    delivery.ask(submit(1, reportLine('i1', '30')));
    delivery.ask(verify(1), { by: commission });
    delivery.ask(close(1));
    expect(delivery.light(1)).toMatchObject({ colour: 'grey', why: 'nothing to measure', missing: [] });
  });

  it('is computed once: a month is closed once, in its year, after it has begun', () => {
    const delivery = startedDelivery();
    delivery.ask(close(1));
    expect(delivery.refusal(close(1))).toBe('PERIOD_CLOSED');
    expect(delivery.refusal(close(5), { today: '2019-04-30' })).toBe('PERIOD_NOT_BEGUN');
    expect(delivery.refusal({ type: 'CloseMonth', data: { period: '2018-12' as never } })).toBe('PERIOD_OUTSIDE_YEAR');
  });

  it('looks at the districts of the newest table', () => {
    const delivery = startedDelivery();
    delivery.ask(toTwoDistricts('40', '20'));
    delivery.ask(
      submit(6, reportLine('i1', '20', { district: dongpo }), reportLine('i1', '10', { district: pengshan })),
    );
    delivery.ask(verify(6), { by: commission });
    delivery.ask(toTwoDistricts('10', '50'));
    delivery.ask(close(6));
    expect(delivery.light(6)).toMatchObject({
      colour: 'yellow',
      worst: { district: pengshan, percent: '20', behind: '30' },
    });
  });
});
