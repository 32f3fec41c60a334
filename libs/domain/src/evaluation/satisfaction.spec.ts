import fc from 'fast-check';
import type { LevelCounts, Rules } from '@minsheng/contracts';
import { rules } from '../testing/fixtures';
import { scoreSatisfaction } from './satisfaction';

type Dimension = { weight: number; score: number };
interface Plain {
  ratings: LevelCounts;
  survey?: LevelCounts;
  thirdParty?: Dimension[];
}
const rule = rules().satisfaction;
const nobody: LevelCounts = [0, 0, 0, 0, 0];
const weighing = (rating: number, survey: number, thirdParty: number): Rules['satisfaction'] => ({
  ...rule,
  weights: { rating, survey, thirdParty },
});

/** The same score once more, as numerator and denominator; null where nobody answered enough. */
const plainScore = (
  { weights, points, smallestSample }: Rules['satisfaction'],
  { ratings, survey, thirdParty }: Plain,
): readonly [bigint, bigint] | null => {
  const ofLevels = (counts: LevelCounts = nobody): readonly [number, number] | null => {
    const answers = counts.reduce<number>((sum, count) => sum + count, 0);
    return answers < smallestSample ? null : [counts.reduce((sum, n, level) => sum + n * points[level], 0), answers];
  };
  const third = thirdParty && ([thirdParty.reduce((sum, { weight, score }) => sum + weight * score, 0), 100] as const);
  const channels = [
    [weights.rating, ofLevels(ratings)],
    [weights.survey, ofLevels(survey)],
    [weights.thirdParty, third ?? null],
  ] as const;
  let [numerator, denominator, weight] = [0n, 1n, 0];
  for (const [share, score] of channels)
    if (score !== null) {
      weight += share;
      numerator = numerator * BigInt(score[1]) + BigInt(share) * BigInt(score[0]) * denominator;
      denominator *= BigInt(score[1]);
    }
  return weight === 0 ? null : [numerator, denominator * BigInt(weight)];
};
const asNumber = (score: readonly [bigint, bigint] | null) => score && Number(score[0]) / Number(score[1]);
const plainGrade = (score: readonly [bigint, bigint] | null) =>
  (score && rule.grades.find(({ from }) => score[0] >= BigInt(from) * score[1])?.grade) ?? null;

describe('the composite score', () => {
  it.each<[string, Rules['satisfaction'], Plain, string | null]>([
    [
      'weighs three channels 30, 50 and 20',
      rule,
      { ratings: [0, 0, 0, 0, 10], survey: [0, 0, 0, 10, 0], thirdParty: [{ weight: 100, score: 60 }] },
      '82',
    ],
    [
      'shares the weight of too few ratings between the others, 50 to 20',
      rule,
      { ratings: [4, 0, 0, 0, 0], survey: [0, 0, 0, 10, 0], thirdParty: [{ weight: 100, score: 60 }] },
      '74.3',
    ],
    [
      'shares the weight of a survey that was not held',
      rule,
      { ratings: [0, 0, 0, 0, 10], thirdParty: [{ weight: 100, score: 60 }] },
      '84',
    ],
    ['is the ratings’ own where they are all there is', rule, { ratings: [0, 1, 1, 1, 2] }, '74'],
    ['is none where nobody answered enough', rule, { ratings: [1, 1, 1, 1, 0], survey: [0, 0, 0, 0, 4] }, null],
    ['is none where nothing came in', rule, { ratings: nobody }, null],
    [
      'is the survey’s where only it has weight',
      weighing(0, 100, 0),
      { ratings: [10, 0, 0, 0, 0], survey: [0, 0, 0, 0, 5], thirdParty: [{ weight: 100, score: 10 }] },
      '100',
    ],
    [
      'is none where the only channel that answered has no weight',
      weighing(0, 100, 0),
      { ratings: [0, 0, 0, 0, 99] },
      null,
    ],
    ['takes five answers, the smallest sample', rule, { ratings: [0, 0, 0, 0, 5] }, '100'],
    ['takes no four', rule, { ratings: [0, 0, 0, 0, 4] }, null],
  ])('%s', (_, by, inputs, score) => {
    expect(scoreSatisfaction(by, inputs).score).toBe(score);
    const plain = asNumber(plainScore(by, inputs));
    expect(plain && Math.round(plain * 10) / 10).toBe(score && Number(score));
  });

  it('shows a channel below the smallest sample with its answers and without a score', () =>
    expect(scoreSatisfaction(rule, { ratings: [0, 0, 0, 0, 4] }).channels).toEqual({
      rating: { weight: 30, answers: 4, score: null },
      survey: { weight: 50, answers: 0, score: null },
      thirdParty: { weight: 20, answers: 0, score: null },
    }));
});

