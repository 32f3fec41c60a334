import { z } from 'zod';
import { notCurrent, StepPublicView } from '../public-view';
import { On } from '../values';

/** What anyone with the tracking code sees. */
export const TrackedSuggestionPublicView = z.object({
  trackingCode: z.string(),
  receivedOn: On,
  status: z.string(),
  title: z.string().nullable(),
  domain: z.string().nullable(),
  mergedWith: z.object({ title: z.string().nullable(), status: z.string() }).optional(),
  projects: z.array(
    z.object({
      title: z.string(),
      projectId: z.string().optional(),
      no: z.number().nullable().optional(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  outcome: z.string().nullable(),
  referredTo: z.string().nullable(),
  answer: z.string().nullable(),
  steps: z.array(StepPublicView),
  ...notCurrent,
});
