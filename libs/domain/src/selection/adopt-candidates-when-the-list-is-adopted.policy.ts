import type { Policy } from '../policy';

export const adoptCandidatesWhenTheListIsAdopted: Policy = {
  name: 'adopt-candidates-when-the-list-is-adopted',
  when: {
    AnnualListAdopted: ({ adopted, passedOver, body, rules, rulesVersion }) => [
      ...adopted.map((id, index) => ({
        category: 'candidate' as const,
        id,
        command: { type: 'AdoptCandidate' as const, data: { no: index + 1, adoptedBy: body, rules, rulesVersion } },
      })),
      ...passedOver.map((id) => ({
        category: 'candidate' as const,
        id,
        command: { type: 'PassOverCandidate' as const, data: {} },
      })),
    ],
  },
};
