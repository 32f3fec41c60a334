import { z } from 'zod';
import { defineEvent } from './define-event';
import * as delivery from './delivery/delivery.events';
import * as evaluation from './evaluation/evaluation.events';
import { eventsByCategory, ledgerEvents } from './event-register';
import * as meeting from './meeting/meeting.events';
import * as register from './register/register.events';
import * as selection from './selection/selection.events';
import * as sites from './sites/sites.events';
import * as suggestion from './suggestion/suggestion.events';
import { definitionsIn, sampleGaps } from './testing/stored-samples';

const defined = [suggestion, selection, delivery, sites, meeting, evaluation, register]
  .flatMap(definitionsIn)
  .map(({ type }) => type);

describe('the register of events', () => {
  it('holds every event of the features, each once', () => {
    expect([...ledgerEvents.types].sort()).toEqual([...defined].sort());
    expect(new Set(defined).size).toBe(defined.length);
  });

  it('gives every event to exactly one category of streams', () => {
    const ofCategories = Object.values(eventsByCategory).flatMap(({ types }) => types);
    expect([...ofCategories].sort()).toEqual([...ledgerEvents.types].sort());
  });
});

describe('the guard that every version keeps a sample', () => {
  const LampLit = defineEvent('LampLit', z.strictObject({ lamp: z.string() }));
  const lampLitTwice = LampLit.evolved(z.strictObject({ lamp: z.string(), by: z.string() }), ({ lamp }) => ({
    lamp,
    by: 'nobody',
  }));

  const sample = (type: string, version = 1) => ({ type, version });

  it('names an event without any sample', () => expect(sampleGaps([LampLit], [])).toEqual(['LampLit 1']));
  it('names a version without a sample', () =>
    expect(sampleGaps([lampLitTwice], [sample('LampLit')])).toEqual(['LampLit 2']));
  it('names a sample of an event that was never defined', () =>
    expect(sampleGaps([LampLit], [sample('LampLit'), sample('LampBroken')])).toEqual(['LampBroken 1']));
  it('names a second sample of a version', () =>
    expect(sampleGaps([LampLit], [sample('LampLit'), sample('LampLit')])).toEqual(['LampLit 1']));
  it('is content with one sample per version', () =>
    expect(sampleGaps([lampLitTwice], [sample('LampLit'), sample('LampLit', 2)])).toEqual([]));
});
