import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson } from './canonical-json';
import { deliveryEvents } from './delivery/delivery.events';
import { evaluationEvents, ratingEvents } from './evaluation/evaluation.events';
import { meetingEvents } from './meeting/meeting.events';
import { calendarEvents, functionalZoneEvents } from './register/register.events';
import { annualListEvents, candidateEvents } from './selection/selection.events';
import { sitesEvents } from './sites/sites.events';
import { suggestionEvents } from './suggestion/suggestion.events';

/**
 * What each stored shape looks like, as a hash of its JSON schema. Event shapes extend command schemas, so that a field
 * added to a command
 * would silently change a shape that is already in the log: here it is seen. A released line is never edited; a new
 * shape adds a line (`evolved`).
 */
const kept: Record<string, string> = JSON.parse(readFileSync(path.join(__dirname, 'event-shapes.json'), 'utf8'));

const hashOf = (schema: z.ZodType) =>
  createHash('sha256')
    .update(canonicalJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))
    .digest('hex')
    .slice(0, 16);
const definitions = [
  ...suggestionEvents,
  ...candidateEvents,
  ...annualListEvents,
  ...deliveryEvents,
  ...sitesEvents,
  ...meetingEvents,
  ...evaluationEvents,
  ...ratingEvents,
  ...calendarEvents,
  ...functionalZoneEvents,
];
const shapes = Object.fromEntries(
  definitions.flatMap(({ type, schemas }) => schemas.map((schema, index) => [`${type} ${index + 1}`, hashOf(schema)])),
);

describe('stored shapes', () => {
  it('are what they were when they were first stored, each with a line of its own', () => {
    expect(shapes).toEqual(kept);
  });

  it('an optional field more is seen: the guard can fail', () => {
    const before = z.strictObject({ no: z.number() });
    expect(hashOf(before.extend({ note: z.string().optional() }))).not.toBe(hashOf(before));
    expect(hashOf(z.strictObject({ no: z.number() }))).toBe(hashOf(before));
  });
});
