import { Commitment, Indicator, type Rules } from '@minsheng/contracts';
import {
  commission,
  commitment,
  dongpo,
  housing,
  indicator,
  month,
  pengshan,
  project,
  rules,
  transport,
  transportOfficer,
} from './testing/fixtures';
import {
  breakDown,
  close,
  correct,
  reportLine,
  startedDelivery,
  submit,
  toTwoDistricts,
  verify,
} from './delivery/delivery.fixtures';
import { isMet } from './indicator/met';
import { percentOfTarget } from './indicator/percent';

/**
 * The cases of handbook domain.md section 8 that concern delivery, a row for each: what was seen, and what the system
 * makes of it.
 */

const rate = (change: object = {}) =>
  indicator({ unit: '%', comparator: '<=', target: '4.3', additive: false, ...change });
const event = (change: object = {}) =>
  indicator({ unit: '项', comparator: 'event', target: null, additive: false, ...change });
const standard = (change: object = {}) =>
  indicator({ name: '孤儿养育标准', kind: 'standard', unit: '元/人月', target: '1180', additive: false, ...change });
const duty = indicator({ name: '信号灯优化', kind: 'recurring duty', unit: '次', target: null, checkpoints: 4 });
const entitlement = indicator({
  name: '困难残疾人补贴',
  kind: 'entitlement',
  unit: '人',
  target: null,
  additive: true,
});
const proof = [{ kind: 'document' as const, caption: '验收材料' }];
const claim = { type: 'ClaimCompletion' as const, data: { statement: '全部建成。', evidence: proof } };

/** The light of a month after these lines were reported and verified in it. */
const lightAfter = (
  number: number,
  lines: readonly ReturnType<typeof reportLine>[],
  indicators: readonly Indicator[] = [],
  breakdown?: Parameters<ReturnType<typeof startedDelivery>['ask']>[0],
  ruleSet?: Rules,
) => {
  const delivery = startedDelivery(indicators, ruleSet);
  if (breakdown) delivery.ask(breakdown, { by: commission });
  delivery.report(number, ...lines);
  delivery.ask(close(number), { by: commission });
  return delivery.light(number);
};
const claimsAfter = (
  lines: readonly ReturnType<typeof reportLine>[],
  indicators: readonly Indicator[] = [],
  breakdown?: Parameters<ReturnType<typeof startedDelivery>['ask']>[0],
) => {
  const delivery = startedDelivery(indicators);
  if (breakdown) delivery.ask(breakdown, { by: commission });
  delivery.report(12, ...lines);
  return delivery.refusal(claim);
};
const adjusted = (changes: object[]) => {
  const delivery = startedDelivery();
  const inJuly = { today: '2019-07-20' };
  delivery.ask(
    {
      type: 'ApplyForAdjustment',
      data: { changes, reason: '文物勘探，工期顺延。', evidence: proof },
    } as never,
    inJuly,
  );
  delivery.ask(
    { type: 'CheckAdjustment', data: { adjustment: 1, supported: true, opinion: '属实。' } },
    { by: commission, ...inJuly },
  );
  delivery.ask(
    {
      type: 'DecideAdjustment',
      data: {
        adjustment: 1,
        approved: true,
        bodyKind: 'congress standing committee' as const,
        body: '市人大常委会',
        heldOn: '2019-08-01',
        documentNo: '1号',
      },
    },
    { by: commission },
  );
  return delivery;
};

