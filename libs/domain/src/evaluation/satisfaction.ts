import type { EvaluationEvent, LevelCounts, Rules } from '@minsheng/contracts';
import { exactly, order, printed, weightedMean, type Ratio } from '../indicator/ratio';

type Scored = Extract<EvaluationEvent, { type: 'SatisfactionScored' }>['data'];

const answersOf = (counts: LevelCounts | undefined): number =>
  (counts ?? []).reduce<number>((total, count) => total + count, 0);

const levelScore = (
  counts: LevelCounts | undefined,
  { points, smallestSample }: Rules['satisfaction'],
): Ratio | undefined =>
  !counts || answersOf(counts) < smallestSample
    ? undefined
    : weightedMean(counts.map((weight, level) => ({ value: exactly(points[level]), weight })));

/**
 * The composite: each channel scored on its own, then weighted. A channel with fewer answers than the smallest sample
 * (invariant 33) has no score and its weight is shared by the others in proportion; with none there is no score at all.
 * The grade is that of the exact score; what is printed is rounded last and never shows a line that is not reached.
 */
export const scoreSatisfaction = (
  rule: Rules['satisfaction'],
  inputs: {
    readonly ratings: LevelCounts;
    readonly survey?: LevelCounts;
    readonly thirdParty?: readonly { readonly weight: number; readonly score: number }[];
  },
): Pick<Scored, 'channels' | 'score' | 'grade'> => {
  const { weights, grades } = rule;
  const third = inputs.thirdParty;
  const exact = {
    rating: levelScore(inputs.ratings, rule),
    survey: levelScore(inputs.survey, rule),
    thirdParty: third && weightedMean(third.map(({ weight, score }) => ({ value: exactly(score), weight }))),
  };
  const counted = (['rating', 'survey', 'thirdParty'] as const).flatMap((channel) => {
    const value = exact[channel];
    return value && weights[channel] > 0 ? [{ value, weight: weights[channel] }] : [];
  });
  const score = counted.length === 0 ? undefined : weightedMean(counted);
  const text = (value: Ratio | undefined) => value && printed(value, [100, ...grades.map(({ from }) => from)]);
  const channel = (name: keyof typeof exact, answers: number) => ({
    weight: weights[name],
    answers,
    score: text(exact[name]) ?? null,
  });
  return {
    channels: {
      rating: channel('rating', answersOf(inputs.ratings)),
      survey: channel('survey', answersOf(inputs.survey)),
      thirdParty: channel('thirdParty', third ? 1 : 0),
    },
    score: text(score) ?? null,
    grade: (score && grades.find(({ from }) => order(score, exactly(from)) >= 0)?.grade) ?? null,
  };
};
