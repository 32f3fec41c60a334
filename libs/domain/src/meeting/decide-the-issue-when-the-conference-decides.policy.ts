import type { Policy } from '../policy';

/**
 * The project hears what the joint conference decided on its issue, and remembers which agenda to tell of the result.
 */
export const decideTheIssueWhenTheConferenceDecides: Policy = {
  name: 'decide-the-issue-when-the-conference-decides',
  when: {
    DecisionRecorded: ({ meetingId, item, meeting, issue, decision, owner, dueOn }) =>
      issue
        ? [
            {
              category: 'delivery',
              id: issue.projectId,
              command: {
                type: 'DecideIssueInMeeting',
                data: { issue: issue.issue, meeting, decision, owner, dueOn, agendaItem: { meetingId, item } },
              },
            },
          ]
        : [],
  },
};
