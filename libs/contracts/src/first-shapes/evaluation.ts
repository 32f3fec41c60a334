import { z } from 'zod';
import { PersonTag, ProjectId } from '../ids';
import { On, Sealed, Title } from '../values';

const of = { projectId: ProjectId };
const Count = z.number().int().min(0).max(10_000_000);
const Level = z.number().int().min(1).max(5);

export const SatisfactionBallotRecorded = z.strictObject({
  body: Title,
  heldOn: On,
  valid: Count,
  satisfied: Count,
  basicallySatisfied: Count,
  dissatisfied: Count,
  ...of,
});
export const ProjectRated = z.strictObject({
  raterTag: PersonTag,
  level: Level,
  comment: Sealed.optional(),
  badLevel: Level,
  ...of,
});
export const RatingChanged = ProjectRated.extend({ previousLevel: Level });
