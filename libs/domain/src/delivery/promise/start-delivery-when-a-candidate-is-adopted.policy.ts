import type { Policy } from '../../policy';

export const startDeliveryWhenACandidateIsAdopted: Policy = {
  name: 'start-delivery-when-a-candidate-is-adopted',
  when: {
    CandidateAdopted: ({ projectId, ...adopted }) => [
      { category: 'delivery', id: projectId, command: { type: 'StartDelivery', data: adopted } },
    ],
  },
};
