import type { Policy } from '../policy';

/** What a meeting leaves open goes on the agenda of the next. */
export const carryOpenItemsWhenAMeetingIsAdjourned: Policy = {
  name: 'carry-open-items-when-a-meeting-is-adjourned',
  when: {
    MeetingAdjourned: ({ meetingId, carried }) =>
      (carried?.items ?? []).map(({ item, topic, issue }) => ({
        category: 'meeting',
        id: carried!.to,
        command: { type: 'CarryItem', data: { topic, ...(issue && { issue }), from: { meetingId, item } } },
      })),
  },
};
