import fc from 'fast-check';
import { DeliveryCommands, shippedLights, type DeliveryCommand } from '@minsheng/contracts';
import { commission, dongpo, housing, indicator, month, pengshan, rules } from '../../testing/fixtures';
import type { Act, GoldenCase, PlainFigure, PlainIndicator, PlainRules } from '../../testing/golden-case';
import { independentLight } from '../../testing/independent-lights';
import { closeByForce, startedDelivery } from '../delivery.fixtures';

/**
 * Two hands compute every light of histories that nobody thought of: reports in time, late, corrected, returned, under
 * every shipped rule.
 */
const figure = fc.integer({ min: 0, max: 130 }).map((tens) => String(tens / 10));
const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })
  .chain((months) =>
    fc
      .array(fc.integer({ min: 0, max: 60 }), { minLength: months.length, maxLength: months.length })
      .map((quantities) =>
        months.map((at, index) => ({ due: month(at), text: '分月计划', quantity: String(quantities[index] / 10) })),
      ),
  );
const optional = <T>(entry: fc.Arbitrary<T>) => fc.option(entry, { nil: undefined, freq: 2 });
const anyPromise = fc.oneof(
  fc.record({
    target: fc.constantFrom('10', '7.5', '0'),
    steps: optional(steps),
    stepsAre: fc.constantFrom('cumulative', 'increments'),
    dueOn: optional(fc.constantFrom('2019-06-15', '2019-09-30')),
  }),
  fc.record({
    target: fc.constant('4.3'),
    comparator: fc.constant('<='),
    unit: fc.constant('%'),
    additive: fc.constant(false),
  }),
  fc.record({
    target: fc.constant('4'),
    ceiling: fc.constant('6'),
    comparator: fc.constant('range'),
    unit: fc.constant('%'),
    additive: fc.constant(false),
  }),
  fc.record({
    target: fc.constant(null),
    comparator: fc.constant('event'),
    additive: fc.constant(false),
    eventKind: fc.constantFrom('started', 'done'),
    dueOn: optional(fc.constant('2019-05-31')),
  }),
  fc.record({ target: fc.constant(null), kind: fc.constant('entitlement') }),
  fc.record({ target: fc.constant('9'), kind: fc.constant('standard'), additive: fc.constant(false) }),
  fc.record({
    target: fc.constant('60'),
    dueOn: fc.constant('2021-06-30'),
    stageGoals: fc.constant([{ year: 2019, goal: '建成 10', target: '10' }]),
  }),
);
type PlainPromise = { readonly comparator?: string; readonly kind?: string };
const figureFor = ({ comparator, kind }: PlainPromise): fc.Arbitrary<PlainFigure> => {
  const besides = {
    startedOn: optional(fc.constantFrom('2019-01-20', '2019-03-10')),
    enteredOn: optional(fc.constant('2019-04-02')),
    reason: fc.constant('审计核减'),
  };
  if (comparator === 'event')
    return fc.record({ ...besides, doneOn: optional(fc.constant('2019-05-20')), worksPercent: fc.constant('40') });
  return kind === 'entitlement'
    ? fc.record({ ...besides, allServed: fc.boolean() })
    : fc.record({ ...besides, value: figure });
};
const withBreakdown = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));

const day = '2019-12-31';
const MONTHS = [1, 2, 3, 4, 5, 6, 7];
/**
 * What becomes of a month while it is open, and what is sent after it was closed; `amend` is another rule set decided
 * meanwhile.
 */
const courses = {
  'in time': ['report', 'verify', 'close'],
  silent: ['close'],
  'verified late': ['report', 'close', 'verify'],
  'sent again': ['report', 'return', 'report', 'verify', 'close'],
  unverified: ['report', 'close'],
} as const;
const afterwards = {
  corrected: ['correct', 'verify'],
  reopened: ['reopen', 'correct', 'verify', 'close'],
  'corrected and returned': ['correct', 'return'],
} as const;

