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
      counts: [0, 0, 0, 0, 0],
      changes: 0,
      frozen: false,
      afterClosing: 0,
    }),
    ProjectRated: (row, { level }) =>
      row &&
      (row.frozen ? { ...row, afterClosing: row.afterClosing + 1 } : { ...row, counts: counted(row.counts, level, 1) }),
    RatingChanged: (row, { level, previousLevel }) =>
      row &&
      (row.frozen
        ? { ...row, afterClosing: row.afterClosing + 1 }
        : { ...row, counts: counted(counted(row.counts, previousLevel, -1), level, 1), changes: row.changes + 1 }),
    EvaluationClosed: (row) => row && { ...row, frozen: true },
    // other channels are never mixed with the ratings
    ...ignoring(except(evaluationEvents, 'EvaluationOpened', 'EvaluationClosed')),
  },
};
