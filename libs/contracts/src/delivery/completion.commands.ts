import { z } from 'zod';
import { defineCommand } from '../define-command';
import { DistrictName, IndicatorId } from '../ids';
import { Evidence, Text, Title } from '../values';

const proof = z.array(Evidence).min(1).max(50);

export const ClaimCompletion = defineCommand(
  'ClaimCompletion',
  z.strictObject({
    statement: Text,
    evidence: proof,
    /** What proves that a promise in words was kept, where it has no stage goal of the year. */
    inWords: z
      .array(z.strictObject({ indicatorId: IndicatorId, evidence: proof }))
      .max(20)
      .optional(),
    /** Districts below their share, with the reason why the promise is complete without them. */
    exceptions: z
      .array(z.strictObject({ indicatorId: IndicatorId, district: DistrictName, reason: Text }))
      .max(200)
      .optional(),
  }),
);
/** The recorded decision that the year ended without the promise being met. */
export const RecordNotMet = defineCommand('RecordNotMet', z.strictObject({ body: Title, reason: Text }));
/**
 * Acceptance by another unit, item by item; one item failed fails it. `level` names one of the list's levels; absent:
 * the next one.
 */
export const InspectProject = defineCommand(
  'InspectProject',
  z.strictObject({
    inspector: Title,
    level: Title.optional(),
    items: z
      .array(z.strictObject({ item: Title, passed: z.boolean(), note: z.string().trim().max(500) }))
      .min(1)
      .max(100),
    evidence: proof,
  }),
);
export const CloseProject = defineCommand('CloseProject', z.strictObject({ archiveNo: Title }));
/** What the handler adds from the evaluation's stream. */
export const CloseEvaluatedProject = defineCommand(
  'CloseEvaluatedProject',
  CloseProject.schema.extend({ scored: z.boolean(), openRectifications: z.number().int().min(0) }),
);
/** A look back at a finished project (回头看): what does not hold is opened again (invariant 37). */
export const LookBack = defineCommand(
  'LookBack',
  z.strictObject({ inspector: Title, holds: z.boolean(), findings: Text, evidence: proof }),
);