describe('the grade', () => {
  const byThirdParty = (score: number, line = rule) =>
    scoreSatisfaction(
      { ...line, weights: { rating: 0, survey: 0, thirdParty: 100 } },
      { ratings: nobody, thirdParty: [{ weight: 100, score }] },
    );
  it.each([
    [100, '满意'],
    [80, '满意'],
    [79, '基本满意'],
    [60, '基本满意'],
    [59, '不满意'],
    [0, '不满意'],
  ])('of %d is %s', (score, grade) => expect(byThirdParty(score).grade).toBe(grade));

  it.each<[LevelCounts, string, string]>([
    [[1, 0, 0, 999, 0], '79.9', '基本满意'],
    [[0, 1, 0, 999, 0], '79.95', '基本满意'],
    [[0, 0, 1, 999, 0], '79.98', '基本满意'],
    [[0, 0, 999, 0, 1], '60.04', '基本满意'],
    [[0, 2, 998, 0, 0], '59.9', '不满意'],
  ])(
    'of %j is that of the exact score, which is never printed on a line it does not reach: %s, %s',
    (survey, score, grade) =>
      expect(scoreSatisfaction(rule, { ratings: nobody, survey })).toMatchObject({ score, grade }),
  );
  // methods-goldens.json, `composite.doubleRounding`: exact 79.94569866…
  it('is not lifted by rounding each channel first', () =>
    expect(
      scoreSatisfaction(rule, {
        ratings: [5, 7, 10, 31, 47],
        survey: [5, 8, 250, 272, 288],
        thirdParty: [{ weight: 100, score: 80 }],
      }),
    ).toMatchObject({ score: '79.9', grade: '基本满意' }));
  it('is none where there is no score', () => expect(scoreSatisfaction(rule, { ratings: nobody }).grade).toBeNull());
  it('is none below the lowest line', () =>
    expect(byThirdParty(49, { ...rule, grades: [{ grade: '合格', from: 50 }] }).grade).toBeNull());
});

describe('any answers', () => {
  const counts = fc.tuple(...Array.from({ length: 5 }, () => fc.nat(30))) as unknown as fc.Arbitrary<LevelCounts>;
  const inputs = fc.record({
    ratings: counts,
    survey: fc.option(counts, { nil: undefined }),
    thirdParty: fc.option(
      fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(100), fc.nat(100)).map(([weight, first, other]) => [
        { weight, score: first },
        { weight: 100 - weight, score: other },
      ]),
      { nil: undefined },
    ),
  });
  const anyRule = fc
    .tuple(fc.nat(100), fc.nat(100))
    .map(([a, b]) => weighing(Math.min(a, b), Math.abs(a - b), 100 - Math.max(a, b)));

  it('score and grade as plain fractions do', () =>
    fc.assert(
      fc.property(anyRule, inputs, (by, entry) => {
        const { score, grade } = scoreSatisfaction(by, entry);
        const plain = plainScore(by, entry);
        expect(grade).toBe(plainGrade(plain));
        expect(score === null).toBe(plain === null);
        if (plain !== null) expect(Math.abs(Number(score) - asNumber(plain)!)).toBeLessThan(0.0500001);
      }),
      { numRuns: 200 },
    ));
});
