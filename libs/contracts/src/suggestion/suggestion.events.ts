import { z } from 'zod';
import { defineEvent, type EventFrom } from '../define-event';
import { SuggestionId } from '../ids';
import * as Commands from './suggestion.commands';

const of = { suggestionId: SuggestionId };

export const suggestionEvents = [
  defineEvent('SuggestionReceived', Commands.ReceiveSuggestion.schema.extend(of)),
  defineEvent('SuggestionRegistered', Commands.RegisterSuggestion.schema.extend(of)),
  defineEvent('SuggestionReferred', Commands.ReferSuggestion.schema.extend(of)),
  defineEvent('SuggestionMerged', Commands.MergeSuggestion.schema.extend(of)).evolved(
    Commands.Main.partial({ claim: true }).extend(of),
    (first) => first,
  ),
  defineEvent('SuggestionUnmerged', Commands.UnmergeSuggestion.schema.extend({ ...of, from: SuggestionId })).evolved(
    Commands.UnmergeSuggestion.schema.extend({
      ...of,
      from: SuggestionId,
      claim: Commands.Main.shape.claim.optional(),
    }),
    (first) => first,
  ),
  /** Where a log takes one stream at a time, the main suggestion claims a member before that is merged. */
  defineEvent('MemberClaimed', Commands.Member.extend(of)),
  /** `refusal`: the code that a request would have met. */
  defineEvent('MergeDeclined', Commands.Main.extend({ ...of, refusal: z.string() })),
  defineEvent('MemberTaken', Commands.Member.extend(of)),
  defineEvent('MemberReleased', Commands.Member.extend(of)),
  defineEvent('SuggestionAssigned', Commands.AssignSuggestion.schema.extend(of)),
  defineEvent(
    'OpinionGiven',
    Commands.GiveOpinion.schema.extend({ ...of, department: Commands.AssignSuggestion.schema.shape.department }),
  ),
  defineEvent('SuggestionScreened', Commands.ScreenSuggestion.schema.extend(of)),
  /** `mergedInto`: the main suggestion of one that was merged while it was made a candidate. */
  defineEvent('SuggestionLinkedToCandidate', Commands.LinkSuggestionToCandidate.schema.extend(of)).evolved(
    Commands.LinkSuggestionToCandidate.schema.extend({ ...of, mergedInto: SuggestionId.optional() }),
    (first) => first,
  ),
  defineEvent(
    'SuggestionAnswered',
    Commands.AnswerSuggestion.schema.extend({
      ...of,
      outcome: z.enum(['candidate', 'reserve pool', 'not adopted', 'referred']),
    }),
  ),
  /** Contact and words of whoever wrote are destroyed. */
  defineEvent('SubmitterErased', Commands.EraseSubmitter.schema.extend(of)),
] as const;

export type SuggestionEvent = EventFrom<(typeof suggestionEvents)[number]>;
