import type { Policy } from '../policy';

export const linkSuggestionsWhenACandidateIsProposed: Policy = {
  name: 'link-suggestions-when-a-candidate-is-proposed',
  when: {
    CandidateProposed: ({ projectId, suggestions }) =>
      suggestions.map((id) => ({
        category: 'suggestion',
        id,
        command: { type: 'LinkSuggestionToCandidate', data: { projectId } },
      })),
  },
};
