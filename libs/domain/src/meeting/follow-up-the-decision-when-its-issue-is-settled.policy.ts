import type { DeliveryEvent } from '@minsheng/contracts';
import type { PolicyCommand, Policy } from '../policy';

type AgendaItem = Extract<DeliveryEvent, { type: 'IssueResolved' }>['data']['agendaItem'];

/** Issues that no meeting decided have nobody to tell. */
const followUp = (agendaItem: AgendaItem, done: boolean, text: string): readonly PolicyCommand[] =>
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
    IssueResolved: ({ agendaItem, result }) => followUp(agendaItem, true, result),
    IssueReopened: ({ agendaItem, reason }) => followUp(agendaItem, false, reason),
  },
};
