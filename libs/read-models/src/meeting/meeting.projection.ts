import { listOf, regionOf, type MeetingEvent } from '@minsheng/contracts';
import type { Projection, Recorded } from '../projection';
import { MeetingRow, type AgendaItem } from './meeting.entity';

type Row = MeetingRow | undefined;
const changed = (row: Row, { streamVersion }: Recorded, change: Partial<MeetingRow>): Row =>
  row && { ...row, ...change, version: streamVersion };
const withItem = (
  row: Row,
  number: number,
  change: (item: AgendaItem) => Partial<AgendaItem>,
): Partial<MeetingRow> => ({
  agenda: row?.agenda.map((agendaItem) =>
    agendaItem.item === number ? { ...agendaItem, ...change(agendaItem) } : agendaItem,
  ),
});

export const meetings: Projection<MeetingRow, MeetingEvent, Recorded> = {
  name: 'meeting',
  entity: MeetingRow,
  categories: ['meeting'],
  asks: 'who and when',
  keyOf: ({ data }) => data.meetingId,
  anew: ['MeetingConvened'],
  on: {
    MeetingConvened: (_, { meetingId, title, heldOn, chair, members }, { streamVersion }) => ({
      meetingId,
      listId: listOf(meetingId),
      regionCode: regionOf(meetingId),
      title,
      heldOn,
      chair,
      members,
      agenda: [],
      minutesNo: null,
      version: streamVersion,
    }),
    AgendaItemPut: (row, { item, topic, issue }, recorded) =>
      changed(row, recorded, {
        agenda: [...(row?.agenda ?? []), { item, topic, ...(issue && { issue }), followUps: [], done: false }],
      }),
    DecisionRecorded: (row, { item, decision, owner, dueOn }, recorded) =>
      changed(
        row,
        recorded,
        withItem(row, item, () => ({ decision: { decision, owner, dueOn } })),
      ),
    MeetingAdjourned: (row, { minutesNo }, recorded) => changed(row, recorded, { minutesNo }),
    DecisionFollowedUp: (row, { item, done, text }, recorded) =>
      changed(
        row,
        recorded,
        withItem(row, item, ({ followUps }) => ({
          done,
          followUps: [...followUps, { done, text, on: recorded.metadata.on }],
        })),
      ),
  },
};
