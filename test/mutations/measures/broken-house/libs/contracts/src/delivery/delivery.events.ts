import { z } from 'zod';
import { defineEvent } from '../define-event';

export const deliveryEvents = [
  defineEvent('ProgressReported', z.object({ achieved: z.number() })),
  defineEvent('ProgressCorrected', z.object({ achieved: z.number() })),
] as const;
