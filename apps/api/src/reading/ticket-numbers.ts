import type { ProjectRow } from '@minsheng/read-models';

type Evaluation = NonNullable<ProjectRow['evaluation']>;

/** Tickets by their numbers: the log knows them by the rater's tag, which nobody is shown. */
export const withTicketNumbers = <Shown extends Pick<Evaluation, 'rectifications'>>(evaluation: Shown) => ({
  ...evaluation,
  rectifications: evaluation.rectifications.map((rectification, index) => ({ ...rectification, ticket: index + 1 })),
});
