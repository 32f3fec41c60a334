import { ratingWords } from '@minsheng/contracts';
import {
  publishedTally,
  publishedWhole,
  type ProjectRow,
  type RatingTallyRow,
  type Tally,
} from '@minsheng/read-models';
import { withTicketNumbers } from '../reading/ticket-numbers';

type RoundTally = RatingTallyRow['earlier'][number];
type Evaluation = NonNullable<ProjectRow['evaluation']>;
type Rated = Pick<ProjectRow, 'projectId' | 'satisfaction' | 'grade'>;

const levelsOf = ({ counts, changes }: Tally) => ({
  answers: counts.reduce<number>((total, count) => total + count, 0),
  changes,
  levels: ratingWords.map((word, index) => ({ level: index + 1, word, count: counts[index] })),
});
const ratingsOf = ({ afterClosing, ...tally }: Omit<RoundTally, 'round'>) => ({ ...levelsOf(tally), afterClosing });
const nobody: Omit<RoundTally, 'round'> = { counts: [0, 0, 0, 0, 0], changes: 0, afterClosing: 0 };

/** The evaluation in its present round, and the rounds before it, each with its ratings as they stand this instant. */
export const evaluationView = (
  { projectId, satisfaction, grade }: Rated,
  evaluation: Evaluation,
  tally: RatingTallyRow | undefined,
) => ({
  projectId,
  ...withTicketNumbers(evaluation),
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

/** The same for everybody: ratings in steps, repairs as a count, and nothing that says how one person rated. */
export const publicEvaluation = (
  { projectId, satisfaction, grade }: Rated,
  { rectifications, ...evaluation }: Evaluation,
  tally: RatingTallyRow | undefined,
  today: string,
) => {
  const shown = tally ? publishedTally(tally, today) : null;
  const over = evaluation.closed && shown !== null;
  return {
    projectId,
    ...evaluation,
    ratings: shown && levelsOf(shown),
    repairs: over
      ? { opened: rectifications.length, closed: rectifications.filter(({ status }) => status === 'closed').length }
      : null,
    ...(evaluation.earlier && {
      earlier: evaluation.earlier.map((round) => {
        const ended = tally?.earlier.find((each) => each.round === round.round);
        const whole = ended ? publishedWhole(ended) : null;
        return { ...round, ratings: whole && levelsOf(whole) };
      }),
    }),
    satisfaction,
    grade,
  };
};
