import type { SuggestionCommand, SuggestionEvent, SuggestionId } from '@minsheng/contracts';
import { Refusal, unreachable, type Decider } from '../decider';
import { decideMerge, mergeCommands, type MergeCommand, type MergeRefusal } from './merging';
import { evolve, unknownSuggestion, type Suggestion } from './suggestion.state';

export type SuggestionRefusal =
  | MergeRefusal
  | 'SUGGESTION_ALREADY_RECEIVED'
  | 'RECEIVED_IN_THE_FUTURE'
  | 'OPINION_DUE_IN_THE_PAST'
  | 'SUGGESTION_ALREADY_REGISTERED'
  | 'NOT_THE_HANDLING_DEPARTMENT'
  | 'SUGGESTION_NOT_SCREENED'
  | 'CRITERIA_NOT_MET'
  | 'REASON_MISSING'
  | 'SUBMITTED_ONLINE';

const refuse = (code: SuggestionRefusal, facts?: Record<string, string | number>): never => {
  throw new Refusal(code, facts);
};

/**
 * The name of the key that the commission may destroy at its owner's request; undefined once it is.
 * @throws SUGGESTION_UNKNOWN, SUBMITTED_ONLINE
 */
export const erasableSubmitter = ({ status, submitter }: Suggestion): string | undefined => {
  if (status === 'unknown') return refuse('SUGGESTION_UNKNOWN');
  if (submitter && !submitter.keyedIn) return refuse('SUBMITTED_ONLINE');
  return submitter?.person;
};

const isMerge = (command: SuggestionCommand): command is MergeCommand =>
  mergeCommands.some((type) => type === command.type);

export const suggestionDecider: Decider<SuggestionId, Suggestion, SuggestionCommand, SuggestionEvent> = {
  initialState: unknownSuggestion,
  evolve,
  decide(command, suggestion, { id: suggestionId, by, today }) {
    if (command.type === 'ReceiveSuggestion') {
      if (suggestion.status !== 'unknown') return refuse('SUGGESTION_ALREADY_RECEIVED');
      if (command.data.receivedOn > today)
        return refuse('RECEIVED_IN_THE_FUTURE', { receivedOn: command.data.receivedOn, today });
      return [{ type: 'SuggestionReceived', data: { suggestionId, ...command.data } }];
    }
    if (isMerge(command)) return decideMerge(command, suggestion, suggestionId);
    if (suggestion.status === 'unknown') return refuse('SUGGESTION_UNKNOWN');
    if (command.type === 'EraseSubmitter')
      return erasableSubmitter(suggestion) ? [{ type: 'SubmitterErased', data: { suggestionId } }] : [];
    // The candidate names it, wherever it stands: that is a fact by now, and its main suggestion hears of it, too.
    if (command.type === 'LinkSuggestionToCandidate') {
      if (suggestion.candidates.includes(command.data.projectId)) return [];
      const mergedInto = suggestion.status === 'merged' ? suggestion.into : undefined;
      return [
        {
          type: 'SuggestionLinkedToCandidate',
          data: { suggestionId, ...command.data, ...(mergedInto && { mergedInto }) },
        },
      ];
    }
    if (suggestion.status === 'merged') return refuse('SUGGESTION_IS_MERGED');
    const { status } = suggestion;
    switch (command.type) {
      case 'RegisterSuggestion':
        if (status !== 'received') return refuse('SUGGESTION_ALREADY_REGISTERED');
        return [{ type: 'SuggestionRegistered', data: { suggestionId, ...command.data } }];
      case 'ReferSuggestion':
        if (status === 'answered' || status === 'referred' || status === 'screened') return refuse('SUGGESTION_CLOSED');
        return [{ type: 'SuggestionReferred', data: { suggestionId, ...command.data } }];
      case 'AssignSuggestion':
        if (status !== 'registered' && status !== 'assigned')
          return refuse(status === 'received' ? 'SUGGESTION_NOT_REGISTERED' : 'SUGGESTION_CLOSED');
        if (command.data.dueOn < today) return refuse('OPINION_DUE_IN_THE_PAST', { dueOn: command.data.dueOn, today });
        return [{ type: 'SuggestionAssigned', data: { suggestionId, ...command.data } }];
      case 'GiveOpinion':
        if (suggestion.status !== 'assigned' || suggestion.department !== by.organisation)
          return refuse('NOT_THE_HANDLING_DEPARTMENT');
        return [{ type: 'OpinionGiven', data: { suggestionId, department: suggestion.department, ...command.data } }];
      case 'ScreenSuggestion':
        if (status !== 'registered' && status !== 'assigned')
          return refuse(status === 'received' ? 'SUGGESTION_NOT_REGISTERED' : 'SUGGESTION_CLOSED');
        if (command.data.outcome === 'candidate' && Object.values(command.data.criteria).some(({ met }) => !met))
          return refuse('CRITERIA_NOT_MET');
        // invariant 24
        if (command.data.outcome !== 'candidate' && !command.data.reason) return refuse('REASON_MISSING');
        return [{ type: 'SuggestionScreened', data: { suggestionId, ...command.data } }];
      case 'AnswerSuggestion':
        if (suggestion.status === 'screened')
          return [{ type: 'SuggestionAnswered', data: { suggestionId, outcome: suggestion.outcome, ...command.data } }];
        if (suggestion.status === 'referred')
          return [{ type: 'SuggestionAnswered', data: { suggestionId, outcome: 'referred', ...command.data } }];
        return refuse(status === 'answered' ? 'SUGGESTION_CLOSED' : 'SUGGESTION_NOT_SCREENED');
      default:
        return unreachable(command);
    }
  },
};
