import type { ProjectId, RatingCommand, RatingEvent } from '@minsheng/contracts';
import { Refusal, unreachable, type Decider } from '../decider';
import type { EvaluationRefusal } from './evaluation.decider';

/** One person's rating of one project: in each round the last before closing counts, every change stays readable. */
export interface Rating {
  /** The newest round in which the person rated, from 1; 0 before. */
  readonly round: number;
  readonly level?: number;
}

const evolve = (_rating: Rating, event: RatingEvent): Rating => {
  switch (event.type) {
    case 'ProjectRated':
    case 'RatingChanged':
      return { round: event.data.round, level: event.data.level };
    default:
      return unreachable(event);
  }
};

export const ratingDecider: Decider<ProjectId, Rating, RatingCommand, RatingEvent> = {
  initialState: { round: 0 },
  evolve,
  decide({ data }, { round, level: previousLevel }, { id: projectId }) {
    if (data.round < round) throw new Refusal<EvaluationRefusal>('EVALUATION_NOT_OPEN');
    if (data.round > round || previousLevel === undefined)
      return [{ type: 'ProjectRated', data: { projectId, ...data } }];
    return [{ type: 'RatingChanged', data: { projectId, previousLevel, ...data } }];
  },
};
