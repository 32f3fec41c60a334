import { z } from 'zod';
import { On } from './values';

// What the public is shown is named field by field in `…PublicView` schemas: a field that joins a row is not public
// until it has joined its view. Fields that a view does not name are left out of the answer.

/** A decimal number as text; figures are never rounded on their way. */
export const Figure = z.string();
/** What is temporarily left out of an answer, because an event of it could not be applied. */
export const notCurrent = { notCurrent: z.array(z.string()).optional() };
export const asOf = { asOf: z.string().nullable() };

/** A step on the way of a suggestion or a project: its business day and a sentence, never an instant or a person. */
export const StepPublicView = z.object({ on: On, sentence: z.string() });
