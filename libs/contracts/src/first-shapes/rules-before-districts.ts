import { z } from 'zod';
import { EscalationStep, LightRule, LineRule, SatisfactionRule, SideLightRules, nanjingEscalation } from '../rules';
import { Title } from '../values';

const WorkingDays = z.number().int().min(1).max(90);

/** Rules of before a list said whether every district has to be complete. */
export const RulesBeforeDistricts = z.strictObject({
  lights: LightRule,
  sideLights: SideLightRules.default({}),
  line: LineRule,
  satisfaction: SatisfactionRule,
  reportDueDay: z.number().int().min(1).max(28),
  ratingDays: z.number().int().min(1).max(366),
  badLevel: z.number().int().min(1).max(4),
  answerDays: WorkingDays,
  orderDays: z
    .strictObject({ blue: WorkingDays, yellow: WorkingDays, red: WorkingDays })
    .default({ blue: 15, yellow: 10, red: 5 }),
  escalation: z
    .array(EscalationStep)
    .max(12)
    .default([...nanjingEscalation]),
  remindDaysBefore: z.number().int().min(0).max(20).default(3),
  confirmOver: z.number().int().min(100).max(100_000).default(300),
  acceptanceLevels: z.array(Title).min(1).max(5).default(['验收']),
  evidence: z.enum(['asked', 'strict']).default('asked'),
});
