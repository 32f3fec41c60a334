import type { ProjectId, RatingCommand, RatingEvent } from '@minsheng/contracts';
import type { Decider } from '../decider';
import { unreachable } from '../decider';

/** One person's rating of one project: the last before closing counts, every change stays readable. */
export type Rating = { readonly level?: number };

const evolve = (_rating: Rating, event: RatingEvent): Rating => {
  switch (event.type) {
    case 'ProjectRated':
    case 'RatingChanged':
      return { level: event.data.level };
    default:
      return unreachable(event);
  }
};

export const ratingDecider: Decider<ProjectId, Rating, RatingCommand, RatingEvent> = {
  initialState: {},
  evolve,
  decide({ data }, { level: previousLevel }, { id: projectId }) {
    if (previousLevel === undefined) return [{ type: 'ProjectRated', data: { projectId, ...data } }];
    return [{ type: 'RatingChanged', data: { projectId, previousLevel, ...data } }];
  },
};
