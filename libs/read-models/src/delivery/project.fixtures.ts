import { delivering, evaluating, gardens, proposed, rowAfter, type GivenEvent } from '../testing';
import { projects } from './project.projection';

const through = (type: GivenEvent['type'], all: readonly GivenEvent[]) =>
  all.slice(0, all.findIndex((event) => event.type === type) + 1);

/** The gardens after the first event of this type in their delivery. */
export const deliveredUntil = (type: GivenEvent['type']) =>
  rowAfter(projects, proposed(gardens), ...through(type, delivering));

/** The year of the gardens up to the first event of this type behind their delivery, ratings aside. */
export const eventsUntil = (type: GivenEvent['type']): readonly GivenEvent[] => [
  proposed(gardens),
  ...delivering,
  ...through(type, evaluating).filter((event) => event.type !== 'ProjectRated' && event.type !== 'RatingChanged'),
];
export const evaluatedUntil = (type: GivenEvent['type']) => rowAfter(projects, ...eventsUntil(type));
