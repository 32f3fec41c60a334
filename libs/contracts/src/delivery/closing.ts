import { z } from 'zod';
import { Month } from '../ids';
import { Text } from '../values';

/** Earlier months that are left open, and why. */
export const Gap = z.strictObject({ months: z.array(Month).min(1).max(11), reason: Text });

/** What a month was closed over: earlier months by name, or anything by force. */
export const Closing = z.strictObject({
  gap: Gap.optional(),
  forced: z
    .strictObject({
      reason: Text,
      over: z.array(z.enum(['month not over', 'reports waiting', 'earlier months open'])).min(1),
    })
    .optional(),
});
export type Closing = z.infer<typeof Closing>;
export type Forced = NonNullable<Closing['forced']>;
