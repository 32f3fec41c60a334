import {
  evaluationEvents,
  listOf,
  regionOf,
  type EvaluationEvent,
  type LevelCounts,
  type RatingEvent,
} from '@minsheng/contracts';
import { except, ignoring } from '../event-groups';
import type { Projection } from '../projection';
import { RatingTallyRow } from './rating-tally.entity';

const counted = (counts: LevelCounts, level: number, step: 1 | -1): LevelCounts => {
  const changed = [...counts] as [...LevelCounts];
  changed[level - 1] += step;
  return changed;
};

const nobody: Pick<RatingTallyRow, 'counts' | 'changes' | 'afterClosing'> = {
  counts: [0, 0, 0, 0, 0],
  changes: 0,
  afterClosing: 0,
};
/** Counts a rating of the round; what comes behind the closing is only shown, and no other round is touched. */
const inRound = (
  row: RatingTallyRow | undefined,
  round: number,
  change: (row: RatingTallyRow) => Partial<RatingTallyRow>,
): RatingTallyRow | undefined => {
  if (row?.round !== round) return row;
  return { ...row, ...(row.frozen ? { afterClosing: row.afterClosing + 1 } : change(row)) };
};

export const ratingTallies: Projection<RatingTallyRow, EvaluationEvent | RatingEvent, unknown> = {
  name: 'rating_tally',
  entity: RatingTallyRow,
  categories: ['evaluation', 'rating'],
  needs: 'data',
  keyOf: ({ data }) => data.projectId,
  createdBy: ['EvaluationOpened'],
  on: {
    EvaluationOpened: (_, { projectId }) => ({
      projectId,
      listId: listOf(projectId),
      regionCode: regionOf(projectId),
      round: 1,
      ...nobody,
      frozen: false,
      earlier: [],
    }),
    ProjectRated: (row, { round, level }) =>
      inRound(row, round, ({ counts }) => ({ counts: counted(counts, level, 1) })),
    RatingChanged: (row, { round, level, previousLevel }) =>
      inRound(row, round, ({ counts, changes }) => ({
        counts: counted(counted(counts, previousLevel, -1), level, 1),
        changes: changes + 1,
      })),
    EvaluationClosed: (row) => row && { ...row, frozen: true },
    EvaluationSuperseded: (row) => {
      if (!row) return row;
      const { round, counts, changes, afterClosing, earlier } = row;
      return { ...row, ...nobody, frozen: true, earlier: [...earlier, { round, counts, changes, afterClosing }] };
    },
    EvaluationOpenedAgain: (row, { round }) => row && { ...row, ...nobody, round, frozen: false },
    // other channels are never mixed with the ratings
    ...ignoring(
      except(evaluationEvents, 'EvaluationOpened', 'EvaluationClosed', 'EvaluationSuperseded', 'EvaluationOpenedAgain'),
    ),
  },
};
