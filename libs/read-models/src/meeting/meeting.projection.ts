import { listOf, regionOf, type MeetingEvent } from '@minsheng/contracts';
import type { Projection, EventContext } from '../projection';
import { MeetingRow, type AgendaItem } from './meeting.entity';

type Row = MeetingRow | undefined;
const changed = (row: Row, { streamVersion }: EventContext, change: Partial<MeetingRow>): Row =>
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

export const meetings: Projection<MeetingRow, MeetingEvent, EventContext> = {
  name: 'meeting',
  entity: MeetingRow,
  categories: ['meeting'],
  needs: 'metadata',
  keyOf: ({ data }) => data.meetingId,
  createdBy: ['MeetingConvened'],
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
    AgendaItemPut: (row, { meetingId: _, ...item }, context) =>
      changed(row, context, { agenda: [...(row?.agenda ?? []), { ...item, followUps: [], done: false }] }),
    DecisionRecorded: (row, { item, decision, owner, dueOn }, context) =>
      changed(
        row,
        context,
        withItem(row, item, () => ({ decision: { decision, owner, dueOn } })),
      ),
    MeetingAdjourned: (row, { minutesNo, carried, dropped = [] }, context) =>
      changed(row, context, {
        minutesNo,
        agenda: row?.agenda.map((agendaItem) => {
          const reason = dropped.find(({ item }) => item === agendaItem.item)?.reason;
          if (reason) return { ...agendaItem, droppedFor: reason };
          const isCarried = carried?.items.some(({ item }) => item === agendaItem.item);
          return isCarried ? { ...agendaItem, carriedTo: carried!.to, returnedBy: undefined } : agendaItem;
        }),
      }),
    ItemNotTaken: (row, _, context) => changed(row, context, {}),
    ItemReturned: (row, { item, by }, context) =>
      changed(
        row,
        context,
        withItem(row, item, () => ({ carriedTo: undefined, returnedBy: by })),
      ),
    ItemSettled: (row, { item, because }, context) =>
      changed(
        row,
        context,
        withItem(row, item, () => ({ settled: because })),
      ),
    DecisionFollowedUp: (row, { item, done, text }, context) =>
      changed(
        row,
        context,
        withItem(row, item, ({ followUps }) => ({
          done,
          followUps: [...followUps, { done, text, on: context.metadata.on }],
        })),
      ),
  },
};
