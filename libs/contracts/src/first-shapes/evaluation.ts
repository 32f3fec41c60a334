import { z } from 'zod';
import { ProjectId } from '../ids';
import { On, Title } from '../values';

const Count = z.number().int().min(0).max(10_000_000);

export const SatisfactionBallotRecorded = z.strictObject({
  body: Title,
  heldOn: On,
  valid: Count,
  satisfied: Count,
  basicallySatisfied: Count,
  dissatisfied: Count,
  projectId: ProjectId,
});