const actsOf = (indicators: readonly PlainPromise[], withDistricts: boolean): fc.Arbitrary<Act[]> => {
  const lines = fc
    .tuple(
      ...indicators.map((indicator, index) =>
        fc.record({
          figures: figureFor(indicator),
          place: withDistricts && index === 0 ? fc.constantFrom('', `@${dongpo}`, `@${pengshan}`) : fc.constant(''),
          silent: fc.boolean(),
        }),
      ),
    )
    .map((all) =>
      Object.fromEntries(
        all.flatMap(({ figures, place, silent }, index) =>
          silent && index > 0 ? [] : [[`i${index + 1}${place}`, withBreakdown(figures)]],
        ),
      ),
    );
  const money = fc.integer({ min: 0, max: 120 }).map((paid) => ({ money: { done: '0', paid: String(paid) } }));
  /** A month's report comes in time, or after its due day while the month is open yet. */
  const dayOf = (act: Act[1], number: number) =>
    act === 'correct' ? fc.constant(day) : fc.constantFrom(...Array<string>(5).fill(`${month(number)}-28`), day);
  const withLines =
    (number: number) =>
    (act: Act[1]): fc.Arbitrary<Act> =>
      act === 'report' || act === 'correct'
        ? fc.tuple(dayOf(act, number), fc.constant(act), fc.constant(number), lines, money)
        : fc.constant([day, act, number] as Act);
  const allOf = (acts: readonly Act[1][], number: number) => fc.tuple(...acts.map(withLines(number)));
  const amend = fc.option(
    fc
      .tuple(fc.integer({ min: 2, max: 9 }), fc.constantFrom(...Object.values(shippedLights)))
      .map(([from, rulesOf]): Act => [day, 'amend', from, {}, { rules: rulesOf as Partial<PlainRules> }]),
    { nil: undefined, freq: 6 },
  );
  const monthly = fc.tuple(
    ...MONTHS.map((number) =>
      fc.tuple(
        fc
          .constantFrom(...Object.values(courses), courses['in time'], courses['in time'])
          .chain((acts) => allOf(acts, number)),
        amend,
      ),
    ),
  );
  const later = fc.array(
    fc
      .tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...Object.values(afterwards), afterwards.corrected))
      .chain(([number, acts]) => allOf(acts, number)),
    { maxLength: 5 },
  );
  return fc
    .tuple(monthly, later)
    .map(([months, more]) => [
      ...months.flatMap(([acts, amended]) => [...acts, ...(amended ? [amended] : [])]),
      ...more.flat(),
    ]);
};
const history = fc
  .record({
    list: fc.constantFrom('yinchuan' as const, 'ouhai' as const, 'dazu' as const, 'onSchedule' as const),
    front: fc.boolean(),
    withDistricts: fc.boolean(),
    planned: fc.boolean(),
    promises: fc.array(anyPromise, { minLength: 1, maxLength: 3 }),
  })
  .chain((month) =>
    actsOf(month.promises as readonly PlainPromise[], month.withDistricts).map((acts) => ({ ...month, acts })),
  );
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

const caseOf = (
  { list, front, withDistricts, planned, promises }: History,
  acts: readonly Act[],
  period: number,
): GoldenCase => ({
  list,
  says: '',
  ...(front && { rules: { line: { shape: 'front-loaded', byJune: 60 } } }),
  indicators: promises.map((promise, index) => ({ id: `i${index + 1}`, ...withBreakdown(promise) }) as PlainIndicator),
  ...(withDistricts && {
    breakdown: [
      {
        indicatorId: 'i1',
        districts: [
          { district: dongpo, target: '60' },
          { district: pengshan, target: null },
        ],
      },
    ],
  }),
  ...(planned && { investment: { year: '120', payments: [] } }),
  acts,
  asOf: '2019-12-31',
  period,
  expected: { colour: '', why: '', worst: null },
});

