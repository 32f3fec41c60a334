import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  DeliveryCommands,
  shippedLights,
  type DeliveryCommand,
  type Indicator,
  type Light,
  type ReportLine,
  type Rules,
} from '@minsheng/contracts';
import {
  commission,
  housing,
  housingOfficer,
  indicator,
  month,
  rules as rulesWith,
  transport,
  transportOfficer,
} from '../../testing/fixtures';
import type { Act, GoldenCase, GoldenLight, PlainLines, PlainRules } from '../../testing/golden-case';
import { independentLight } from '../../testing/independent-lights';
import { closeByForce, otherLines, startedDelivery } from '../delivery.fixtures';

/**
 * Small histories with the light that each must leave, written down by hand from the published rules: the code never
 * writes this file.
 */
const golden = JSON.parse(readFileSync(join(__dirname, 'golden-lights.json'), 'utf8')) as readonly GoldenCase[];

const departments = {
  housing: { name: housing, officer: housingOfficer },
  transport: { name: transport, officer: transportOfficer },
};
const departmentOf = ({ by = 'housing' } = {} as { readonly by?: string }) =>
  departments[by as keyof typeof departments];
const promised = ({ indicators }: GoldenCase): Indicator[] =>
  indicators.map(({ lead = 'housing', ...rest }) => indicator({ ...rest, lead: departmentOf({ by: lead }).name }));
const rulesOf = ({ list, rules = {} }: GoldenCase): Rules => rulesWith({ ...shippedLights[list], ...rules });
const lines = (figures: PlainLines = {}): ReportLine[] =>
  Object.entries(figures).map(([place, figure]) => {
    const [indicatorId, district] = place.split('@');
    return DeliveryCommands.ReportLine.parse({
      indicatorId,
      ...(district && { district }),
      ...(typeof figure === 'string' ? { value: figure } : figure),
    });
  });
const proof = [{ kind: 'document' as const, caption: '验收材料' }];
const narrative = { progress: '已核对台账。', evidence: [], otherLines };

const commandsOf = (
  golden: GoldenCase,
  rulesVersion: number,
): { readonly [A in Act[1]]: (act: Act) => { readonly command: DeliveryCommand; readonly officer?: boolean } } => {
  const of = ([, , number, , more]: Act) => ({ period: month(number), department: departmentOf(more).name });
  const report = ([, , number, figures, more]: Act) => ({
    period: month(number),
    lines: lines(figures),
    ...narrative,
    ...(more?.money && { money: more.money }),
  });
  return {
    report: (act) => ({ command: { type: 'SubmitReport', data: report(act) }, officer: true }),
    correct: (act) => ({
      command: { type: 'CorrectReport', data: { ...report(act), reason: '迟报补录。' } },
      officer: true,
    }),
    verify: (act) => ({ command: { type: 'VerifyReport', data: { ...of(act), how: 'site visit', confirmed: true } } }),
    return: (act) => ({ command: { type: 'ReturnReport', data: { ...of(act), reason: '照片与点位不符。' } } }),
    close: ([, , number]) => ({ command: closeByForce(number) }),
    reopen: ([, , number]) => ({
      command: { type: 'ReopenMonth', data: { period: month(number), reason: '数据有误。' } },
    }),
    amend: ([, , number, , more]) => ({
      command: {
        type: 'ChangeRules',
        data: {
          rulesVersion,
          rules: { ...rulesOf(golden), ...(more?.rules as Partial<PlainRules>) } as Rules,
          from: month(number),
        },
      },
    }),
    claim: () => ({
      command: { type: 'ClaimCompletion', data: { statement: '全部建成。', evidence: proof } },
      officer: true,
    }),
    accept: () => ({
      command: {
        type: 'InspectProject',
        data: { inspector: '市政府督查室', items: [{ item: '数量', passed: true, note: '' }], evidence: proof },
      },
    }),
  };
};

