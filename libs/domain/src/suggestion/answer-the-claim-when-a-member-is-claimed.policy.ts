import type { Policy } from '../policy';

/** A claim that its request did not see answered is answered all the same. */
export const answerTheClaimWhenAMemberIsClaimed: Policy = {
  name: 'answer-the-claim-when-a-member-is-claimed',
  when: {
    MemberClaimed: ({ suggestionId, member, claim }) => [
      {
        category: 'suggestion',
        id: member,
        command: { type: 'AnswerClaim', data: { into: suggestionId, claim } },
      },
    ],
  },
};
