import { z } from 'zod';
import { DepartmentName, RegionCode } from './ids';

/**
 * Who may act. `operator` runs the installation and has no part in its matters; `timer` and `policy` are the system
 * itself and hold no token.
 */
export const Role = z.enum([
  'public',
  'department',
  'commission',
  'deputy',
  'evaluator',
  'leader',
  'recorder',
  'auditor',
  'statistics',
  'operator',
  'timer',
  'policy',
]);
export type Role = z.infer<typeof Role>;

/** Who acts, as the events remember it. `id` is a pseudonym: never a name, phone or identity number. */
export const Actor = z.strictObject({
  id: z.string().min(1).max(120),
  role: Role,
  /** The department a `department` speaks for. */
  organisation: DepartmentName.optional(),
  /** The region the actor belongs to; nothing outside it can be touched. */
  region: RegionCode.optional(),
});
export type Actor = z.infer<typeof Actor>;

/** What every event carries beside its data. */
export const Metadata = z.strictObject({
  actor: Actor,
  /** Business date on which the act took place; `recordedAt` of the log is when it was written down. */
  on: z.iso.date(),
  commandId: z.uuid(),
  correlationId: z.string().max(80),
  /** The event that caused this one, when a policy acted. */
  causationId: z.uuid().optional(),
});
export type Metadata = z.infer<typeof Metadata>;
