import type { DeliveryEvent } from '@minsheng/contracts';
import type { Order, Policy } from '../policy';

type AgendaItem = Extract<DeliveryEvent, { type: 'IssueResolved' }>['data']['agendaItem'];

/** Issues that no meeting decided have nobody to tell. */
const told = (agendaItem: AgendaItem, done: boolean, text: string): readonly Order[] =>
  agendaItem
    ? [
        {
          category: 'meeting',
          id: agendaItem.meetingId,
          command: { type: 'FollowUpDecision', data: { item: agendaItem.item, done, text } },
        },
      ]
    : [];

/**
 * The joint conference hears what became of its decision, also when an issue turns out not to be settled (开州区联席会议2019).
 */
export const followUpTheDecisionWhenItsIssueIsSettled: Policy = {
  name: 'follow-up-the-decision-when-its-issue-is-settled',
  when: {
    IssueResolved: ({ agendaItem, result }) => told(agendaItem, true, result),
    IssueReopened: ({ agendaItem, reason }) => told(agendaItem, false, reason),
  },
};