type Row = readonly [number: number, seen: string, actual: () => unknown, expected: unknown];
const rows: readonly Row[] = [
  [1, 'far over 100 percent (眉山 577 of 60)', () => percentOfTarget(indicator(), '60', { value: '577' }), '961.7'],
  [
    2,
    'the total is over 100, one district at 0 (宁波 2014)',
    () =>
      lightAfter(
        6,
        [reportLine('i1', '70', { district: dongpo }), reportLine('i1', '0', { district: pengshan })],
        [],
        toTwoDistricts('40', '20'),
      ),
    expect.objectContaining({ colour: 'red', worst: expect.objectContaining({ district: pengshan }) }),
  ],
  [
    3,
    'lower is better, the same ceiling everywhere',
    () =>
      claimsAfter(
        [reportLine('i1', '4', { district: dongpo }), reportLine('i1', '3.57', { district: pengshan })],
        [rate()],
        toTwoDistricts('4.3', '4.3'),
      ),
    undefined,
  ],
  [
    4,
    'words as target (应补尽补)',
    () => [
      claimsAfter([reportLine('i1', undefined, { allServed: false })], [entitlement]),
      claimsAfter([reportLine('i1', undefined, { allServed: true })], [entitlement]),
    ],
    ['INDICATORS_NOT_MET', undefined],
  ],
  [
    5,
    'a target not for this place',
    () =>
      startedDelivery([indicator(), indicator({ id: 'i2', applicable: false })]).refusal({
        type: 'SubmitReport',
        data: { period: month(3), lines: [reportLine('i2', '1')], progress: '无。', evidence: [] },
      }),
    'INDICATOR_UNKNOWN',
  ],
  [
    6,
    "the title carries the upper level's number",
    () => percentOfTarget(indicator({ name: '100万户以上', target: '144281' }), '144281', { value: '144281' }),
    '100',
  ],
  [
    7,
    'the denominator grows (岳阳楼 11,098 planned, 15,670 found)',
    () => startedDelivery().report(3, reportLine('i1', '40', { revisedBase: '50' }))[0],
    expect.objectContaining({
      data: expect.objectContaining({ lines: [expect.objectContaining({ value: '40', revisedBase: '50' })] }),
    }),
  ],
  [
    8,
    'the promise and the allotted sum differ (湖南 1,015,000 for 1,000,000)',
    () => startedDelivery().refusal(toTwoDistricts('40', '21', { buffer: true }), { by: commission }),
    undefined,
  ],
  [
    9,
    'works progress without a unit finished',
    () => claimsAfter([reportLine('i1', undefined, { worksPercent: '70' })]),
    'INDICATORS_NOT_MET',
  ],
  [10, '"built" at 90 percent counts 0', () => percentOfTarget(indicator(), '60', { worksPercent: '90' }), null],
  [
    12,
    'one part lags in a met promise (温州)',
    () =>
      lightAfter(
        12,
        [reportLine('i1', '60'), reportLine('i2', '6')],
        [indicator(), indicator({ id: 'i2', name: '户用', unit: '户', target: '12' })],
      )?.worst,
    expect.objectContaining({ indicatorId: 'i2', percent: '50' }),
  ],
  [
    13,
    'several leads with shares of their own (西湖 3 + 10)',
    () =>
      startedDelivery([indicator({ target: '3' }), indicator({ id: 'i2', target: '10', lead: transport })]).refusal(
        {
          type: 'SubmitReport',
          data: { period: month(3), lines: [reportLine('i2', '1')], progress: '已推进。', evidence: [] },
        },
        { by: transportOfficer },
      ),
    undefined,
  ],
  [
    14,
    'an own target above the assigned one: judged by the assigned',
    () => isMet(indicator({ target: '60.745', stretch: '76.487' }), '60.745', { value: '61' }),
    true,
  ],
  [
    15,
    'a joint reporting unit counts once',
    () =>
      startedDelivery().refusal(
        breakDown([
          {
            indicatorId: 'i1',
            districts: [{ district: '海曙、江东、江北', target: '60', members: ['海曙', '江东', '江北'] }],
          },
        ]),
        { by: commission },
      ),
    undefined,
  ],
  [
    16,
    'nested counts (350 charging points, 185 of them rural)',
    () =>
      startedDelivery([indicator({ target: '350' }), indicator({ id: 'i2', target: '185', partOf: 'i1' })]).refusal({
        type: 'SubmitReport',
        data: {
          period: month(3),
          lines: [reportLine('i1', '10'), reportLine('i2', '11')],
          progress: '已推进。',
          evidence: [],
        },
      }),
    'PART_ABOVE_WHOLE',
  ],
  [
    17,
    'several years: the stage goal of the year is what counts',
    () =>
      Commitment.safeParse({
        ...commitment(event({ dueOn: '2026-12-31', stageGoals: [{ year: 2019, goal: '主体封顶' }] })),
        span: { from: 2019, to: 2026 },
      }).success,
    true,
  ],
  [
    18,
    'the annual goal is only "start" (奉化 开工建设)',
    () => claimsAfter([reportLine('i1', undefined, { doneOn: '2019-06-20' })], [event({ eventKind: 'started' })]),
    undefined,
  ],
  [
    19,
    'steps of unclear sense ("2 by March, 2 by June, 7 by September")',
    () =>
      [undefined, 'cumulative', 'increments'].map((stepsAre) => {
        try {
          return breakDown([
            {
              indicatorId: 'i1',
              districts: [],
              steps: [
                { due: '2019-03', text: '2家', quantity: '2' },
                { due: '2019-06', text: '2家', quantity: '2' },
              ],
              ...(stepsAre && { stepsAre }),
            },
          ]).type;
        } catch {
          return 'asked';
        }
      }),
    ['asked', 'BreakDownTargets', 'BreakDownTargets'],
  ],
  [
    20,
    'a recurring duty: one checkpoint per quarter',
    () => [claimsAfter([reportLine('i1', '3')], [duty]), claimsAfter([reportLine('i1', '4')], [duty])],
    ['INDICATORS_NOT_MET', undefined],
  ],
  [
    21,
    'a standard raised with different floors (肇庆 1,400 / 1,180)',
    () =>
      claimsAfter(
        [reportLine('i1', '1400', { district: dongpo }), reportLine('i1', '1100', { district: pengshan })],
        [standard()],
        toTwoDistricts('1400', '1180'),
      ),
    'INDICATORS_NOT_MET',
  ],
  [
    22,
    'done on day one: green all year',
    () => lightAfter(1, [reportLine('i1', '1180')], [standard()])?.colour,
    'green',
  ],
  [
    23,
    'a target cut or postponed',
    () =>
      adjusted([
        { kind: 'target', indicatorId: 'i1', target: '50' },
        { kind: 'due date', indicatorId: 'i1', dueOn: '2019-12-20' },
      ]).started().commitment.indicators[0],
    expect.objectContaining({ target: '50', dueOn: '2019-12-20' }),
  ],
  [
    24,
    'an item split or carried over between years is linked',
    () => [
      adjusted([{ kind: 'carry over', toYear: 2020, goal: '2020年6月建成' }]).started().status,
      adjusted([{ kind: 'split', into: [project(21), project(22)] }]).started().status,
    ],
    ['carried over', 'split'],
  ],
  [
    26,
    'a misprint: the whole is not the sum of its districts',
    () => {
      const delivery = startedDelivery();
      delivery.ask(toTwoDistricts('40', '20'), { by: commission });
      return delivery.refusal(
        submit(
          3,
          reportLine('i1', '195'),
          reportLine('i1', '15', { district: dongpo }),
          reportLine('i1', '8', { district: pengshan }),
        ),
      );
    },
    'REPORT_SUM_MISMATCH',
  ],
  [
    28,
    'percentages printed by cutting: computed, never stored',
    () => percentOfTarget(indicator(), '60', { value: '71.982' }),
    '120',
  ],
  [
    36,
    'a bureau is renamed: the lead changes by an adjustment',
    () => adjusted([{ kind: 'lead', indicatorId: 'i1', lead: transport }]).started().commitment.indicators[0].lead,
    transport,
  ],
  [
    37,
    'a certificate after the closing day',
    () => {
      const delivery = startedDelivery();
      delivery.report(3, reportLine('i1', '20'));
      delivery.ask(close(3), { by: commission });
      return delivery.ask(
        { type: 'CertifyReport', data: { period: month(3), department: housing, certificateNo: '统认〔2019〕3号' } },
        { by: { id: 'bureau-1', role: 'statistics' } },
      )[0];
    },
    expect.objectContaining({ type: 'ReportCertified', data: expect.objectContaining({ version: 1 }) }),
  ],
  [
    38,
    'a standard met with a different mix (154.33 of 140): a met flag',
    () => isMet(standard({ target: '140' }), '140', { value: '154.33' }),
    true,
  ],
  [
    39,
    'a report of zero and no report are different',
    () => [
      lightAfter(3, [reportLine('i1', '0')])?.why,
      (() => {
        const delivery = startedDelivery();
        delivery.ask(close(3), { by: commission });
        return delivery.light(3)?.why;
      })(),
    ],
    ['behind the line', 'no verified report'],
  ],
  [
    40,
    'starts and money diverge: two lights, not one',
    () => {
      const delivery = startedDelivery(
        [indicator({ steps: [{ due: '2019-03', text: '开工' }] })],
        rules({ sideLights: { start: { redAfterMonths: 3 }, money: {} } }),
      );
      delivery.ask(
        {
          type: 'PlanInvestment',
          data: { year: '120', bySource: [{ source: 'own budget', amount: '120' }], payments: [] },
        },
        { by: commission },
      );
      delivery.ask({
        type: 'SubmitReport',
        data: {
          period: month(6),
          lines: [reportLine('i1', '30', { startedOn: '2019-03-10' })],
          progress: '已开工。',
          evidence: [],
          money: { done: '60', paid: '20' },
        },
      });
      delivery.ask(verify(6), { by: commission });
      delivery.ask(close(6), { by: commission });
      return delivery.light(6);
    },
    expect.objectContaining({
      colour: 'green',
      sides: expect.objectContaining({
        start: expect.objectContaining({ colour: 'green' }),
        money: expect.objectContaining({ colour: 'red' }),
      }),
    }),
  ],
];

describe('edge cases seen in practice', () => {
  it.each(rows)('%i: %s', (_number, _seen, outcome, expected) => expect(outcome()).toEqual(expected));

  it('11: more sites than promised are a pool, of which the finished count (see sites.decider.spec.ts)', () => {
    const delivery = startedDelivery([indicator({ target: '5' })]);
    delivery.report(12, reportLine('i1', '5'));
    expect(delivery.refusal(claim)).toBeUndefined();
  });

  it('a late correction is told apart from a report in time', () => {
    const delivery = startedDelivery();
    delivery.ask(close(3), { by: commission });
    delivery.ask(correct(3, reportLine('i1', '60')));
    delivery.ask(verify(3), { by: commission });
    expect(delivery.light(3)?.why).toBe('caught up later');
  });
});
