import type { EvaluationEvent, LevelCounts, Quantity, Rules } from '@minsheng/contracts';
import { compare, weightedMean } from '../indicator/decimal';

type Scored = Extract<EvaluationEvent, { type: 'SatisfactionScored' }>['data'];
type Channel = Scored['channels']['rating'];

const answersOf = (counts: LevelCounts | undefined): number =>
  (counts ?? []).reduce<number>((total, count) => total + count, 0);

const levelScore = (
  counts: LevelCounts | undefined,
  { points, smallestSample }: Rules['satisfaction'],
): Quantity | null =>
  !counts || answersOf(counts) < smallestSample
    ? null
    : weightedMean(counts.map((weight, level) => ({ value: String(points[level]), weight })));

/**
 * The composite: each channel scored on its own, then weighted. A channel with fewer answers than the smallest sample
 * (invariant 33)
 * has no score and its weight is shared by the others in proportion; with none there is no score at all.
 */
export const scoreSatisfaction = (
  rule: Rules['satisfaction'],
  inputs: {
    readonly ratings: LevelCounts;
    readonly survey?: LevelCounts;
    readonly thirdParty?: readonly { readonly weight: number; readonly score: number }[];
  },
): Pick<Scored, 'channels' | 'score' | 'grade'> => {
  const { weights } = rule;
  const third = inputs.thirdParty;
  const channels: Scored['channels'] = {
    rating: { weight: weights.rating, answers: answersOf(inputs.ratings), score: levelScore(inputs.ratings, rule) },
    survey: { weight: weights.survey, answers: answersOf(inputs.survey), score: levelScore(inputs.survey, rule) },
    thirdParty: {
      weight: weights.thirdParty,
      answers: third ? 1 : 0,
      score: third ? weightedMean(third.map(({ weight, score }) => ({ value: String(score), weight }))) : null,
    },
  };
  const counted = Object.values(channels).filter(
    (channel): channel is Channel & { score: Quantity } => channel.score !== null && channel.weight > 0,
  );
  const score =
    counted.length === 0
      ? null
      : weightedMean(counted.map((channel) => ({ value: channel.score, weight: channel.weight })));
  const grade =
    score === null ? null : (rule.grades.find(({ from }) => compare(score, String(from)) >= 0)?.grade ?? null);
  return { channels, score, grade };
};