const commandOf = (golden: GoldenCase, [, act, number, lines = {}, more]: Act, index: number): DeliveryCommand => {
  const period = month(number);
  const ofDepartment = { period, department: housing };
  const report = {
    period,
    lines: Object.entries(lines).map(([place, figure]) =>
      DeliveryCommands.ReportLine.parse({
        indicatorId: place.split('@')[0],
        ...(place.includes('@') && { district: place.split('@')[1] }),
        ...(figure as object),
      }),
    ),
    progress: '按计划推进。',
    evidence: [],
    ...(more?.money && { money: more.money }),
  };
  switch (act) {
    case 'report':
      return { type: 'SubmitReport', data: report };
    case 'correct':
      return { type: 'CorrectReport', data: { ...report, reason: '迟报补录。' } };
    case 'verify':
      return { type: 'VerifyReport', data: { ...ofDepartment, how: 'documents', confirmed: true } };
    case 'return':
      return { type: 'ReturnReport', data: { ...ofDepartment, reason: '照片不符。' } };
    case 'close':
      return closeByForce(number);
    case 'reopen':
      return { type: 'ReopenMonth', data: { period, reason: '数据有误。' } };
    default:
      return {
        type: 'ChangeRules',
        data: {
          rulesVersion: index + 2,
          from: period,
          rules: rules({ ...shippedLights[golden.list], ...golden.rules, ...more?.rules }),
        },
      };
  }
};

/** What went through, and the lights that it left. */
const lived = (history: History) => {
  const golden = caseOf(history, [], 1);
  const delivery = startedDelivery(
    golden.indicators.map((fields) => indicator(fields)),
    rules({ ...shippedLights[history.list], ...golden.rules }),
  );
  if (golden.breakdown)
    delivery.ask(
      {
        type: 'BreakDownTargets',
        data: DeliveryCommands.BreakDownTargets.schema.parse({
          indicators: golden.breakdown.map((table) => ({ ...table, buffer: true })),
        }),
      },
      { by: commission },
    );
  if (golden.investment)
    delivery.ask(
      {
        type: 'PlanInvestment',
        data: DeliveryCommands.PlanInvestment.schema.parse({ ...golden.investment, bySource: [] }),
      },
      { by: commission },
    );
  const taken = history.acts.filter(
    (act, index) =>
      delivery.refusal(commandOf(golden, act, index), {
        today: act[0],
        ...(act[1] !== 'report' && act[1] !== 'correct' && { by: commission }),
      }) === undefined,
  );
  return { taken, lights: Object.values(delivery.started().lights) };
};

/** Everything that a light says, as the replay and the independent hand have it, for each closed month of a history. */
const bothHands = (history: History, asIf: GoldenCase['list'] = history.list) => {
  const { taken, lights } = lived(history);
  return lights.map(({ period, colour, why, worst, missing, sides }) => {
    const again = independentLight({ ...caseOf(history, taken, Number(period.slice(5))), list: asIf });
    const place = (of: typeof again.worst | typeof worst) => [
      of?.indicatorId,
      of?.district,
      of?.percent,
      of?.line,
      of?.behind,
    ];
    const sidesOf = (of: typeof again.sides) =>
      Object.entries(of!)
        .map(([side, light]) => [side, light[0], light[1]])
        .sort();
    return {
      result: `${colour} ${why}`,
      replayed: [
        colour,
        why,
        ...place(worst),
        missing.length,
        sidesOf(
          Object.fromEntries(Object.entries(sides).map(([side, light]) => [side, [light.colour, light.why] as const])),
        ),
      ],
      again: [again.colour, again.why, ...place(again.worst), again.missing!.length, sidesOf(again.sides)],
    };
  });
};

it('two independent hands agree on every light of any history', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(history, (history) => {
      for (const { result, replayed, again } of bothHands(history)) {
        expect(replayed).toEqual(again);
        seen.add(result);
      }
    }),
    { numRuns: 90, seed: 2021 },
  );
  // The histories reach what lights can say, so that agreeing means something.
  expect([...seen].sort()).toEqual(
    expect.arrayContaining([
      'green on the line',
      'green within tolerance',
      'orange behind the line',
      'red behind the line',
      'red no verified report',
      'yellow behind the line',
      'yellow caught up later',
    ]),
  );
});

it('and would not, if one of them judged by another place’s rules', () => {
  const mistaken = fc.check(
    fc.property(history, (history) =>
      bothHands({ ...history, list: 'yinchuan' }, 'ouhai').every(
        ({ replayed, again }) => JSON.stringify(replayed) === JSON.stringify(again),
      ),
    ),
    { numRuns: 60, seed: 2019, endOnFailure: true },
  );
  expect(mistaken.failed).toBe(true);
});
