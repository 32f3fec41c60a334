import type { Policy } from '../policy';

/** A suggestion merged while it was made a candidate takes its main suggestion along. */
export const linkTheMainSuggestionWhenAMemberIsLinked: Policy = {
  name: 'link-the-main-suggestion-when-a-member-is-linked',
  when: {
    SuggestionLinkedToCandidate: ({ projectId, mergedInto }) =>
      mergedInto
        ? [
            {
              category: 'suggestion',
              id: mergedInto,
              command: { type: 'LinkSuggestionToCandidate', data: { projectId } },
            },
          ]
        : [],
  },
};
