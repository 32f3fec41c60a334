import type { Policy } from '../policy';

/** What could not be carried goes back to the meeting that left it open, which is in session again. */
export const returnTheItemWhenTheNextMeetingWasOver: Policy = {
  name: 'return-the-item-when-the-next-meeting-was-over',
  when: {
    ItemNotTaken: ({ meetingId, from }) => [
      {
        category: 'meeting',
        id: from.meetingId,
        command: { type: 'ReturnItem', data: { item: from.item, by: meetingId } },
      },
    ],
  },
};
