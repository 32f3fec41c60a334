import { ratingWords } from '@minsheng/contracts';
import type { ProjectRow, RatingTallyRow } from '@minsheng/read-models';

type RoundTally = RatingTallyRow['earlier'][number];

const ratingsOf = ({ counts, changes, afterClosing }: Omit<RoundTally, 'round'>) => ({
  answers: counts.reduce<number>((total, count) => total + count, 0),
  changes,
  afterClosing,
  levels: ratingWords.map((word, index) => ({ level: index + 1, word, count: counts[index] })),
});
const nobody: Omit<RoundTally, 'round'> = { counts: [0, 0, 0, 0, 0], changes: 0, afterClosing: 0 };

/**
 * The evaluation in its present round, and the rounds before it, each with its ratings.
 * @param withTickets for those who repair: a ticket is the rater's tag, and would tell others who rated how
 */
export const evaluationView = (
  { projectId, satisfaction, grade }: Pick<ProjectRow, 'projectId' | 'satisfaction' | 'grade'>,
  evaluation: NonNullable<ProjectRow['evaluation']>,
  tally: RatingTallyRow | undefined,
  withTickets: boolean,
) => ({
  projectId,
  ...evaluation,
  rectifications: evaluation.rectifications.map(({ ticket, ...rectification }) =>
    withTickets ? { ticket, ...rectification } : rectification,
  ),
  // between two rounds nobody rates: what was said is in the earlier ones
  ...(!evaluation.superseded && { ratings: ratingsOf(tally ?? nobody) }),
  ...(evaluation.earlier && {
    earlier: evaluation.earlier.map((round) => ({
      ...round,
      ratings: ratingsOf(tally?.earlier.find((ended) => ended.round === round.round) ?? nobody),
    })),
  }),
  satisfaction,
  grade,
});