/** The history lived through by the decider, stored and read back act by act. */
const replayed = (goldenCase: GoldenCase): Light | undefined => {
  const delivery = startedDelivery(promised(goldenCase), rulesOf(goldenCase));
  if (goldenCase.breakdown)
    delivery.ask(
      {
        type: 'BreakDownTargets',
        data: DeliveryCommands.BreakDownTargets.schema.parse({ indicators: goldenCase.breakdown }),
      },
      { by: commission, today: '2019-01-02' },
    );
  if (goldenCase.investment)
    delivery.ask(
      { type: 'PlanInvestment', data: DeliveryCommands.PlanInvestment.schema.parse(goldenCase.investment) },
      { by: commission, today: '2019-01-02' },
    );
  goldenCase.acts
    .filter(([on]) => on <= goldenCase.asOf)
    .forEach((act, index) => {
      const { command, officer } = commandsOf(goldenCase, index + 2)[act[1]](act);
      delivery.ask(command, { by: officer ? departmentOf(act[4]).officer : commission, today: act[0] });
    });
  return delivery.light(goldenCase.period);
};
const plain = ({ colour, why, worst, missing, sides }: Light): Omit<GoldenLight, 'turnsGreen'> => ({
  colour,
  why,
  missing: missing.map((name) => (name === housing ? 'housing' : 'transport')),
  worst: worst
    ? {
        indicatorId: worst.indicatorId,
        ...(worst.district && { district: worst.district }),
        percent: worst.percent,
        line: worst.line,
        behind: worst.behind,
      }
    : null,
  sides: Object.fromEntries(
    Object.entries(sides).map(([side, light]) => [
      side,
      light.months === undefined ? [light.colour, light.why] : [light.colour, light.why, light.months],
    ]),
  ),
});
const expected = ({ colour, why, worst, missing = [], sides = {} }: GoldenLight): Omit<GoldenLight, 'turnsGreen'> => ({
  colour,
  why,
  worst,
  missing,
  sides,
});

const named = golden.map((goldenCase) => [`${goldenCase.list} ${goldenCase.says}`, goldenCase] as const);

describe('the golden lights', () => {
  it('are at least sixty, of each shipped rule several, each named once', () => {
    expect(golden.length).toBeGreaterThanOrEqual(60);
    for (const list of Object.keys(shippedLights))
      expect(golden.filter((goldenCase) => goldenCase.list === list).length).toBeGreaterThanOrEqual(5);
    expect(new Set(named.map(([name]) => name)).size).toBe(golden.length);
  });
  it.each(named)('%s: as it was lived through', (_, goldenCase) =>
    expect(plain(replayed(goldenCase)!)).toEqual(expected(goldenCase.expected)),
  );
  it.each(named)('%s: the same by an independent hand', (_, goldenCase) =>
    expect(independentLight(goldenCase)).toEqual(expected(goldenCase.expected)),
  );
  it.each(
    named.filter(
      ([
        ,
        {
          expected: { turnsGreen },
        },
      ]) => turnsGreen !== undefined,
    ),
  )('%s: what would turn it green', (_, goldenCase) =>
    expect(replayed(goldenCase)!.turnsGreen?.value).toBe(goldenCase.expected.turnsGreen),
  );
});

describe('what would turn a light green', () => {
  /** One indicator, told as a whole, in time: that figure instead of the one that was told. */
  const single = named.filter(
    ([, first]) =>
      typeof first.expected.turnsGreen === 'string' &&
      first.expected.why === 'behind the line' &&
      first.indicators.length === 1 &&
      !first.breakdown &&
      first.acts.length === 3,
  );
  it('is looked at in a dozen cases', () => expect(single.length).toBeGreaterThanOrEqual(12));
  it.each(single)('%s: does', (_, goldenCase) => {
    const [report, ...rest] = goldenCase.acts;
    expect(
      replayed({
        ...goldenCase,
        acts: [[report[0], 'report', report[2], { i1: goldenCase.expected.turnsGreen! }], ...rest],
      })!.colour,
    ).toBe('green');
  });
});

describe('a falsified golden light', () => {
  const falsified = (goldenCase: GoldenCase): GoldenLight => ({
    ...goldenCase.expected,
    colour: goldenCase.expected.colour === 'green' ? 'yellow' : 'green',
  });
  const differs = (claimed: GoldenLight, light: Omit<GoldenLight, 'turnsGreen'>) =>
    !isDeepStrictEqual(expected(claimed), light);
  it('is found by the replay and by the independent hand, whichever it is', () => {
    for (const goldenCase of golden) {
      expect([
        goldenCase.says,
        differs(falsified(goldenCase), plain(replayed(goldenCase)!)),
        differs(falsified(goldenCase), independentLight(goldenCase)),
      ]).toEqual([goldenCase.says, true, true]);
      expect(differs(goldenCase.expected, plain(replayed(goldenCase)!))).toBe(false);
    }
  });
  it('a slip of the independent hand is found by the replay: limits of another place', () => {
    const yinchuan = golden.find(({ says }) => says === '落后 10：含端点为黄')!;
    expect(
      independentLight({ ...yinchuan, rules: { lights: { scheme: 'points behind', yellowFrom: 11, redOver: 30 } } })
        .colour,
    ).not.toBe(plain(replayed(yinchuan)!).colour);
  });
});
