import type { DepartmentName, SuggestionEvent, SuggestionId } from '@minsheng/contracts';
import { unreachable } from '../decider';

/** Where a suggestion stands. A merged one remembers where it stood, so that the merge can be undone. */
export type Suggestion =
  | { readonly status: 'unknown' }
  | { readonly status: 'received' }
  | { readonly status: 'registered' }
  | { readonly status: 'assigned'; readonly department: DepartmentName }
  | { readonly status: 'screened'; readonly outcome: 'candidate' | 'reserve pool' | 'not adopted' }
  | { readonly status: 'answered' }
  | { readonly status: 'referred' }
  | { readonly status: 'merged'; readonly into: SuggestionId; readonly before: Suggestion };

export const evolve = (suggestion: Suggestion, event: SuggestionEvent): Suggestion => {
  switch (event.type) {
    case 'SuggestionReceived':
      return { status: 'received' };
    case 'SuggestionRegistered':
      return { status: 'registered' };
    case 'SuggestionReferred':
      return { status: 'referred' };
    case 'SuggestionMerged':
      return { status: 'merged', into: event.data.into, before: suggestion };
    case 'SuggestionUnmerged':
      return suggestion.status === 'merged' ? suggestion.before : suggestion;
    case 'SuggestionAssigned':
      return { status: 'assigned', department: event.data.department };
    case 'OpinionGiven':
      return suggestion; // ignored: advice, no later decision depends on it
    case 'SuggestionScreened':
      return { status: 'screened', outcome: event.data.outcome };
    case 'SuggestionLinkedToCandidate':
      return { status: 'screened', outcome: 'candidate' };
    case 'SuggestionAnswered':
      return { status: 'answered' };
    default:
      return unreachable(event);
  }
};
