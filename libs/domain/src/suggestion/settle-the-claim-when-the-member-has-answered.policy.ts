import type { SuggestionId } from '@minsheng/contracts';
import type { Policy, PolicyCommand } from '../policy';

/** To the main suggestion; merges from before claims had ids are known to their members alone. */
const settled = (
  type: 'ConfirmMember' | 'ReleaseMember',
  main: SuggestionId,
  member: SuggestionId,
  claim: string | undefined,
): readonly PolicyCommand[] =>
  claim ? [{ category: 'suggestion', id: main, command: { type, data: { member, claim } } }] : [];

/** The main suggestion keeps a member that came, and lets go of one that declined or was unmerged. */
export const settleTheClaimWhenTheMemberHasAnswered: Policy = {
  name: 'settle-the-claim-when-the-member-has-answered',
  when: {
    SuggestionMerged: ({ suggestionId, into, claim }) => settled('ConfirmMember', into, suggestionId, claim),
    MergeDeclined: ({ suggestionId, into, claim }) => settled('ReleaseMember', into, suggestionId, claim),
    SuggestionUnmerged: ({ suggestionId, from, claim }) => settled('ReleaseMember', from, suggestionId, claim),
  },
};
