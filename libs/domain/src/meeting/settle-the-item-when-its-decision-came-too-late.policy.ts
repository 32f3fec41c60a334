import type { Policy } from '../policy';

/** Of two meetings that decided one issue the second hears that its decision has no effect. */
export const settleTheItemWhenItsDecisionCameTooLate: Policy = {
  name: 'settle-the-item-when-its-decision-came-too-late',
  when: {
    IssueDecisionDeclined: ({ decision: { meetingId, item, because } }) => [
      { category: 'meeting', id: meetingId, command: { type: 'SettleItem', data: { item, because } } },
    ],
  },
};
