import { listOf, type SuggestionCommand, type SuggestionEvent, type SuggestionId } from '@minsheng/contracts';
import { Refusal, unreachable } from '../decider';
import type { Suggestion } from './suggestion.state';

export type MergeRefusal =
  | 'SUGGESTION_UNKNOWN'
  | 'SUGGESTION_NOT_REGISTERED'
  | 'SUGGESTION_IS_MERGED'
  | 'SUGGESTION_NOT_MERGED'
  | 'SUGGESTION_CLOSED'
  | 'SUGGESTION_IN_CANDIDATE'
  | 'NOT_MERGED_INTO_ITSELF'
  | 'MERGED_INTO_OWN_MEMBER'
  | 'MERGE_UNDER_WAY'
  | 'MERGE_TARGET_UNKNOWN'
  | 'MERGE_TARGET_IS_MERGED'
  | 'MERGE_TARGET_CLOSED'
  | 'MERGE_ACROSS_LISTS';
const refuse = (code: MergeRefusal): never => {
  throw new Refusal(code);
};

export const mergeCommands = [
  'TakeMember',
  'JoinMain',
  'ClaimMember',
  'AnswerClaim',
  'ConfirmMember',
  'ReleaseMember',
  'UnmergeSuggestion',
] as const;
export type MergeCommand = Extract<SuggestionCommand, { type: (typeof mergeCommands)[number] }>;

/** Members that are claimed and have not answered. */
const openClaims = ({ members }: Suggestion) => [...members.values()].filter(({ taken }) => !taken);

/**
 * Why a suggestion cannot be merged into that one. What a candidate names stays on its own, so that its person hears of
 * the project and of nothing else. While it claims members of its own it waits, so that claims made at
 * once never close a circle; of two that claim each other the one with the larger id gives way.
 */
const joinProblem = (suggestion: Suggestion, id: SuggestionId, into: SuggestionId): MergeRefusal | undefined => {
  const { status } = suggestion;
  if (status === 'unknown') return 'SUGGESTION_UNKNOWN';
  if (status === 'merged') return 'SUGGESTION_IS_MERGED';
  if (into === id) return 'NOT_MERGED_INTO_ITSELF';
  if (listOf(into) !== listOf(id)) return 'MERGE_ACROSS_LISTS';
  if (status === 'answered' || status === 'referred') return 'SUGGESTION_CLOSED';
  if (status === 'received') return 'SUGGESTION_NOT_REGISTERED';
  if (suggestion.candidates.length > 0) return 'SUGGESTION_IN_CANDIDATE';
  if (openClaims(suggestion).some(({ member }) => member !== into || into > id)) return 'MERGE_UNDER_WAY';
  return undefined;
};
/** The same where the main suggestion was not decided on together with it: it may be a member here by now. */
const answerProblem = (suggestion: Suggestion, id: SuggestionId, into: SuggestionId): MergeRefusal | undefined =>
  joinProblem(suggestion, id, into) ??
  ([...suggestion.members.values()].some(({ member, taken }) => taken && member === into)
    ? 'MERGED_INTO_OWN_MEMBER'
    : undefined);

/** Whose answer is out or to come from somebody else has none left for a member. */
const assertStandsAlone = ({ status }: Suggestion): void => {
  if (status === 'unknown') refuse('MERGE_TARGET_UNKNOWN');
  if (status === 'merged') refuse('MERGE_TARGET_IS_MERGED');
  if (status === 'answered' || status === 'referred') refuse('MERGE_TARGET_CLOSED');
};

/** Merges keep a forest: a suggestion that stands alone joins another that does. @throws Refusal */
export const decideMerge = (
  command: MergeCommand,
  suggestion: Suggestion,
  suggestionId: SuggestionId,
): readonly SuggestionEvent[] => {
  switch (command.type) {
    case 'TakeMember':
      assertStandsAlone(suggestion);
      return [{ type: 'MemberTaken', data: { suggestionId, ...command.data } }];
    case 'JoinMain': {
      const problem = joinProblem(suggestion, suggestionId, command.data.into);
      return problem ? refuse(problem) : [{ type: 'SuggestionMerged', data: { suggestionId, ...command.data } }];
    }
    case 'ClaimMember':
      assertStandsAlone(suggestion);
      return [{ type: 'MemberClaimed', data: { suggestionId, ...command.data } }];
    case 'AnswerClaim': {
      if (suggestion.answers.has(command.data.claim)) return [];
      const refusal = answerProblem(suggestion, suggestionId, command.data.into);
      return refusal
        ? [{ type: 'MergeDeclined', data: { suggestionId, ...command.data, refusal } }]
        : [{ type: 'SuggestionMerged', data: { suggestionId, ...command.data } }];
    }
    case 'ConfirmMember':
      return suggestion.members.get(command.data.claim)?.taken === false
        ? [{ type: 'MemberTaken', data: { suggestionId, ...command.data } }]
        : [];
    case 'ReleaseMember':
      return suggestion.members.has(command.data.claim)
        ? [{ type: 'MemberReleased', data: { suggestionId, ...command.data } }]
        : [];
    case 'UnmergeSuggestion': {
      if (suggestion.status === 'unknown') return refuse('SUGGESTION_UNKNOWN');
      if (suggestion.status !== 'merged') return refuse('SUGGESTION_NOT_MERGED');
      const { into: from, claim } = suggestion;
      return [{ type: 'SuggestionUnmerged', data: { suggestionId, from, ...(claim && { claim }), ...command.data } }];
    }
    default:
      return unreachable(command);
  }
};

/** Before a merge is sent to its streams: its main suggestion must be another. @throws Refusal */
export const assertAnotherMain = (id: SuggestionId, into: SuggestionId, main: SuggestionId): void => {
  if (into === id) refuse('NOT_MERGED_INTO_ITSELF');
  if (main === id) refuse('MERGED_INTO_OWN_MEMBER');
};
