import {
  evaluationEvents,
  listOf,
  regionOf,
  type EvaluationEvent,
  type LevelCounts,
  type RatingEvent,
} from '@minsheng/contracts';
import { except, ignoring } from '../event-groups';
import type { EventContext, Projection } from '../projection';
import { publishingAt, unpublished } from './published-ratings';
import { RatingTallyRow } from './rating-tally.entity';

const counted = (counts: LevelCounts, level: number, step: 1 | -1): LevelCounts => {
  const changed = [...counts] as [...LevelCounts];
  changed[level - 1] += step;
  return changed;
};

const nobody: Pick<RatingTallyRow, 'counts' | 'changes' | 'afterClosing' | 'publishing'> = {
  counts: [0, 0, 0, 0, 0],
  changes: 0,
  afterClosing: 0,
  publishing: unpublished,
};
/** Counts a rating of the round; what comes behind the closing is only shown, and no other round is touched. */
const inRound = (
  row: RatingTallyRow | undefined,
  round: number,
  { metadata: { on } }: EventContext,
  change: (row: RatingTallyRow) => Partial<RatingTallyRow>,
): RatingTallyRow | undefined => {
  if (row?.round !== round) return row;
  if (row.frozen) return { ...row, afterClosing: row.afterClosing + 1 };
  return { ...row, publishing: publishingAt(on, row, row.publishing), ...change(row) };
};

export const ratingTallies: Projection<RatingTallyRow, EvaluationEvent | RatingEvent, EventContext> = {
  name: 'rating_tally',
  entity: RatingTallyRow,
  categories: ['evaluation', 'rating'],
  needs: 'metadata',
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
    ProjectRated: (row, { round, level }, context) =>
      inRound(row, round, context, ({ counts }) => ({ counts: counted(counts, level, 1) })),
    RatingChanged: (row, { round, level, previousLevel }, context) =>
      inRound(row, round, context, ({ counts, changes }) => ({
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
